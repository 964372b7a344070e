package org.netlink4j.macvtap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.netlink4j.macvtap.MacvtapSupport.Verdict;
import org.netlink4j.testkit.KernelTest;
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
