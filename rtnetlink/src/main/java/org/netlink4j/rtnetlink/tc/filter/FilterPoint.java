package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.rtnetlink.tc.filter.TcaFilter.TCM_IFINDEX_MAGIC_BLOCK;

import java.util.Objects;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.rtnetlink.tc.TcHeader;

/**
 * Where filters hang: at a queueing discipline or class of a device, or at a block that several devices share.
 *
 * @param index index of the device; {@code TCM_IFINDEX_MAGIC_BLOCK} for a block
 * @param parent the queueing discipline or class; of a block its number
 */
public record FilterPoint(int index, TcHandle parent) {
    /** Refuses nulls. */
    public FilterPoint {
        Objects.requireNonNull(parent);
    }

    /**
     * A queueing discipline or a class.
     *
     * @param index index of the device
     * @param parent its handle; {@link TcHandle#UNSPEC} for the queueing discipline at the root
     * @return the point
     */
    public static FilterPoint at(int index, TcHandle parent) {
        return new FilterPoint(index, parent);
    }

    /**
     * Packets that come in through a clsact or ingress.
     *
     * @param index index of the device
     * @return the point
     */
    public static FilterPoint ingress(int index) {
        return new FilterPoint(index, TcHandle.CLSACT_INGRESS);
    }

    /**
     * Packets that leave through a clsact.
     *
     * @param index index of the device
     * @return the point
     */
    public static FilterPoint egress(int index) {
        return new FilterPoint(index, TcHandle.CLSACT_EGRESS);
    }

    /**
     * A shared block, which queueing disciplines of devices were told to use. Since Linux 4.16.
     *
     * @param number its number, u32, not 0
     * @return the point
     */
    public static FilterPoint block(long number) {
        if (number == 0 || number >>> Integer.SIZE != 0) {
            throw new IllegalArgumentException("the number of a block is a u32 and not 0: " + number);
        }
        return new FilterPoint(TCM_IFINDEX_MAGIC_BLOCK, new TcHandle((int) number));
    }

    /** {@return whether it is a shared block} */
    public boolean isBlock() {
        return index == TCM_IFINDEX_MAGIC_BLOCK;
    }

    TcHeader header() {
        return TcHeader.NONE.index(index).parent(parent);
    }
}
