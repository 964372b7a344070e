package org.netlink4j.lldpad.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.PortResponse;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.lldpad.evb.EvbStation;
import org.netlink4j.lldpad.evb.VsiKey;
import org.netlink4j.lldpad.wire.VsiFilter;

/** What goes over the door of a port comes out as it went in, and nonsense is malformed. */
class DoorTextTest {
    @Provide
    Arbitrary<EvbStation.Vsi> vsis() {
        Arbitrary<VsiKey> keys = Combinators.combine(
                        Arbitraries.integers().between(0, 255), Arbitraries.integers().between(0, 0xff_ffff),
                        Arbitraries.integers().between(0, 255), Arbitraries.longs(), Arbitraries.longs())
                .as((manager, type, version, high, low) -> VsiKey.of(new QbgProfile(manager, type, version, new UUID(high, low))));
        MacAddress machine = MacAddress.parse("52:54:00:c7:3e:ce");
        Arbitrary<VsiFilter> filters = Arbitraries.integers().between(0, 0xffff).map(tag -> new VsiFilter.MacVlan(machine, tag));
        return Combinators.combine(keys, Arbitraries.of(PortRequest.class), Arbitraries.of(true, false), filters.list().ofMinSize(1).ofMaxSize(3))
                .as(EvbStation.Vsi::new);
    }

    @Property(tries = 200)
    void tables(@ForAll boolean bridge, @ForAll VdpGeneration generation, @ForAll("vsis") EvbStation.Vsi one, @ForAll("vsis") EvbStation.Vsi other)
            throws NetlinkException {
        PortTable table = new PortTable(bridge, generation, List.of(one, other));
        assertEquals(table, PortTable.decode(table.encode().lines().toList()));
        assertEquals(one.key(), VsiKey.of(one.key().profile()));
    }

    @Example
    void outcomes() throws NetlinkException {
        for (VsiOutcome outcome : List.of(
                new VsiOutcome.Done(PortRequest.ASSOCIATE), new VsiOutcome.Refused(new PortResponse(0x22), VdpGeneration.DRAFT, true),
                new VsiOutcome.TimedOut(true), new VsiOutcome.EndedMeanwhile(), new VsiOutcome.NotReady(6), new VsiOutcome.Busy(),
                new VsiOutcome.Rejected(22))) {
            assertEquals(outcome, DoorText.decodeOutcome(DoorText.encode(outcome)));
        }
        assertThrows(IllegalArgumentException.class, () -> DoorText.encode(new VsiOutcome.NotRunning()));
    }

    @Provide
    Arbitrary<String> almost() {
        return Combinators.combine(
                        Arbitraries.of(
                                "done", "refused", "timed-out", "ended", "not-ready", "busy", "rejected", "bridge", "station", "waits", "rests", ""),
                        Arbitraries.of("RATIFIED", "DRAFT", "2", "-1", "70000", "0a10", "x", "", "99999999999").list().ofMaxSize(4))
                .as((first, rest) -> first + " " + String.join(" ", rest));
    }

    @Property
    void nonsenseIsMalformed(@ForAll("almost") String one, @ForAll("almost") String two) {
        for (List<String> lines : List.<List<String>>of(List.of(), List.of(one), List.of(one, two))) {
            try {
                PortTable.decode(lines);
            } catch (NetlinkException _) {
                // it was not understood, as it should be
            }
        }
        try {
            DoorText.decodeOutcome(one);
        } catch (NetlinkException _) {
            // likewise
        }
    }

    @Example
    void aManagerOfMoreThanEightBitsHasNoProfile() {
        VsiKey key = VsiKey.of(new QbgProfile(1, 2, 3, new UUID(4, 5)));
        byte[] manager = key.managerId().toArray();
        manager[15] = 1;
        VsiKey longer = new VsiKey(Octets.of(manager), 2, 3, key.instanceId());
        assertThrows(IllegalArgumentException.class, longer::profile);
    }
}
