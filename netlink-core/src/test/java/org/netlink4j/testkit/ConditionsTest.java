package org.netlink4j.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionsTest {
    private static final long ALL = 0x1ffffffffffL;

    @Test
    void rootIsRootOfTheInitialUserNamespace() {
        assertEquals(Optional.empty(), Privileges.whyNotRoot("         0          0 4294967295\n", ALL));
        assertTrue(Privileges.whyNotRoot("         0       1000          1\n", ALL).orElseThrow().contains("0       1000          1"));
        assertTrue(Privileges.whyNotRoot("", ALL).isPresent());
        assertTrue(Privileges.whyNotRoot("0 0 4294967295", 0).orElseThrow().contains("CAP_MKNOD"));
    }

    @Test
    void aNamespaceNeedsTwoCapabilities() {
        assertEquals(Optional.empty(), Privileges.whyNoNamespace(1L << 12 | 1L << 21));
        assertTrue(Privileges.whyNoNamespace(1L << 21).orElseThrow().contains("CAP_NET_ADMIN"));
        assertTrue(Privileges.whyNoNamespace(1L << 12).orElseThrow().contains("CAP_SYS_ADMIN"));
    }

    @Test
    void readsTheEffectiveCapabilities() {
        assertEquals(0x3000, Privileges.effective("Name:\tjava\nCapPrm:\tffffffffffffffff\nCapEff:\t0000000000003000\n"));
        assertEquals(-1, Privileges.effective("CapEff:\tffffffffffffffff\n"));
        assertEquals(0, Privileges.effective(""));
    }

    @Test
    void comparesVersionsOfKernels() {
        for (String release : List.of("6.4.0-50-amd64", "6.12.95+deb12-amd64", "7.0-rc1", "6.4")) {
            assertEquals(Optional.empty(), Conditions.whyOlder(release, "6.4"));
        }
        assertEquals(Optional.of("needs Linux 6.4, and this is 6.1.0-50-amd64"), Conditions.whyOlder("6.1.0-50-amd64", "6.4"));
        assertTrue(Conditions.whyOlder("5.10.1", "6.4").isPresent());
    }

    @NeedsKernel("1000.0")
    @Test
    void isSkippedUnderAnOlderKernel() {
        fail("the condition let it run");
    }

    @NeedsCommand({"sh", "no-such-command"})
    @Test
    void isSkippedWithoutItsCommand() {
        fail("the condition let it run");
    }
}
