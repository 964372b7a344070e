package org.netlink4j.macvtap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.client.LldpadClient;
import org.netlink4j.lldpad.client.LldpadConfig;
import org.netlink4j.lldpad.daemon.LldpadDaemon;
import org.netlink4j.lldpad.daemon.LldpadSetup;
import org.netlink4j.lldpad.runner.EvbBridgeRunner;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.macvtap.MacvtapSupport.Verdict;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.RootTest;

@EnabledIf(BuiltWith.MACVTAP)
class MacvtapSupportIT {
    @Test
    @KernelTest
    void aTrialTellsWhatTheKernelCan() throws Throwable {
        MacvtapSupport support = MacvtapSupport.probe();
        assertEquals(Verdict.YES, support.build().verdict());
        assertEquals(Verdict.YES, support.kernel().verdict(), support.kernel().reason());
        assertEquals(Verdict.YES, support.netAdmin().verdict());
        assertEquals(Verdict.YES, support.sysAdmin().verdict());
        assertEquals(Verdict.YES, support.macvlan().verdict(), support.macvlan().reason());
        assertEquals(Verdict.YES, support.sourceMode().verdict(), support.sourceMode().reason());
        assertEquals(MacvtapSupport.class.getRecordComponents().length, support.answers().size());
        support.require();
        support.answers().values().forEach(answer -> assertFalse(answer.reason().isBlank()));
        Leaks.assertNone(MacvtapSupport::probe);
    }

    /** The status of the port shows whether the question left an entry behind, as a request to a draft lldpad does. */
    @ParameterizedTest
    @EnumSource
    @KernelTest
    @NeedsCommand({"lldpad", "nsenter", "stdbuf", "unshare"})
    void lldpadTellsItsGenerationAndKeepsNoTrace(VdpGeneration generation) throws Exception {
        try (Cable cable = new Cable();
                Rtnetlink near = Rtnetlink.open(cable.near())) {
            cable.connect(near);
            assertEquals(Verdict.NO, cable.near().call(Surroundings::vdpGeneration).verdict());
            try (LldpadDaemon lldpad = LldpadDaemon.start(
                            cable.near(), new LldpadSetup(Cable.LOWER, generation, false, EvbTimers.UNHURRIED));
                    EvbBridgeRunner bridge =
                            EvbBridgeRunner.open(cable.far(), Cable.FAR, generation, EvbTimers.UNHURRIED)) {
                assertTrue(bridge.awaitAgreement(Duration.ofSeconds(20)));
                MacvtapSupport.Answer answer = cable.near().call(MacvtapSupport::probe).vdpGeneration();
                assertEquals(Cable.LOWER + " " + generation.name().toLowerCase(Locale.ROOT), answer.reason());
                assertEquals(Verdict.YES, answer.verdict());
                assertEquals(List.of(), bridge.vsis());
                LldpadConfig config = new LldpadConfig(generation).pidFile(lldpad.pidFile());
                try (LldpadClient client = LldpadClient.open(config, cable.near())) {
                    assertEquals(List.of(), client.status(near.links().get(Cable.LOWER).index()).entries());
                }
            }
        }
    }

    @Test
    @RootTest
    void rootCanOpenQueuesWithAllThatTheyHave() {
        MacvtapSupport support = MacvtapSupport.probe();
        assertEquals(Verdict.YES, support.queues().verdict(), support.queues().reason());
        assertEquals(Verdict.YES, support.vnetHeader().verdict());
        assertEquals(Verdict.YES, support.multiQueue().verdict());
        assertEquals(Verdict.YES, support.mknod().verdict());
    }
}
