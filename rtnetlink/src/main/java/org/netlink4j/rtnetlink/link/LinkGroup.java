package org.netlink4j.rtnetlink.link;

/**
 * A group of devices, where a link's values are shown; whoever shows them may know its name.
 *
 * @param value u32
 */
public record LinkGroup(long value) {
    /** {@return the number} */
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
