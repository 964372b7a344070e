package org.netlink4j.rtnetlink.tc.filter;

import java.nio.ByteOrder;
import java.util.Objects;
import org.netlink4j.rtnetlink.EtherType;

/**
 * What {@code tcm_info} of a filter says.
 *
 * @param priority u16, the lowest comes first; 0 in a request if the kernel is to choose
 * @param protocol of which packets it is asked; {@link #ALL} for all
 */
public record FilterInfo(int priority, EtherType protocol) {
    /** All packets: {@code ETH_P_ALL}. */
    public static final EtherType ALL = new EtherType(3);

    /** Neither: in requests for filters of all priorities. */
    public static final FilterInfo NONE = new FilterInfo(0, new EtherType(0));

    private static final int LOW = 0xffff;

    /** Checks the range. */
    public FilterInfo {
        Objects.requireNonNull(protocol);
        if (priority >>> Short.SIZE != 0) {
            throw new IllegalArgumentException("priority " + priority + " has 16 bits");
        }
    }

    /**
     * Reads the field.
     *
     * @param info {@code tcm_info}: priority in the high half, the protocol in network byte order in the low one
     * @return what it says
     */
    public static FilterInfo of(int info) {
        return new FilterInfo(info >>> Short.SIZE, new EtherType(swapped(info & LOW)));
    }

    /** {@return {@code tcm_info}} */
    public int encode() {
        return priority << Short.SIZE | swapped(protocol.value());
    }

    private static int swapped(int protocol) {
        return Short.toUnsignedInt(ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN
                ? (short) protocol
                : Short.reverseBytes((short) protocol));
    }
}
