package org.netlink4j.rtnetlink.link;

/**
 * The index of another device, where a link's values are shown; whoever shows them may know its name.
 *
 * @param value the index
 */
public record LinkIndex(int value) {
    /** {@return how a device is called whose name is not known, for example {@code "if7"}} */
    @Override
    public String toString() {
        return "if" + value;
    }
}
