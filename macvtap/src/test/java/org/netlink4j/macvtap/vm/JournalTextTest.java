package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.DriverRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.QbhProfile;
import org.netlink4j.macvtap.vm.InterfaceState.Device;
import org.netlink4j.macvtap.vm.InterfaceState.Lower;
import org.netlink4j.macvtap.vm.InterfaceState.Phase;
import org.netlink4j.macvtap.vm.InterfaceState.Place;
import org.netlink4j.macvtap.vm.InterfaceState.Vsi;

class JournalTextTest {
    static final InterfaceState SAMPLE = new InterfaceState(
            new UUID(1, 2),
            Phase.CREATING,
            new Place("boot", 4026531840L),
            new Device("tap 100%", 7, 0xffff_ffffL, MacAddress.parse("52:54:00:c7:3e:ce")),
            new Lower("eth0", 3, new MacAddress(0), true, false, true, LentFunction.None.NONE),
            Vsi.ASKED,
            new ProfilePort.Qbg(new QbgProfile(11, 0x123457, 2, new UUID(3, 4)), "eth0", 3, 100));

    @Test
    void textOfAnInterface() throws Exception {
        assertEquals(
                """
                macvtap interface 1
                id 00000000-0000-0001-0000-000000000002
                phase CREATING
                boot boot
                namespace 4026531840
                device.name tap+100%25
                device.index 7
                device.group 4294967295
                device.address 52%3A54%3A00%3Ac7%3A3e%3Ace
                lower.name eth0
                lower.index 3
                lower.address 00%3A00%3A00%3A00%3A00%3A00
                lower.exclusive true
                lower.lent false
                lower.raised true
                vsi ASKED
                port 802.1Qbg
                port.manager 11
                port.type 1193047
                port.version 2
                port.instance 00000000-0000-0003-0000-000000000004
                port.root eth0
                port.index 3
                port.vlan 100
                end
                """,
                JournalText.encode(SAMPLE));
        assertEquals(SAMPLE, JournalText.decode(JournalText.encode(SAMPLE)));
    }

    @Test
    void textOfAVirtualFunction() {
        InterfaceState lent = SAMPLE.lower(SAMPLE.lower().function(new LentFunction.Card(
                "eth0", 2, 3, MacAddress.parse("52:54:00:00:00:01"), true, new LentFunction.Vlan(7, 5), new LentFunction.Vlan(42, 0))));
        assertTrue(JournalText.encode(lent).contains(
                """
                card.name eth0
                card.index 2
                card.function 3
                card.address 52%3A54%3A00%3A00%3A00%3A01
                card.fixed true
                card.vlan 7
                card.priority 5
                card.lent.vlan 42
                card.lent.priority 0
                """));
    }

    private static Arbitrary<UUID> ids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    private static Arbitrary<MacAddress> addresses() {
        return Arbitraries.longs().between(0, 0xffff_ffff_ffffL).map(MacAddress::new);
    }

    private static Arbitrary<LentFunction> functions(Arbitrary<String> names) {
        Arbitrary<Integer> numbers = Arbitraries.integers();
        Arbitrary<LentFunction.Vlan> vlans = Combinators.combine(numbers, numbers).as(LentFunction.Vlan::new);
        Arbitrary<LentFunction> cards = Combinators.combine(
                        names, numbers, numbers, addresses(), Arbitraries.of(true, false), vlans, vlans)
                .<LentFunction>as(LentFunction.Card::new)
                .withoutEdgeCases();
        return Arbitraries.oneOf(Arbitraries.just(LentFunction.None.NONE), cards);
    }

    @Provide
    Arbitrary<InterfaceState> states() {
        Arbitrary<String> names = Arbitraries.strings().ofMaxLength(15)
                .map(name -> name.replaceAll("\\p{Cs}", "?")); // half of a surrogate pair is no character
        Arbitrary<Integer> numbers = Arbitraries.integers();
        Arbitrary<Boolean> truths = Arbitraries.of(true, false);
        Arbitrary<Device> devices =
                Combinators.combine(names, numbers, Arbitraries.longs(), addresses()).as(Device::new);
        Arbitrary<Lower> lowers =
                Combinators.combine(names, numbers, addresses(), truths, truths, truths, functions(names)).as(Lower::new);
        Arbitrary<ProfilePort> qbg = Combinators.combine(
                        Arbitraries.integers().between(0, 255),
                        Arbitraries.integers().between(0, 0xff_ffff),
                        Arbitraries.integers().between(0, 255),
                        ids(), names, numbers, numbers)
                .as((m, t, v, id, root, index, vlan) -> new ProfilePort.Qbg(new QbgProfile(m, t, v, id), root, index, vlan));
        Arbitrary<ProfilePort> qbh = Combinators.combine(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(39),
                        numbers, Arbitraries.integers().between(-1, 300), ids())
                .as((profile, index, function, id) ->
                        new ProfilePort.Qbh(new QbhProfile(profile), new DriverRequest.Port(index, function), id));
        Arbitrary<ProfilePort> ports = Arbitraries.oneOf(Arbitraries.just(ProfilePort.None.NONE), qbg, qbh);
        return Combinators.combine(
                        ids(), Arbitraries.of(Phase.class),
                        Combinators.combine(names, Arbitraries.longs()).as(Place::new),
                        devices, lowers, Arbitraries.of(Vsi.class), ports)
                .as(InterfaceState::new);
    }

    @Property
    void roundTrip(@ForAll("states") InterfaceState state) throws IOException {
        assertEquals(state, JournalText.decode(JournalText.encode(state)));
    }

    @Property
    void anyTextIsAnInterfaceOrAnError(@ForAll String text) {
        assertThrows(IOException.class, () -> JournalText.decode(text));
    }

    @Property
    void damagedTextIsAnInterfaceOrAnError(
            @ForAll("states") InterfaceState state, @ForAll("places") double from, @ForAll("places") double to, @ForAll String piece) {
        String text = JournalText.encode(state);
        int begin = (int) (Math.min(from, to) * text.length());
        int end = (int) (Math.max(from, to) * text.length());
        try {
            JournalText.decode(text.substring(0, begin) + piece + text.substring(end));
        } catch (IOException _) {
            // as it should be
        }
    }

    @Provide
    Arbitrary<Double> places() {
        return Arbitraries.doubles().between(0, 1);
    }
}
