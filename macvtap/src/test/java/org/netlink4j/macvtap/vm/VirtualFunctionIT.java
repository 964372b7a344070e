package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_LINK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.rtnetlink.link.OperState;
import org.netlink4j.rtnetlink.link.VirtualFunction;
import org.netlink4j.testkit.RootTest;

/**
 * A guest has a virtual function of a real driver. The card is of this machine's own namespace: only with
 * {@code -Dnetlink4j.functions=NAME}, the name of a card that this test may set up and change, and that has no functions yet;
 * {@code rtnetlink/src/test/vm/kernels -S} has one.
 */
@RootTest
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class VirtualFunctionIT {
    private static final String PROPERTY = "netlink4j.functions";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final MacAddress FIXED = MacAddress.parse("02:00:00:00:00:99");

    @TempDir
    private Path directory;

    private String physical;
    private Path card;
    private Rtnetlink rtnetlink;
    private DirectInterfaces interfaces;
    private String function;

    @BeforeEach
    void open() throws IOException {
        physical = System.getProperty(PROPERTY, "");
        assumeTrue(!physical.isEmpty(), "-D" + PROPERTY + "=NAME names no network card that may be changed");
        card = Path.of("/sys/class/net", physical, "device");
        assumeTrue(Files.exists(card.resolve("sriov_numvfs")), () -> physical + " has no virtual functions");
        assertEquals("0", Files.readString(card.resolve("sriov_numvfs")).strip(), "somebody uses its functions");
        rtnetlink = Rtnetlink.open();
        try (EventStream events = EventStream.open(Rtnetlink.PROTOCOL, Set.of(RTNLGRP_LINK), SocketOptions.DEFAULT)) {
            rtnetlink.links().setUp(link(physical).index());
            while (!link(physical).operState().equals(Optional.of(OperState.UP))) {
                assertTrue(events.next(LONG, Link::decode).isPresent(), "it gets no carrier");
            }
            Files.writeString(card.resolve("sriov_drivers_autoprobe"), "1");
            Files.writeString(card.resolve("sriov_numvfs"), "2");
            Path device = card.resolve("virtfn1").resolve("net");
            while (!Files.isDirectory(device)) {
                assertTrue(events.next(LONG, Link::decode).isPresent(), "no driver makes a device of the function");
            }
            try (Stream<Path> names = Files.list(device)) {
                function = names.findFirst().orElseThrow().getFileName().toString();
            }
        }
        try (NetworkNamespace here = NetworkNamespace.current()) {
            interfaces = DirectInterfaces.open(here, DirectInterfaces.nobody(), directory.resolve("journal"));
        }
    }

    @AfterEach
    void close() throws IOException {
        if (interfaces != null) {
            interfaces.close();
            rtnetlink.close();
            Files.writeString(card.resolve("sriov_numvfs"), "0");
        }
    }

    private Link link(String name) throws IOException {
        return rtnetlink.links().get(name);
    }

    private VirtualFunction told() throws IOException {
        return link(physical).functions().get(1);
    }

    private void tell(VirtualFunction.Request wanted) throws IOException {
        rtnetlink.links().change(LinkSpec.indexed(link(physical).index()).functions(wanted));
    }

    private DirectInterfaceSpec spec(int vlan) {
        return DirectInterfaceSpec.on(function)
                .device(device -> device.mode(MacvlanMode.PASSTHRU).address(VmLab.VM))
                .vlan(vlan);
    }

    private String state() throws IOException {
        return link(function).address() + " " + told().address() + " " + told().vlan() + "/" + told().priority();
    }

    @Test
    void isTheGuestsMeanwhileAndAsBeforeAfterwards() throws IOException {
        tell(VirtualFunction.of(1).vlan(7, 3));
        String before = state();
        DirectInterface made = interfaces.createStarted(spec(42), VmOperation.CREATE);
        assertEquals(Optional.of(VmLab.VM), link(function).address());
        assertEquals(Optional.of(VmLab.VM), told().address());
        assertEquals(OptionalLong.of(42), told().vlan());
        assertEquals(OptionalLong.of(0), told().priority());
        assertTrue(link(made.name()).isUp());
        assertEquals(new CardPorts.Function(physical, 1), interfaces.host().ports().function(function).orElseThrow());
        made.delete();
        assertEquals(before, state());
        rtnetlink.links().setAddress(link(function).index(), FIXED); // nobody has fixed it
        assertEquals(Optional.of(FIXED), told().address());
    }

    @Test
    void addressThatWasFixedIsFixedAgain() throws IOException {
        rtnetlink.links().setAddress(link(function).index(), FIXED);
        tell(VirtualFunction.of(1).address(FIXED));
        String before = state();
        assertThrows(IOException.class, () -> rtnetlink.links().setAddress(link(function).index(), VmLab.VM), "it is fixed");
        DirectInterface made = interfaces.create(spec(0), VmOperation.CREATE);
        assertEquals(Optional.of(VmLab.VM), link(function).address());
        made.delete();
        assertEquals(before, state());
        assertThrows(IOException.class, () -> rtnetlink.links().setAddress(link(function).index(), VmLab.VM), "it is fixed");
        tell(VirtualFunction.of(1).address(new MacAddress(0)));
    }

    @Test
    void whatAnotherProcessLeftIsTakenBack() throws IOException {
        String before = state();
        interfaces.create(spec(42), VmOperation.CREATE);
        interfaces.close();
        try (NetworkNamespace here = NetworkNamespace.current()) {
            interfaces = DirectInterfaces.open(here, DirectInterfaces.nobody(), directory.resolve("journal"));
        }
        assertEquals(
                Recovered.Outcome.REMOVED,
                interfaces.recover(DirectInterfaces.Complete.REMOVE).getFirst().outcome());
        assertEquals(before, state());
    }

    @Test
    void cardThatIsDownIsRefused() throws IOException {
        String before = state();
        rtnetlink.links().setDown(link(physical).index());
        SystemCallException e = assertThrows(SystemCallException.class, () -> interfaces.create(spec(42), VmOperation.CREATE));
        assertEquals(Errno.ENETDOWN, e.errno());
        assertEquals(before, state());
    }
}
