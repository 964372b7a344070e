package org.netlink4j.core.ffm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.netlink4j.testkit.HeaderConstants;

class ConstantsTest {
    /** Our names for what in C are expressions. */
    private static final Map<String, String> EXPRESSIONS =
            Map.ofEntries(
                    Map.entry("MSGHDR", "sizeof(struct msghdr)"),
                    Map.entry("MSG_NAME", "offsetof(struct msghdr, msg_name)"),
                    Map.entry("MSG_NAMELEN", "offsetof(struct msghdr, msg_namelen)"),
                    Map.entry("MSG_IOV", "offsetof(struct msghdr, msg_iov)"),
                    Map.entry("MSG_IOVLEN", "offsetof(struct msghdr, msg_iovlen)"),
                    Map.entry("MSG_CONTROL", "offsetof(struct msghdr, msg_control)"),
                    Map.entry("MSG_CONTROLLEN", "offsetof(struct msghdr, msg_controllen)"),
                    Map.entry("MSG_FLAGS", "offsetof(struct msghdr, msg_flags)"),
                    Map.entry("SOCKADDR_NL", "sizeof(struct sockaddr_nl)"),
                    Map.entry("ST_DEV", "offsetof(struct stat, st_dev)"),
                    Map.entry("ST_INO", "offsetof(struct stat, st_ino)"),
                    Map.entry("ST_MODE", "offsetof(struct stat, st_mode)"),
                    Map.entry("ST_RDEV", "offsetof(struct stat, st_rdev)"));

    private static final String[] HEADERS = {
        "sys/socket.h", "sys/eventfd.h", "sys/stat.h", "sys/mount.h", "fcntl.h", "poll.h", "sched.h", "linux/netlink.h"
    };

    @Test
    void agreeWithTheHeaders() {
        Map<String, Long> ours = HeaderConstants.constants(Constants.class);
        EXPRESSIONS.forEach((name, expression) -> ours.put(expression, ours.remove(name)));
        ours.put("sizeof(struct stat) <= " + ours.remove("STAT"), 1L); // room for every ABI
        assertEquals(Set.of(), HeaderConstants.assertAgree(ours, HEADERS));
    }
}
