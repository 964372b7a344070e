package org.netlink4j.rtnetlink.bridge;

import java.util.stream.IntStream;

/**
 * VLANs with ids that follow one another.
 *
 * @param first the lowest id; 1 to 4094 in what somebody wants
 * @param last the highest id, not below the first
 */
public record VlanRange(int first, int last) {
    /** Checks the range. */
    public VlanRange {
        if (first >>> Short.SIZE != 0 || last >>> Short.SIZE != 0 || last < first) {
            throw new IllegalArgumentException("no range of VLAN ids: " + first + " to " + last);
        }
    }

    /**
     * A single VLAN.
     *
     * @param id its id
     * @return the range
     */
    public static VlanRange of(int id) {
        return new VlanRange(id, id);
    }

    /** {@return how many VLANs there are} */
    public int size() {
        return last - first + 1;
    }

    /** {@return whether it is a single VLAN} */
    public boolean isSingle() {
        return first == last;
    }

    /**
     * Whether a VLAN is in it.
     *
     * @param id its id
     * @return whether it is
     */
    public boolean contains(int id) {
        return first <= id && id <= last;
    }

    /** {@return the ids in order} */
    public IntStream ids() {
        return IntStream.rangeClosed(first, last);
    }

    /** What came from the kernel, in which the end may lie before the beginning. */
    static VlanRange lenient(int first, int last) {
        return new VlanRange(first, Math.max(first, last));
    }

    /** {@return for example {@code "7"} or {@code "7-9"}} */
    @Override
    public String toString() {
        return isSingle() ? Integer.toString(first) : first + "-" + last;
    }
}
