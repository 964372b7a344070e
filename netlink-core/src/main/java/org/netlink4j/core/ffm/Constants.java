package org.netlink4j.core.ffm;

/**
 * Numbers of the Linux ABI that {@link Libc}'s callers pass. The same on x86-64 and aarch64 unless the comment says that they
 * differ; all for 64-bit glibc or musl.
 */
public final class Constants {
    /** {@code sys/socket.h}. */
    public static final int AF_UNIX = 1;

    /** {@code sys/socket.h}. */
    public static final int AF_NETLINK = 16;

    /** {@code sys/socket.h}. */
    public static final int AF_PACKET = 17;

    /** {@code sys/socket.h}. */
    public static final int SOCK_STREAM = 1;

    /** {@code sys/socket.h}. */
    public static final int SOCK_DGRAM = 2;

    /** {@code sys/socket.h}. */
    public static final int SOCK_RAW = 3;

    /** {@code sys/socket.h}. */
    public static final int SOCK_NONBLOCK = 0x800;

    /** {@code sys/socket.h}. */
    public static final int SOCK_CLOEXEC = 0x80000;

    /** {@code sys/socket.h}: a datagram was longer than the buffer. */
    public static final int MSG_TRUNC = 0x20;

    /** {@code sys/socket.h}. */
    public static final int MSG_DONTWAIT = 0x40;

    /** {@code sys/socket.h}: a peer that is gone is an error and no signal. */
    public static final int MSG_NOSIGNAL = 0x4000;

    /** {@code sys/socket.h}: descriptors that are received are closed on exec. */
    public static final int MSG_CMSG_CLOEXEC = 0x40000000;

    /** {@code sys/socket.h}: ancillary data are descriptors, an {@code int} each. */
    public static final int SCM_RIGHTS = 1;

    /** {@code sys/wait.h}: do not wait for a child that has not ended. */
    public static final int WNOHANG = 1;

    /** {@code asm-generic/socket.h}. */
    public static final int SOL_SOCKET = 1;

    /** {@code asm-generic/socket.h}. */
    public static final int SO_SNDBUF = 7;

    /** {@code asm-generic/socket.h}. */
    public static final int SO_RCVBUF = 8;

    /** {@code asm-generic/socket.h}: who is at the other end of a unix socket, a {@code struct ucred}. */
    public static final int SO_PEERCRED = 17;

    /** {@code sys/socket.h}: size of {@code struct ucred} in bytes: s32 process, u32 user, u32 group. */
    public static final long UCRED = 12;

    /** {@code asm-generic/socket.h}. */
    public static final int SO_ATTACH_FILTER = 26;

    /** {@code asm-generic/socket.h}. */
    public static final int SO_DETACH_FILTER = 27;

    /** {@code asm-generic/socket.h}; needs {@code CAP_NET_ADMIN}. */
    public static final int SO_SNDBUFFORCE = 32;

    /** {@code asm-generic/socket.h}; needs {@code CAP_NET_ADMIN}. */
    public static final int SO_RCVBUFFORCE = 33;

    /** {@code linux/socket.h}. */
    public static final int SOL_NETLINK = 270;

    /** {@code linux/socket.h}. */
    public static final int SOL_PACKET = 263;

    /** {@code linux/if_packet.h}. */
    public static final int PACKET_ADD_MEMBERSHIP = 1;

    /** {@code linux/if_packet.h}. */
    public static final int PACKET_MR_MULTICAST = 0;

    /** {@code linux/if_packet.h}: a frame that this host sends. */
    public static final int PACKET_OUTGOING = 4;

    /** {@code linux/if_ether.h}: every Ethernet type. */
    public static final int ETH_P_ALL = 3;

    /** {@code sys/eventfd.h}. */
    public static final int EFD_CLOEXEC = 0x80000;

    /** {@code sys/eventfd.h}. */
    public static final int EFD_NONBLOCK = 0x800;

    /** {@code poll.h}. */
    public static final short POLLIN = 1;

    /** {@code fcntl.h}. */
    public static final int O_RDONLY = 0;

    /** {@code fcntl.h}. */
    public static final int O_RDWR = 2;

    /** {@code fcntl.h}. */
    public static final int O_CREAT = 0x40;

    /** {@code fcntl.h}. */
    public static final int O_NONBLOCK = 0x800;

    /** {@code fcntl.h}. (O_DIRECTORY, O_NOFOLLOW and O_DIRECT do differ between x86-64 and aarch64; they are not used.) */
    public static final int O_CLOEXEC = 0x80000;

    /** {@code sys/stat.h}: character device. */
    public static final int S_IFCHR = 0x2000;

    /** {@code sys/stat.h}: the file type bits. */
    public static final int S_IFMT = 0xf000;

    /** {@code linux/sched.h}. */
    public static final int CLONE_NEWNS = 0x20000;

