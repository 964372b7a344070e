package org.netlink4j.core.capture;

/**
 * The numbers of the pcap format. A file is a header (u32 magic, u16 major and minor version, s32 time zone, u32 accuracy, u32
 * snap length, u32 link type) and then, for every datagram, a header (u32 seconds, u32 nanoseconds or microseconds, u32 bytes
 * kept, u32 bytes there were) and the bytes kept. All are in the byte order of the machine that wrote the file.
 *
 * <p>With {@code LINKTYPE_NETLINK} the bytes begin with a header of their own in network byte order: u16 packet type, u16
 * {@code ARPHRD_NETLINK}, 10 bytes that are not used, u16 netlink protocol.
 */
final class Pcap {
    static final int FILE_HEADER = 24;
    static final int RECORD_HEADER = 16;
    static final int COOKED_HEADER = 16;

    static final int MAGIC_MICROSECONDS = 0xa1b2c3d4;
    static final int MAGIC_NANOSECONDS = 0xa1b23c4d;
    static final int MAJOR = 2;
    static final int MINOR = 4;

    static final int LINKTYPE_NETLINK = 253;
    /** The upper bits of the link type say other things. */
    static final int LINKTYPE_MASK = 0xffff;

    /** {@code linux/if_arp.h}. */
    static final int ARPHRD_NETLINK = 824;

    /** The largest record that is read or written: netlink's own limits are far below. */
    static final int LARGEST = 16 << 20;

    private Pcap() {}
}
