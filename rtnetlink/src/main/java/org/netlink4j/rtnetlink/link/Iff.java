package org.netlink4j.rtnetlink.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Flags of a device: {@code IFF_*} of {@code linux/if.h}, bits of {@code ifi_flags}. */
public final class Iff {
    /** Brought up by the administrator. */
    public static final int IFF_UP = 1;

    /** Has a broadcast address. */
    public static final int IFF_BROADCAST = 1 << 1;

    /** Debugging is on. */
    public static final int IFF_DEBUG = 1 << 2;

    /** Is a loopback. */
    public static final int IFF_LOOPBACK = 1 << 3;

    /** Is a point-to-point link. */
    public static final int IFF_POINTOPOINT = 1 << 4;

    /** Has no trailers. */
    public static final int IFF_NOTRAILERS = 1 << 5;

    /** Can carry traffic: RFC 2863 up. */
    public static final int IFF_RUNNING = 1 << 6;

    /** Does no ARP. */
    public static final int IFF_NOARP = 1 << 7;

    /** Receives everything; {@code IFLA_PROMISCUITY} counts who asked. */
    public static final int IFF_PROMISC = 1 << 8;

    /** Receives all multicast frames. */
    public static final int IFF_ALLMULTI = 1 << 9;

    /** Balances load over other devices. */
    public static final int IFF_MASTER = 1 << 10;

    /** Is one of the devices over which load is balanced. */
    public static final int IFF_SLAVE = 1 << 11;

    /** Can multicast. */
    public static final int IFF_MULTICAST = 1 << 12;

    /** Can choose its medium. */
    public static final int IFF_PORTSEL = 1 << 13;

    /** Chooses its medium itself. */
    public static final int IFF_AUTOMEDIA = 1 << 14;

    /** Loses its addresses when it goes down. */
    public static final int IFF_DYNAMIC = 1 << 15;

    /** The driver signals a carrier. */
    public static final int IFF_LOWER_UP = 1 << 16;

    /** The driver signals dormant. */
    public static final int IFF_DORMANT = 1 << 17;

    /** Echoes what is sent. */
    public static final int IFF_ECHO = 1 << 18;

    /** In the order in which {@code ip link} shows them. */
    private static final Map<Integer, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(IFF_LOOPBACK, "LOOPBACK");
        WORDS.put(IFF_BROADCAST, "BROADCAST");
        WORDS.put(IFF_POINTOPOINT, "POINTOPOINT");
        WORDS.put(IFF_MULTICAST, "MULTICAST");
        WORDS.put(IFF_NOARP, "NOARP");
        WORDS.put(IFF_ALLMULTI, "ALLMULTI");
        WORDS.put(IFF_PROMISC, "PROMISC");
        WORDS.put(IFF_MASTER, "MASTER");
        WORDS.put(IFF_SLAVE, "SLAVE");
        WORDS.put(IFF_DEBUG, "DEBUG");
        WORDS.put(IFF_DYNAMIC, "DYNAMIC");
        WORDS.put(IFF_AUTOMEDIA, "AUTOMEDIA");
        WORDS.put(IFF_PORTSEL, "PORTSEL");
        WORDS.put(IFF_NOTRAILERS, "NOTRAILERS");
        WORDS.put(IFF_UP, "UP");
        WORDS.put(IFF_LOWER_UP, "LOWER_UP");
        WORDS.put(IFF_DORMANT, "DORMANT");
        WORDS.put(IFF_ECHO, "ECHO");
        WORDS.put(IFF_RUNNING, "RUNNING");
    }

    private Iff() {}

    /**
     * Names flags.
     *
     * @param flags bits
     * @return their names without the prefix, in the order of {@code ip link}; unknown bits follow in hexadecimal
     */
    public static List<String> words(int flags) {
        List<String> words = new ArrayList<>();
        int left = flags;
        for (Map.Entry<Integer, String> word : WORDS.entrySet()) {
            if ((left & word.getKey()) != 0) {
                words.add(word.getValue());
                left &= ~word.getKey();
            }
        }
        if (left != 0) {
            words.add(Integer.toHexString(left));
        }
        return List.copyOf(words);
    }
}
