package org.netlink4j.rtnetlink.link;

import java.util.ArrayList;
import java.util.List;

/**
 * Flags of a macvlan or macvtap device: {@code MACVLAN_FLAG_*} of {@code linux/if_link.h}. Bits that a newer kernel may add are
 * kept.
 *
 * @param bits u16
 */
public record MacvlanFlags(int bits) {
    /** No flag. */
    public static final MacvlanFlags NONE = new MacvlanFlags(0);

    /** {@code MACVLAN_FLAG_NOPROMISC}: in passthru mode, leave the lower device out of promiscuous mode. */
    public static final MacvlanFlags NOPROMISC = new MacvlanFlags(1);

    /** {@code MACVLAN_FLAG_NODST}: in source mode, take a frame for this device alone if its source is in the list. */
    public static final MacvlanFlags NODST = new MacvlanFlags(2);

    /** Refuses more than 16 bits. */
    public MacvlanFlags {
        if (bits >>> 16 != 0) {
            throw new IllegalArgumentException("the flags have 16 bits: 0x" + Integer.toHexString(bits));
        }
    }

    /**
     * Adds flags.
     *
     * @param more other flags
     * @return all of them
     */
    public MacvlanFlags plus(MacvlanFlags more) {
        return new MacvlanFlags(bits | more.bits);
    }

    /**
     * Whether flags are set.
     *
     * @param wanted the flags
     * @return whether all of them are
     */
    public boolean has(MacvlanFlags wanted) {
        return (bits & wanted.bits) == wanted.bits;
    }

    /** {@return the words that {@code ip link} uses for the flags that are known} */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        if (has(NOPROMISC)) {
            words.add("nopromisc");
        }
        if (has(NODST)) {
            words.add("nodst");
        }
        return List.copyOf(words);
    }

    /** {@return the bits in hexadecimal} */
    @Override
    public String toString() {
        return "0x" + Integer.toHexString(bits);
    }
}
