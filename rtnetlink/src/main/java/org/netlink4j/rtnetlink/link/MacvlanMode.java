package org.netlink4j.rtnetlink.link;

import java.util.Map;

/**
 * What a macvlan or macvtap device may talk to: {@code MACVLAN_MODE_*} of {@code linux/if_link.h}. Values that a newer kernel may
 * add are kept.
 *
 * @param value u32, one bit
 */
public record MacvlanMode(int value) {
    static final Map<Long, String> WORDS = Map.of(1L, "private", 2L, "vepa", 4L, "bridge", 8L, "passthru", 16L, "source");

    /** To nobody else on the lower device, not even through the switch. */
    public static final MacvlanMode PRIVATE = new MacvlanMode(1);

    /** To others on the lower device through the switch only, which must send frames back (VEPA); the kernel's default. */
    public static final MacvlanMode VEPA = new MacvlanMode(2);

    /** To others on the lower device directly. */
    public static final MacvlanMode BRIDGE = new MacvlanMode(4);

    /** The only one on the lower device, which it takes over. */
    public static final MacvlanMode PASSTHRU = new MacvlanMode(8);

    /** Receives what comes from the addresses of a list; see {@link MacvlanSources}. */
    public static final MacvlanMode SOURCE = new MacvlanMode(16);

    /**
     * Finds a mode by the word that {@code ip link} uses.
     *
     * @param word for example {@code "vepa"}
     * @return the mode
     */
    public static MacvlanMode parse(String word) {
        return WORDS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(word))
                .map(entry -> new MacvlanMode(entry.getKey().intValue()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no mode of macvlan (want private, vepa, bridge, passthru or source): " + word));
    }

    /** {@return the word that {@code ip link} uses, or the number} */
    @Override
    public String toString() {
        return WORDS.getOrDefault((long) value, Integer.toUnsignedString(value));
    }
}
