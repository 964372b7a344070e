package org.netlink4j.macvtap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CapabilitiesTest {
    @Test
    void effectiveOnesOfAStatusFile() {
        String status = "Name:\tjava\nCapPrm:\tffffffffffffffff\nCapEff:\t0000000000001000\nCapBnd:\tffffffffffffffff\n";
        Capabilities capabilities = Capabilities.parse(status);
        assertTrue(capabilities.has(Capabilities.CAP_NET_ADMIN));
        assertFalse(capabilities.has(Capabilities.CAP_SYS_ADMIN));
        assertFalse(capabilities.has(Capabilities.CAP_MKNOD));
        assertEquals(new Capabilities(-1), Capabilities.parse("CapEff:\tffffffffffffffff"));
        assertEquals(new Capabilities(0), Capabilities.parse("nothing of the kind"));
    }
}
