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
                    Map.entry("CMSGHDR", "sizeof(struct cmsghdr)"),
                    Map.entry("CMSG_LEVEL", "offsetof(struct cmsghdr, cmsg_level)"),
                    Map.entry("CMSG_TYPE", "offsetof(struct cmsghdr, cmsg_type)"),
                    Map.entry("MSGHDR", "sizeof(struct msghdr)"),
                    Map.entry("MSG_NAME", "offsetof(struct msghdr, msg_name)"),
                    Map.entry("MSG_NAMELEN", "offsetof(struct msghdr, msg_namelen)"),
                    Map.entry("MSG_IOV", "offsetof(struct msghdr, msg_iov)"),
                    Map.entry("MSG_IOVLEN", "offsetof(struct msghdr, msg_iovlen)"),
                    Map.entry("MSG_CONTROL", "offsetof(struct msghdr, msg_control)"),
                    Map.entry("MSG_CONTROLLEN", "offsetof(struct msghdr, msg_controllen)"),
                    Map.entry("MSG_FLAGS", "offsetof(struct msghdr, msg_flags)"),
                    Map.entry("SOCKADDR_NL", "sizeof(struct sockaddr_nl)"),
                    Map.entry("SOCKADDR_LL", "sizeof(struct sockaddr_ll)"),
                    Map.entry("SLL_PROTOCOL", "offsetof(struct sockaddr_ll, sll_protocol)"),
                    Map.entry("SLL_IFINDEX", "offsetof(struct sockaddr_ll, sll_ifindex)"),
                    Map.entry("PACKET_MREQ", "sizeof(struct packet_mreq)"),
                    Map.entry("MR_TYPE", "offsetof(struct packet_mreq, mr_type)"),
                    Map.entry("MR_ALEN", "offsetof(struct packet_mreq, mr_alen)"),
                    Map.entry("MR_ADDRESS", "offsetof(struct packet_mreq, mr_address)"),
                    Map.entry("SOCKADDR_UN", "sizeof(struct sockaddr_un)"),
                    Map.entry("SUN_PATH", "offsetof(struct sockaddr_un, sun_path)"),
                    Map.entry("UCRED", "sizeof(struct ucred)"),
                    Map.entry("ST_DEV", "offsetof(struct stat, st_dev)"),
                    Map.entry("ST_INO", "offsetof(struct stat, st_ino)"),
                    Map.entry("ST_MODE", "offsetof(struct stat, st_mode)"),
                    Map.entry("ST_RDEV", "offsetof(struct stat, st_rdev)"),
                    Map.entry("SYS_READ", "SYS_read"),
                    Map.entry("SYS_WRITE", "SYS_write"),
                    Map.entry("SYS_READV", "SYS_readv"),
                    Map.entry("SYS_SENDTO", "SYS_sendto"),
                    Map.entry("SYS_RECVFROM", "SYS_recvfrom"));

    private static final String[] HEADERS = {
        "sys/socket.h", "sys/eventfd.h", "sys/stat.h", "sys/mount.h", "fcntl.h", "poll.h", "sched.h", "linux/netlink.h",
        "linux/if_packet.h", "linux/if_ether.h", "sys/un.h", "sys/wait.h", "sys/syscall.h", "spawn.h"
    };

    @Test
    void agreeWithTheHeaders() {
        Map<String, Long> ours = HeaderConstants.constants(Constants.class);
        EXPRESSIONS.forEach((name, expression) -> ours.put(expression, ours.remove(name)));
        ours.put("sizeof(struct stat) <= " + ours.remove("STAT"), 1L); // room for every ABI
        ours.put("sizeof(posix_spawn_file_actions_t) <= " + ours.remove("FILE_ACTIONS"), 1L);
        assertEquals(Set.of(), HeaderConstants.assertAgree(ours, HEADERS));
    }
}
