package org.netlink4j.rtnetlink.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_LINK;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_PORT_SELF;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_VF_PORTS;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_PORT_REQUEST;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_PORT_VF;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_VF_PORT;
import static org.netlink4j.testkit.Refused.refused;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.RootTest;
import org.netlink4j.testkit.StrictJson;

/**
 * Virtual functions of a network card, which is of this machine's own namespace: only with {@code -Dnetlink4j.functions=NAME}, the
 * name of a card that this test may set up and change, and that has no functions yet. {@code src/test/vm/kernels -S} has one.
 */
@RootTest
class VirtualFunctionsIT {
    private static final String PROPERTY = "netlink4j.functions";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final MacAddress ADDRESS = MacAddress.parse("02:00:00:00:00:99");
    private static final Optional<OperState> UP = Optional.of(OperState.UP);

    private String device;
    private Path count;
    private Rtnetlink rtnetlink;
    private Links links;

    @BeforeEach
    void open() throws NetlinkException, IOException {
        device = System.getProperty(PROPERTY, "");
        assumeTrue(!device.isEmpty(), "-D" + PROPERTY + "=NAME names no network card that may be changed");
        Path card = Path.of("/sys/class/net", device, "device");
        count = card.resolve("sriov_numvfs");
        assumeTrue(Files.exists(count), () -> device + " has no virtual functions");
        assertEquals("0", Files.readString(count).strip(), "somebody uses its functions");
        Files.writeString(card.resolve("sriov_drivers_autoprobe"), "0"); // no devices for the functions themselves
        Files.writeString(count, "2");
        rtnetlink = Rtnetlink.open();
        links = rtnetlink.links();
    }

    @AfterEach
    void close() throws IOException {
        if (rtnetlink != null) {
            rtnetlink.close();
            Files.writeString(count, "0");
        }
    }

    private int index() throws NetlinkException {
        return links.get(device).index();
    }

    private VirtualFunction function(int number) throws NetlinkException {
        return links.get(device).functions().get(number);
    }

    private void change(VirtualFunction.Request... wanted) throws NetlinkException {
        links.change(LinkSpec.indexed(index()).functions(wanted));
    }

    /** What {@code ip} says of a function. */
    private Map<?, ?> shown(int number) {
        List<?> all = (List<?>) StrictJson.parse(Commands.here().run("ip", "-j", "-d", "link", "show", "dev", device));
        return (Map<?, ?>) ((List<?>) ((Map<?, ?>) all.getFirst()).get("vfinfo_list")).get(number);
    }

    /** The driver wants to know how fast the link is. */
    private void waitForCarrier() throws NetlinkException {
        try (EventStream events = EventStream.open(Rtnetlink.PROTOCOL, Set.of(RTNLGRP_LINK), SocketOptions.DEFAULT)) {
            links.setUp(index());
            while (!links.get(device).operState().equals(UP)) {
                assertTrue(events.next(LONG, Link::decode).isPresent(), "it gets no carrier");
            }
        }
    }

    @Test
    @NeedsCommand("ip")
    void keepWhatIsSet() throws NetlinkException {
        waitForCarrier();
        assertEquals(List.of(0, 1), links.get(device).functions().stream().map(VirtualFunction::number).toList());
        VirtualFunction before = function(0);
        assertNotEquals(Optional.of(ADDRESS), function(1).address());
        change(VirtualFunction.of(1).address(ADDRESS).vlan(7, 3).rate(0, 50).spoofCheck(false).trust(true));

        VirtualFunction made = function(1);
        assertEquals(Optional.of(ADDRESS), made.address());
        assertEquals(OptionalLong.of(7), made.vlan());
        assertEquals(OptionalLong.of(3), made.priority());
        assertEquals(7, made.vlans().getFirst().id());
        assertEquals(OptionalLong.of(50), made.maxRate());
        assertEquals(OptionalLong.of(0), made.minRate());
        assertEquals(Optional.of(false), made.spoofCheck());
        assertEquals(Optional.of(true), made.trust());
        assertEquals(before, function(0), "the other one");

        Map<?, ?> shown = shown(1);
        Map<?, ?> vlan = (Map<?, ?>) ((List<?>) shown.get("vlan_list")).getFirst();
        assertEquals(ADDRESS.toString(), shown.get("address"));
        assertEquals("7 3", vlan.get("vlan") + " " + vlan.get("qos"));
        assertEquals(new BigDecimal(50), ((Map<?, ?>) shown.get("rate")).get("max_tx"));
        assertEquals("false true", shown.get("spoofchk") + " " + shown.get("trust"));

        change(VirtualFunction.of(1).vlan(0, 0).rate(0, 0).spoofCheck(true).trust(false));
        assertEquals("OptionalLong[0] OptionalLong[0] Optional[true] Optional[false]",
                function(1).vlan() + " " + function(1).maxRate() + " " + function(1).spoofCheck() + " " + function(1).trust());
    }

    @Test
    void whatCannotBeIsRefused() {
        refused(Errno.EINVAL, () -> change(VirtualFunction.of(99).address(ADDRESS)));
        refused(Errno.EOPNOTSUPP, () -> change(VirtualFunction.of(0).linkState(1))); // by igb
    }

    /** No driver of today's kernels but enic has port profiles. */
    @Test
    void withoutPortProfilesNoneAreShownAndNoneAreTaken() throws NetlinkException {
        Link link = links.get(device);
        assertEquals(List.of(), link.functionPorts());
        assertEquals(Optional.empty(), link.selfPort());
        Attributes port = Attributes.none(IflaPort.ATTRIBUTES).with(IFLA_PORT_VF, 0).with(IFLA_PORT_REQUEST, 2);
        Attributes ports = Attributes.none(IflaPort.LIST).plus(IFLA_VF_PORT, port);
        LinkSpec spec = LinkSpec.indexed(link.index());
        refused(Errno.EOPNOTSUPP, () -> links.change(spec.with(attributes -> attributes.with(IFLA_VF_PORTS, ports))));
        refused(Errno.EOPNOTSUPP, () -> links.change(spec.with(attributes -> attributes.with(IFLA_PORT_SELF, port))));
    }
}
