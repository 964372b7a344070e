package org.netlink4j.rtnetlink.link;

/**
 * A user or a group of users, where a link's values are shown; whoever shows them may know its name.
 *
 * @param isGroup whether it is a group
 * @param value u32
 */
public record AccountId(boolean isGroup, long value) {
    static AccountId user(long value) {
        return new AccountId(false, value);
    }

    static AccountId group(long value) {
        return new AccountId(true, value);
    }

    /** {@return the number} */
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
