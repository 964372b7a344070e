package org.netlink4j.macvtap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.function.Executable;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.macvtap.handover.QemuMonitor;
import org.netlink4j.macvtap.handover.TapChild;
import org.netlink4j.macvtap.handover.TapSocket;
import org.netlink4j.macvtap.io.MacvtapBuild;
import org.netlink4j.macvtap.vm.DirectInterfaceSpec;
import org.netlink4j.macvtap.vm.DirectInterfaces;
import org.netlink4j.macvtap.vm.InterfacePlan;

/** Row 80: without macvtap every entry point says so, and why. */
class NotSupportedTest {
    @Test
    void reasons() {
        assertEquals(Optional.empty(), MacvtapBuild.whyNot("Linux", "true"));
        assertEquals(Optional.of("built without macvtap"), MacvtapBuild.whyNot("Linux", "false"));
        assertEquals(Optional.of("macvtap needs Linux, and this is Plan 9"), MacvtapBuild.whyNot("Plan 9", "true"));
    }

    @Test
    @DisabledIf(BuiltWith.MACVTAP)
    void row80_everyEntryPointOfABuildWithoutMacvtap() throws Exception {
        String reason = "not supported: " + MacvtapBuild.whyNot().orElseThrow();
        try (NetworkNamespace here = NetworkNamespace.current()) {
            assertEquals(reason, assertThrows(NotSupportedException.class, Macvtaps::open).getMessage());
            assertEquals(reason, assertThrows(NotSupportedException.class, () -> Macvtaps.open(here)).getMessage());
            Path path = Path.of("/nothing");
            DirectInterfaceSpec spec = DirectInterfaceSpec.on("lo");
            for (Executable entryPoint : List.<Executable>of(
                    () -> TapQueue.open(here, "macvtap0", 1, TapOptions.DEFAULT),
                    () -> TapQueue.takeOver(-1),
                    () -> DirectInterfaces.open(here, DirectInterfaces.nobody()),
                    () -> DirectInterfaces.open(here, DirectInterfaces.nobody(), path),
                    () -> InterfacePlan.of(spec, VmOperation.CREATE, InterfacePlan.Given.NOTHING),
                    () -> TapSocket.connect(path),
                    () -> TapSocket.listen(path),
                    () -> QemuMonitor.connect(path, Duration.ofSeconds(1)),
                    () -> TapChild.start(List.of("true"), Map.of(), List.of()))) {
                assertEquals(reason, assertThrows(NotSupportedException.class, entryPoint).getMessage());
            }
        }
        MacvtapSupport support = MacvtapSupport.probe();
        assertEquals(MacvtapSupport.Verdict.NO, support.build().verdict());
        assertEquals(MacvtapSupport.Verdict.UNKNOWN, support.kernel().verdict());
        assertEquals(reason, assertThrows(NotSupportedException.class, support::require).getMessage());
    }

    @Test
    @EnabledIf(BuiltWith.MACVTAP)
    void row80_kernelThatDoesNotKnowTheKind() throws Exception {
        try (NetworkNamespace here = NetworkNamespace.current();
                Macvtaps macvtaps = Macvtaps.over(here, new RefusingTransport(95))) {
            NotSupportedException e =
                    assertThrows(NotSupportedException.class, () -> macvtaps.create(MacvtapSpec.on(1).name("macvtap0")));
            assertTrue(e.getMessage().startsWith("not supported: "), e.getMessage());
            assertTrue(e.getMessage().contains("EOPNOTSUPP"), e.getMessage());
            assertEquals(KernelException.class, e.getCause().getClass());
        }
    }
}
