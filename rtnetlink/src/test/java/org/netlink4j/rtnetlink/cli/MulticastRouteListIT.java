package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.testkit.Refused.refused;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.IpFamily;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.address.AddressSpec;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
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

    private Process daemon;
    private IpComparison comparison;

    @BeforeEach
    void open() throws IOException {
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

    /** Asked for the routes of all families, the kernel sends those of multicast as well. */
    @Test
    void otherListsOfRoutesBearThem() throws NetlinkException {
        List<Route> all = rtnetlink.routes().list(IpFamily.AF_UNSPEC);
        assertTrue(all.stream().anyMatch(route -> route.header().family() == IpFamily.RTNL_FAMILY_IPMR));
    }
}
