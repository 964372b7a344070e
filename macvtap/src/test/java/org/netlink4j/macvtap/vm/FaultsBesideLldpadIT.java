package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.lldpad.backend.VsiBackend;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/**
 * As {@link OperationFaultsIT} and {@link FaultsIT}, beside a real lldpad with a switch behind it: what both have is as before. Each
 * step fails once, or with {@code -Dnetlink4j.faults=all} as often as it is done.
 */
@KernelTest
@NeedsCommand({"lldpad", "nsenter", "stdbuf", "unshare"})
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class FaultsBesideLldpadIT extends InVmLab {
    private static final boolean ALL = "all".equals(System.getProperty("netlink4j.faults"));
    private static final DirectInterfaceSpec SPEC = Injection.SPECS.getFirst();

    private EvbHost host;
    private Injection injection;
    private Map<String, Object> nothing;
    private int failures;

    private void open(VdpGeneration generation) throws IOException {
        host = new EvbHost(lab.cable, lab.near, VsiBackend.Kind.LLDPAD, generation, EvbTimers.UNHURRIED);
        lab.vswitch.otherwise = host::ask;
        injection = new Injection(lab);
        nothing = lab.snapshot();
    }

    @AfterEach
    void close() throws IOException {
        host.close();
    }

    /** The events to fail: of those with the same name the last, when most is to be undone. */
    private static List<Integer> numbers(List<String> events) {
        return IntStream.range(0, events.size()).filter(i -> ALL || events.lastIndexOf(events.get(i)) == i).boxed().toList();
    }

    private void assertKnown(Map<UUID, PortRequest> vsis, String event) throws IOException {
        assertTrue(host.awaitTable(vsis), () -> event + ": the switch does not have " + vsis);
        assertEquals(vsis.keySet(), host.agreed(), event);
        assertEquals(vsis.size(), host.listed(), event);
    }

    private void assertNothing(String event) throws IOException {
        assertKnown(Map.of(), event);
        assertEquals(nothing, lab.snapshot(), event);
        assertEquals(List.of(), lab.interfaces.interfaces(), event);
    }

    /** What ought to be known of the interfaces that are there. */
    private Map<UUID, PortRequest> ofInterfaces() {
        Map<UUID, PortRequest> vsis = new TreeMap<>();
        for (DirectInterface each : lab.interfaces.interfaces()) {
            UUID instance = each.state().port() instanceof ProfilePort.Qbg qbg ? qbg.profile().instanceId() : null;
            switch (each.association()) {
                case PREASSOCIATED -> vsis.put(instance, PortRequest.PREASSOCIATE);
                case ASSOCIATED -> vsis.put(instance, PortRequest.ASSOCIATE);
                case NONE -> {}
                case UNKNOWN -> throw new AssertionError(each + " may be known or not");
            }
        }
        return vsis;
    }

    private void report(String what) {
        System.out.println(what + ": " + failures + " failures, each followed by a look at lldpad and the switch");
        assertTrue(failures > 0);
    }

    // ---- all or nothing

    private static Stream<Injection.Prepared> makings() {
        Stream<Injection.Prepared> single = Stream.of(VmOperation.CREATE, VmOperation.RESTORE, VmOperation.MIGRATE_IN_START)
                .map(operation -> each -> () -> each.createStarted(SPEC, operation));
        return Stream.concat(single, Stream.of(Injection.Making.values()));
    }

    @ParameterizedTest
    @EnumSource
    void whatMakesInterfacesLeavesNothing(VdpGeneration generation) throws IOException {
        open(generation);
        for (Injection.Prepared making : makings().toList()) {
            List<String> events = injection.events(making);
            assertKnown(ofInterfaces(), "all went well");
            assertTrue(events.contains("after BRING_UP") || events.contains("after ASSOCIATE"), events::toString);
            lab.interfaces.deleteAll(VmOperation.DESTROY);
            for (int number : numbers(events)) {
                injection.failing(making, number, events.get(number));
                assertNothing(making + " failed " + events.get(number));
                failures++;
            }
        }
        report("making, " + generation);
    }

    // ---- as much as possible

    private static List<Injection.Prepared> removings() {
        List<Injection.Prepared> all = new ArrayList<>(List.of(Injection.Removing.values()));
        all.add(each -> each.createStarted(SPEC, VmOperation.CREATE)::delete);
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void whatRemovesInterfacesTriesAllAndCanBeRepeated(VdpGeneration generation) throws IOException {
        open(generation);
        for (Injection.Prepared removing : removings()) {
            List<String> events = injection.events(removing);
            assertNothing("all went well");
            for (int number : numbers(events)) {
                String event = removing + " failed " + events.get(number);
                Injection.Operation operation = injection.failing(removing, number, events.get(number));
                Map<UUID, PortRequest> left = events.get(number).equals("before DISASSOCIATE") ? ofInterfaces() : Map.of();
                assertTrue(left.size() <= 1, event);
                assertKnown(left, event);
                operation.run();
                assertNothing(event + " and was repeated");
                failures++;
            }
        }
        report("removing, " + generation);
    }

    // ---- what concerns frames only, and one interface

    @ParameterizedTest
    @EnumSource
    void startAndStopThatFailChangeNothingForTheSwitch(VdpGeneration generation) throws IOException {
        open(generation);
        DirectInterface made = lab.interfaces.create(SPEC, VmOperation.CREATE);
        Map<UUID, PortRequest> associated = ofInterfaces();
        assertEquals(Set.of(PortRequest.ASSOCIATE), Set.copyOf(associated.values()));
        List<Injection.Prepared> all = List.of(
                _ -> {
                    made.stop();
                    return made::start;
                },
                _ -> {
                    made.start();
                    return made::stop;
                });
        for (Injection.Prepared each : all) {
            List<String> events = injection.events(each);
            for (int number : numbers(events)) {
                injection.failing(each, number, events.get(number));
                assertKnown(associated, events.get(number));
                failures++;
            }
        }
        made.delete();
        assertNothing("deleted");
        report("starting and stopping, " + generation);
    }
}
