package org.netlink4j.core.capture;

/** Where a captured datagram was on its way to; {@code sll_pkttype} of {@code linux/if_packet.h}. */
public enum Direction {
    /** To the kernel; {@code PACKET_KERNEL}. */
    TO_KERNEL(7),
    /** To a process, from the kernel or from another process; {@code PACKET_USER}. */
    TO_USER(6),
    /** The capture does not say: what tcpdump takes from an nlmon device has {@code PACKET_OUTGOING} throughout. */
    UNKNOWN(4);

    private final int packetType;

    Direction(int packetType) {
        this.packetType = packetType;
    }

    int packetType() {
        return packetType;
    }

    static Direction of(int packetType) {
        for (Direction direction : values()) {
            if (direction.packetType == packetType) {
                return direction;
            }
        }
        return UNKNOWN;
    }
}
