package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETLINK;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV4_MROUTE_R;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV6_MROUTE_R;
import static org.netlink4j.testkit.Refused.refused;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.IpFamily;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.address.AddressSpec;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.nsid.Netnsa;
import org.netlink4j.rtnetlink.route.Ipmra;
import org.netlink4j.rtnetlink.route.MulticastRoute;
import org.netlink4j.rtnetlink.route.Route;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.StrictJson;

/** Multicast routes, which a daemon of this test makes, against those of {@code ip mroute}. */
@KernelTest
@NeedsCommand({"ip", "python3"})
class MulticastRouteListIT extends InNamespace {
    private static final int V0 = 1010;
    private static final int V1 = 1011;

    private EventStream reports;
    private Process daemon;
    private IpComparison comparison;

    @BeforeEach
    void open() throws IOException {
        reports = EventStream.open(
                Rtnetlink.PROTOCOL, Set.of(RTNLGRP_IPV4_MROUTE_R, RTNLGRP_IPV6_MROUTE_R), SocketOptions.DEFAULT, namespace);
        rtnetlink.links().create(LinkSpec.named("v0").index(V0).kind(Veth.withPeer(LinkSpec.named("v1").index(V1))));
        rtnetlink.links().setUp(V0);
        rtnetlink.links().setUp(V1);
        rtnetlink.addresses().create(AddressSpec.of(V0, IpPrefix.parse("10.0.0.1/24")));
        rtnetlink.addresses().create(AddressSpec.of(V1, IpPrefix.parse("10.1.0.1/24")));
        comparison = new IpComparison(namespace);
        String script;
        try (InputStream file = MulticastRouteListIT.class.getResourceAsStream("/mrouted.py")) {
            script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        daemon = new ProcessBuilder("nsenter", "--net=" + namespace.path(), "python3", "-c", script)
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader said = daemon.inputReader();
        assertEquals("ready", said.readLine());
    }

    @AfterEach
    void close() throws InterruptedException {
        daemon.destroyForcibly().waitFor();
        reports.close();
    }

    private static String[] words(String line) {
        return line.split(" ");
    }

    @ParameterizedTest
    @CsvSource({
        "-4, ip -json -details mroute show table all", "-4 --table default, ip -json -details mroute show",
        "-6, ip -6 -json -details mroute show", "-6 --table main, ip -6 -json -details mroute show table main",
        "--table default --iif v1, ip -json -details mroute show iif v1"
    })
    void printsAsIpDoes(String ours, String theirs) throws NetlinkException {
        List<?> routes = (List<?>) comparison.same(List.of(words("mroute list --json " + ours)), List.of(words(theirs)));
        assertFalse(routes.isEmpty());
    }

    @Test
    void printsCountersAsIpDoes() throws NetlinkException {
        List<?> here = (List<?>) StrictJson.parse(comparison.rtnl("mroute", "list", "-4", "--statistics", "--json").output());
        List<?> there = (List<?>) StrictJson.parse(Commands.inside(namespace.path().toString())
                .run("ip", "-json", "-details", "-statistics", "mroute", "show", "table", "all"));
        assertEquals(there.stream().map(MulticastRouteListIT::withoutAge).toList(), here.stream().map(MulticastRouteListIT::withoutAge).toList());
        assertEquals(2, here.stream().filter(route -> age(route).signum() >= 0).count());
        for (int i = 0; i < here.size(); i++) {
            assertTrue(age(here.get(i)).compareTo(age(there.get(i))) <= 0, () -> here + " " + there);
        }
    }

    private static BigDecimal age(Object route) {
        Object age = ((Map<?, ?>) route).get("expires");
        return age == null ? BigDecimal.ONE.negate() : new BigDecimal(age.toString());
    }

    private static Map<?, ?> withoutAge(Object route) {
        Map<Object, Object> rest = new LinkedHashMap<>((Map<?, ?>) route);
        rest.remove("expires");
        return rest;
    }

    @Test
    void isTyped() throws NetlinkException {
        MulticastRoute route = rtnetlink.multicastRoutes().get(IpAddress.parse("10.0.0.9"), IpAddress.parse("239.1.1.1"));
        assertEquals(OptionalInt.of(V0), route.incoming());
        assertEquals(List.of(new MulticastRoute.Output(V1, 5)), route.outputs());
        assertEquals(253, route.table());
        assertTrue(route.isResolved());
        assertFalse(route.isOffloaded());
        assertEquals(OptionalLong.of(0), route.wrongInterface());
        assertTrue(rtnetlink.multicastRoutes().listIpv4().contains(route));
        refused(Errno.ENOENT, () -> rtnetlink.multicastRoutes().get(IpAddress.parse("10.0.0.8"), IpAddress.parse("239.1.1.1")));
        MulticastRoute six = rtnetlink.multicastRoutes().get(IpAddress.parse("2001:db8::9"), IpAddress.parse("ff05::1"));
        assertEquals(List.of(six), rtnetlink.multicastRoutes().listIpv6());
        MulticastRoute unresolved =
                rtnetlink.multicastRoutes().listIpv4().stream().filter(some -> !some.isResolved()).findFirst().orElseThrow();
        assertEquals(IpAddress.parse("239.5.5.5"), unresolved.group().orElseThrow());
        assertEquals(OptionalInt.empty(), unresolved.incoming());
        assertEquals(List.of(), unresolved.outputs());
    }

    @Test
    void theTablesOfTheDaemonHaveNames() throws NetlinkException {
        try (NetlinkClient client = NetlinkClient.open(Rtnetlink.PROTOCOL, namespace)) {
            Request all = Request.of(RTM_GETLINK, out -> out.u8(IpFamily.RTNL_FAMILY_IPMR).zeros(15));
            List<Attributes> tables = client.list(all, message -> Link.decode(message).attributes().nest(Ifla.IFLA_AF_SPEC).orElseThrow());
            Attributes table = tables.stream().filter(some -> some.number(Ipmra.IPMRA_TABLE_ID).orElseThrow() == 253).findFirst().orElseThrow();
            assertEquals(
                    "{IPMRA_TABLE_ID 253, IPMRA_TABLE_CACHE_RES_QUEUE_LEN 1, IPMRA_TABLE_MROUTE_REG_VIF_NUM -1, "
                            + "IPMRA_TABLE_MROUTE_DO_ASSERT 0, IPMRA_TABLE_MROUTE_DO_PIM 0, IPMRA_TABLE_MROUTE_DO_WRVIFWHOLE 0, ",
                    table.toString().split("IPMRA_TABLE_VIFS")[0]);
            String interfaces = table.nest(Ipmra.IPMRA_TABLE_VIFS).orElseThrow().toString();
            assertTrue(interfaces.startsWith("{IPMRA_VIF {IPMRA_VIFA_IFINDEX " + V0 + ", IPMRA_VIFA_VIF_ID 0, IPMRA_VIFA_FLAGS 8, "), interfaces);
            assertTrue(interfaces.contains("IPMRA_VIFA_PACKETS_OUT"), interfaces);
        }
    }

    @Test
    void whatTheDaemonIsToldHasNames() throws IOException {
        daemon.outputWriter().append("6\n").flush();
        List<String> told = new ArrayList<>();
        while (told.size() < 2) {
            assertTrue(
                    reports.poll(Duration.ofSeconds(20), (message, _) -> told.add(Attributes.decode(
                            Rtnetlink.PROTOCOL.message(message).orElseThrow().attributes(), message.attributes(Netnsa.RTGENMSG.size())).toString())),
                    () -> "no more than " + told);
        }
        assertEquals(
                List.of("{IPMRA_CREPORT_MSGTYPE 1, IPMRA_CREPORT_VIF_ID 0, IPMRA_CREPORT_SRC_ADDR 10.0.0.77, "
                                + "IPMRA_CREPORT_DST_ADDR 239.5.5.5, IPMRA_CREPORT_TABLE 253, IPMRA_CREPORT_PKT ",
                        "{IP6MRA_CREPORT_MSGTYPE 1, IP6MRA_CREPORT_MIF_ID 0, IP6MRA_CREPORT_SRC_ADDR 2001:db8::77, "
                                + "IP6MRA_CREPORT_DST_ADDR ff05::505:505, IP6MRA_CREPORT_PKT "),
                told.stream().map(text -> text.replaceAll("[0-9a-f]+}$", "")).toList());
    }

    /** Asked for the routes of all families, the kernel sends those of multicast as well. */
    @Test
    void otherListsOfRoutesBearThem() throws NetlinkException {
        List<Route> all = rtnetlink.routes().list(IpFamily.AF_UNSPEC);
        assertTrue(all.stream().anyMatch(route -> route.header().family() == IpFamily.RTNL_FAMILY_IPMR));
    }
}