    /** {@code linux/sched.h}. */
    public static final int CLONE_NEWNET = 0x40000000;

    /** {@code sys/mount.h}. */
    public static final long MS_REC = 0x4000;

    /** {@code sys/mount.h}. */
    public static final long MS_SLAVE = 0x80000;

    /** {@code struct cmsghdr} of 64-bit ABIs: size in bytes; a {@code size_t} length, then two {@code int}: level and type. */
    public static final long CMSGHDR = 16;

    /** Offset of {@code cmsg_level}. */
    public static final long CMSG_LEVEL = 8;

    /** Offset of {@code cmsg_type}. */
    public static final long CMSG_TYPE = 12;

    /** {@code posix_spawn_file_actions_t}: more than its size in any C library. */
    public static final long FILE_ACTIONS = 256;

    /** {@code struct msghdr} of 64-bit ABIs: size in bytes. */
    public static final long MSGHDR = 56;

    /** Offset of {@code msg_name} in {@code struct msghdr}; its length, an {@code int}, is 8 bytes further. */
    public static final long MSG_NAME = 0;

    /** Offset of {@code msg_namelen}. */
    public static final long MSG_NAMELEN = 8;

    /** Offset of {@code msg_iov}. */
    public static final long MSG_IOV = 16;

    /** Offset of {@code msg_iovlen}. */
    public static final long MSG_IOVLEN = 24;

    /** Offset of {@code msg_control}. */
    public static final long MSG_CONTROL = 32;

    /** Offset of {@code msg_controllen}. */
    public static final long MSG_CONTROLLEN = 40;

    /** Offset of {@code msg_flags}. */
    public static final long MSG_FLAGS = 48;

    /** {@code struct sockaddr_nl} of {@code linux/netlink.h}: size in bytes. */
    public static final int SOCKADDR_NL = 12;

    /** {@code struct sockaddr_ll} of {@code linux/if_packet.h}: size in bytes. */
    public static final int SOCKADDR_LL = 20;

    /** Offset of {@code sll_protocol}, 16 bits in network byte order. */
    public static final long SLL_PROTOCOL = 2;

    /** Offset of {@code sll_ifindex}. */
    public static final long SLL_IFINDEX = 4;

    /** {@code struct packet_mreq} of {@code linux/if_packet.h}: size in bytes; {@code mr_ifindex} is first. */
    public static final int PACKET_MREQ = 16;

    /** Offset of {@code mr_type}, 16 bits. */
    public static final long MR_TYPE = 4;

    /** Offset of {@code mr_alen}, 16 bits. */
    public static final long MR_ALEN = 6;

    /** Offset of {@code mr_address}. */
    public static final long MR_ADDRESS = 8;

    /** {@code struct sockaddr_un} of {@code sys/un.h}: size in bytes. */
    public static final int SOCKADDR_UN = 110;

    /** Offset of {@code sun_path}. */
    public static final long SUN_PATH = 2;

    /** {@code struct stat}: enough bytes for every ABI. */
    public static final long STAT = 144;

    /** Offset of {@code st_dev}, 64 bit. */
    public static final long ST_DEV = 0;

    /** Offset of {@code st_ino}, 64 bit. */
    public static final long ST_INO = 8;

    /** {@code asm/unistd.h}: <b>differs</b>, 0 on x86-64 and 63 on aarch64. */
    public static final int SYS_READ;

    /** {@code asm/unistd.h}: <b>differs</b>, 1 on x86-64 and 64 on aarch64. */
    public static final int SYS_WRITE;

    /** {@code asm/unistd.h}: <b>differs</b>, 19 on x86-64 and 65 on aarch64. */
    public static final int SYS_READV;

    /** {@code asm/unistd.h}: <b>differs</b>, 44 on x86-64 and 206 on aarch64. The length of an address that is NULL is not looked at. */
    public static final int SYS_SENDTO;

    /** {@code asm/unistd.h}: <b>differs</b>, 45 on x86-64 and 207 on aarch64. */
    public static final int SYS_RECVFROM;

    /** Offset of {@code st_mode}, 32 bit: <b>differs</b>, 24 on x86-64 and 16 on aarch64. */
    public static final long ST_MODE;

    /** Offset of {@code st_rdev}, 64 bit: <b>differs</b>, 40 on x86-64 and 32 on aarch64. */
    public static final long ST_RDEV;

    static {
        boolean x86 = System.getProperty("os.arch").equals("amd64");
        ST_MODE = x86 ? 24 : 16;
        ST_RDEV = x86 ? 40 : 32;
        SYS_READ = x86 ? 0 : 63;
        SYS_WRITE = x86 ? 1 : 64;
        SYS_READV = x86 ? 19 : 65;
        SYS_SENDTO = x86 ? 44 : 206;
        SYS_RECVFROM = x86 ? 45 : 207;
    }

    private Constants() {}
}
