package org.netlink4j.macvtap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledIf;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.macvtap.io.MacvtapBuild;

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
    void everyEntryPointOfABuildWithoutMacvtap() throws Exception {
        String reason = "not supported: " + MacvtapBuild.whyNot().orElseThrow();
        try (NetworkNamespace here = NetworkNamespace.current()) {
            assertEquals(reason, assertThrows(NotSupportedException.class, Macvtaps::open).getMessage());
            assertEquals(reason, assertThrows(NotSupportedException.class, () -> Macvtaps.open(here)).getMessage());
            assertEquals(
                    reason,
                    assertThrows(
                                    NotSupportedException.class,
                                    () -> TapQueue.open(here, "macvtap0", 1, TapOptions.DEFAULT))
                            .getMessage());
        }
        MacvtapSupport support = MacvtapSupport.probe();
        assertEquals(MacvtapSupport.Verdict.NO, support.build().verdict());
        assertEquals(MacvtapSupport.Verdict.UNKNOWN, support.kernel().verdict());
        assertEquals(reason, assertThrows(NotSupportedException.class, support::require).getMessage());
    }

    @Test
    @EnabledIf(BuiltWith.MACVTAP)
    void kernelThatDoesNotKnowTheKind() throws Exception {
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
