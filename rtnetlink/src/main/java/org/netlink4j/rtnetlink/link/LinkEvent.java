package org.netlink4j.rtnetlink.link;

import java.util.Map;

/**
 * What a notification of a link was sent for: {@code IFLA_EVENT_*} of {@code linux/if_link.h}. Values that a newer kernel may add are
 * kept.
 *
 * @param value u32
 */
public record LinkEvent(int value) {
    private static final Map<Integer, String> WORDS = Map.of(
            0, "NONE", 1, "REBOOT", 2, "FEATURES", 3, "BONDING_FAILOVER", 4, "NOTIFY_PEERS", 5, "IGMP_RESEND", 6, "BONDING_OPTIONS");

    /** The device was reset. */
    public static final LinkEvent REBOOT = new LinkEvent(1);

    /** Offloads of the device changed. */
    public static final LinkEvent FEATURES = new LinkEvent(2);

    /** Another port of the bond became the active one. */
    public static final LinkEvent BONDING_FAILOVER = new LinkEvent(3);

    /** The device told its neighbours its addresses again. */
    public static final LinkEvent NOTIFY_PEERS = new LinkEvent(4);

    /** The device joined its multicast groups again. */
    public static final LinkEvent IGMP_RESEND = new LinkEvent(5);

    /** Settings of the bond changed. */
    public static final LinkEvent BONDING_OPTIONS = new LinkEvent(6);

    /** {@return the kernel's word without its prefix, or the number} */
    @Override
    public String toString() {
        return WORDS.getOrDefault(value, Integer.toUnsignedString(value));
    }
}
