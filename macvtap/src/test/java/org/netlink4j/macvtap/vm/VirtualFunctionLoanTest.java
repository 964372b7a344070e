package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.lldpad.PortParameter;
import org.netlink4j.lldpad.PortProfileSpec;
import org.netlink4j.lldpad.PortProfileType;
import org.netlink4j.lldpad.PortRules;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.macvtap.io.NameGenerator;
import org.netlink4j.macvtap.vm.FakeCard.Driver;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.MacvlanMode;

/** A virtual function is lent to a guest and taken back, over drivers in memory and a {@code /sys} made of files. */
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class VirtualFunctionLoanTest {
    private static final MacAddress GUEST = VmLab.VM;
    private static final MacAddress OTHER = MacAddress.parse("02:00:00:00:00:99");

    @TempDir
    private Path root;

    private final Map<UUID, InterfaceState> journal = new TreeMap<>();
    private final Faults faults = new Faults();

    @BeforeEach
    void makeSysfs() throws IOException {
        Path physical = Files.createDirectories(root.resolve("devices/0000:01:00.0"));
        Files.createDirectories(physical.resolve("net/pf"));
        Path classNet = Files.createDirectories(root.resolve("class/net"));
        for (int i = 0; i <= FakeCard.FUNCTION; i++) {
            Path function = Files.createDirectories(root.resolve("devices/0000:01:10." + i));
            Files.createSymbolicLink(physical.resolve("virtfn" + i), function);
            Files.createSymbolicLink(function.resolve("physfn"), physical);
        }
        Files.createDirectories(classNet.resolve("vf"));
        Files.createSymbolicLink(
                classNet.resolve("vf/device"), root.resolve("devices/0000:01:10." + FakeCard.FUNCTION));
    }

    private Host host(FakeCard card, Steps steps) {
        return new Host(
                NetlinkClient.over(Rtnetlink.PROTOCOL, card.transport),
                new NameGenerator(),
                DirectInterfaces.nobody(),
                (_, _, _) -> List.of(),
                new Journal() {
                    @Override
                    public void save(InterfaceState state) {
                        journal.put(state.id(), state);
                    }

                    @Override
                    public void remove(UUID id) {
                        journal.remove(id);
                    }
                },
                steps,
                new CardPorts.Sysfs(root.resolve("class/net")),
                new Host.Settings(PortRules.CURRENT, new UUID(0, 0), 0),
                new InterfaceState.Place("boot", 1));
    }

    private static DirectInterfaceSpec spec(int vlan) {
        return DirectInterfaceSpec.on("vf")
                .device(device -> device.mode(MacvlanMode.PASSTHRU).address(GUEST))
                .vlan(vlan);
    }

    private Session make(FakeCard card, DirectInterfaceSpec spec) throws IOException {
        return new Creation(host(card, faults), spec, VmOperation.CREATE).run();
    }

    private static void remove(Session session) throws IOException {
        new Teardown(session, VmOperation.DESTROY).run();
    }

    private static FakeCard card(Driver driver, boolean fixed, int vlan) {
        FakeCard card = new FakeCard(driver);
        if (fixed) {
            card.fix(OTHER);
        }
        card.vlan = vlan;
        card.priority = vlan == 0 ? 0 : 5;
        return card;
    }

    static Stream<Arguments> cards() {
        return Stream.of(Driver.values())
                .flatMap(driver -> Stream.of(false, true).flatMap(fixed -> Stream.of(0, 7)
                        .filter(vlan -> vlan == 0 || driver != Driver.WITHOUT_VLANS)
                        .map(vlan -> Arguments.of(driver, fixed, vlan))));
    }

    @ParameterizedTest
    @MethodSource("cards")
    void isTheGuestsMeanwhileAndAsBeforeAfterwards(Driver driver, boolean fixed, int vlan) throws Exception {
        FakeCard card = card(driver, fixed, vlan);
        String before = card.state();
        int wanted = driver == Driver.WITHOUT_VLANS ? 0 : 42;
        Session made = make(card, spec(wanted));
        assertEquals(GUEST + " told " + GUEST + " fixed vlan " + wanted + "/0 Optional[macvtap0]", card.state());
        remove(made);
        assertEquals(before, card.state());
        assertEquals(Map.of(), journal);
    }

    @Test
    void functionChoosesFirstAndTheCardFixesItThen() throws Exception {
        FakeCard card = card(Driver.FOLLOWING, false, 0);
        Session made = make(card, spec(42));
        assertEquals(List.of("vf " + GUEST, "pf " + GUEST, "pf vlan 42/0"), card.log);
        card.log.clear();
        remove(made);
        assertEquals(List.of("pf vlan 0/0", "pf none", "vf " + FakeCard.OWN), card.log, "it follows, nothing is fixed");
    }

    @Test
    void addressThatSomebodyFixedIsReleasedAndFixedAgain() throws Exception {
        FakeCard card = card(Driver.FOLLOWING, true, 0);
        Session made = make(card, spec(0));
        assertEquals(List.of("pf none", "vf " + GUEST, "pf " + GUEST), card.log);
        card.log.clear();
        remove(made);
        assertEquals(List.of("pf none", "vf " + OTHER, "pf " + OTHER), card.log);
    }

    @Test
    void vlanOfTheFunctionBeforeIsClearedForAGuestWithoutOne() throws Exception {
        FakeCard card = card(Driver.FOLLOWING, false, 7);
        Session made = make(card, spec(0));
        assertEquals("0/0", card.vlan + "/" + card.priority);
        remove(made);
        assertEquals("7/5", card.vlan + "/" + card.priority);
    }

    @Test
    void vlanThatTheCardRefusesIsAFailureUnlessItIsOnlyCleared() {
        FakeCard card = card(Driver.WITHOUT_VLANS, false, 0);
        String before = card.state();
        assertThrows(IOException.class, () -> make(card, spec(42)));
        assertEquals(before, card.state());
        card.vlan = 7; // somehow
        assertEquals(7, assertMade(card).before().id());
    }

    private LentFunction.Card assertMade(FakeCard card) {
        try {
            return (LentFunction.Card) make(card, spec(0)).state().lower().function();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void withAnotherKindOfProfileTheSwitchDecidesOnTheVlan() throws Exception {
        FakeCard card = card(Driver.FOLLOWING, false, 7);
        DirectInterfaceSpec qbh =
                spec(42).profile(PortProfileSpec.of(PortProfileType.QBH).with(PortParameter.PROFILE_ID, "gold"));
        Session made = make(card, spec(42));
        remove(made);
        card.log.clear();
        assertThrows(IOException.class, () -> make(card, qbh), "this card has no profiles");
        assertTrue(card.log.stream().noneMatch(change -> change.contains("vlan")), card.log::toString);
    }

    @Test
    void cardThatIsDownIsRefusedAndSoIsAVlanOfWhatIsNoFunction() {
        FakeCard card = card(Driver.FOLLOWING, false, 0);
        card.up = false;
        assertEquals(Errno.ENETDOWN, assertThrows(SystemCallException.class, () -> make(card, spec(0))).errno());
        DirectInterfaceSpec shared = spec(42).device(device -> device.mode(MacvlanMode.VEPA));
        card.up = true;
        assertEquals(Errno.EOPNOTSUPP, assertThrows(SystemCallException.class, () -> make(card, shared)).errno());
        assertEquals(List.of(), card.log);
        assertEquals(Map.of(), journal);
    }

    @ParameterizedTest
    @EnumSource(names = {"FOLLOWING", "APART"})
    void whatSomebodyElseDecidedMeanwhileStays(Driver driver) throws Exception {
        FakeCard card = card(driver, false, 0);
        Session made = make(card, spec(42));
        card.fix(OTHER);
        card.vlan = 100;
        remove(made);
        assertEquals(OTHER + " told " + OTHER + " fixed vlan 100/0 Optional.empty", card.state());
        assertEquals(Map.of(), journal);
    }

    // ---- failures

    private List<String> events(FakeCard card) throws IOException {
        faults.failAt(-1);
        remove(make(card, spec(42)));
        return List.copyOf(faults.events);
    }

    @ParameterizedTest
    @MethodSource("cards")
    void stepThatFailsIsUndoneOrFinishedByRecovery(Driver driver, boolean fixed, int vlan) throws Exception {
        if (driver == Driver.WITHOUT_VLANS) {
            return;
        }
        List<String> events = events(card(driver, fixed, vlan));
        assertTrue(events.containsAll(List.of("after SET_FUNCTION", "after RELEASE_FUNCTION")), events::toString);
        assertEquals(fixed, events.contains("after RESTORE_FUNCTION"));
        for (int i = 0; i < events.size(); i++) {
            FakeCard card = card(driver, fixed, vlan);
            String before = card.state();
            faults.failAt(i);
            IOException e = assertThrows(IOException.class, () -> remove(make(card, spec(42))), events.get(i));
            assertEquals("injected " + events.get(i), e.getMessage());
            faults.failAt(-1);
            for (InterfaceState left : List.copyOf(journal.values())) {
                new Recovery(host(card, faults), left, DirectInterfaces.Complete.REMOVE).run(_ -> {});
            }
            assertEquals(before, card.state(), events.get(i));
            assertEquals(Map.of(), journal, events.get(i));
        }
    }

    /** What ends a process. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    /** After so many steps nothing is done any more. */
    private static Steps killing(int after) {
        List<InterfaceStep> done = new ArrayList<>();
        return new Steps() {
            @Override
            public void before(InterfaceStep step) {
                if (done.size() >= after) {
                    throw new Killed();
                }
            }

            @Override
            public void after(InterfaceStep step) {
                done.add(step);
            }
        };
    }

    @ParameterizedTest
    @MethodSource("cards")
    void processThatIsKilledAfterAnyStepLeavesWhatRecoveryUndoes(Driver driver, boolean fixed, int vlan) throws Exception {
        int kills = 0;
        for (boolean killed = true; killed; kills++) {
            FakeCard card = card(driver, fixed, vlan);
            String before = card.state();
            Host victim = host(card, killing(kills));
            int wanted = driver == Driver.WITHOUT_VLANS ? 0 : 42;
            try {
                remove(new Creation(victim, spec(wanted), VmOperation.CREATE).run());
                killed = false;
            } catch (Killed _) {
                // as wanted
            }
            faults.failAt(-1);
            for (InterfaceState left : List.copyOf(journal.values())) {
                InterfaceState read = JournalText.decode(JournalText.encode(left));
                assertEquals(
                        Recovered.Outcome.REMOVED,
                        new Recovery(host(card, faults), read, DirectInterfaces.Complete.REMOVE).run(_ -> {}).outcome());
            }
            assertEquals(before, card.state(), kills + " steps");
            assertEquals(Map.of(), journal);
        }
        assertTrue(kills > 12, kills + " steps");
    }
}
