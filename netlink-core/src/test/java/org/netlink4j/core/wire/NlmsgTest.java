package org.netlink4j.core.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.netlink4j.testkit.HeaderConstants;

class NlmsgTest {
    @Test
    void agreesWithTheHeaders() {
        Map<String, Long> ours = HeaderConstants.constants(Nlmsg.class);
        ours.remove("NLMSGERR_LEN"); // our own name
        ours.put("NLA_TYPE_MASK & 0xffff", ours.remove("NLA_TYPE_MASK")); // the header has it as an int
        assertEquals(Set.of(), HeaderConstants.assertAgree(ours, "linux/netlink.h"));
        HeaderConstants.assertAgree(
                Map.of("sizeof(struct nlmsgerr)", (long) Nlmsg.NLMSGERR_LEN, "sizeof(struct nlattr)", (long) Nlmsg.NLA_HDRLEN),
                "linux/netlink.h");
    }

    @Test
    void roundsUpToFour() {
        assertEquals(0, Nlmsg.align(0));
        assertEquals(4, Nlmsg.align(1));
        assertEquals(4, Nlmsg.align(4));
        assertEquals(0x1_0000_0000L, Nlmsg.align(0xffff_fffdL));
    }
}
