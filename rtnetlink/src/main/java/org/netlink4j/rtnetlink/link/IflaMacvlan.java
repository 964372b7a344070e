package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.array;
import static org.netlink4j.core.schema.AttributeSpec.lladdr;
import static org.netlink4j.core.schema.AttributeSpec.s32;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/** Attributes of macvlan and macvtap devices: {@code IFLA_MACVLAN_*} of {@code linux/if_link.h}. */
public final class IflaMacvlan {
    /** u32: what the device may talk to; see {@link MacvlanMode}. */
    public static final int IFLA_MACVLAN_MODE = 1;

    /** u16: bits; see {@link MacvlanFlags}. */
    public static final int IFLA_MACVLAN_FLAGS = 2;

    /** u32, only in requests: what to do to the list of source addresses; {@code MACVLAN_MACADDR_*}. */
    public static final int IFLA_MACVLAN_MACADDR_MODE = 3;

    /** 6 octets: one source address. */
    public static final int IFLA_MACVLAN_MACADDR = 4;

    /** Nest of {@link #IFLA_MACVLAN_MACADDR}: the list of source addresses. */
    public static final int IFLA_MACVLAN_MACADDR_DATA = 5;

    /** u32, only in answers: the length of the list of source addresses. */
    public static final int IFLA_MACVLAN_MACADDR_COUNT = 6;

    /** u32: the broadcast queue length that this device asks for, in packets. */
    public static final int IFLA_MACVLAN_BC_QUEUE_LEN = 7;

    /**
     * u32, only in answers: the broadcast queue length in use on the lower device, the largest that any device on it asks for.
     */
    public static final int IFLA_MACVLAN_BC_QUEUE_LEN_USED = 8;

    /**
     * s32, since Linux 6.4: from how many receivers on a multicast frame is queued instead of being delivered at once; negative
     * for never, and left out of answers while it is 1.
     */
    public static final int IFLA_MACVLAN_BC_CUTOFF = 9;

    /** Value of {@link #IFLA_MACVLAN_MACADDR_MODE}: add {@link #IFLA_MACVLAN_MACADDR} to the list. */
    public static final int MACVLAN_MACADDR_ADD = 0;

    /** Value of {@link #IFLA_MACVLAN_MACADDR_MODE}: take {@link #IFLA_MACVLAN_MACADDR} from the list. */
    public static final int MACVLAN_MACADDR_DEL = 1;

    /** Value of {@link #IFLA_MACVLAN_MACADDR_MODE}: empty the list. */
    public static final int MACVLAN_MACADDR_FLUSH = 2;

    /** Value of {@link #IFLA_MACVLAN_MACADDR_MODE}: replace the list by {@link #IFLA_MACVLAN_MACADDR_DATA}. */
    public static final int MACVLAN_MACADDR_SET = 3;

    /** The table, for both kinds. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_MACVLAN",
            u32(IFLA_MACVLAN_MODE, "IFLA_MACVLAN_MODE").key("mode").words(MacvlanMode.WORDS),
            u16(IFLA_MACVLAN_FLAGS, "IFLA_MACVLAN_FLAGS").key("").shown(IflaMacvlan::flags),
            u32(IFLA_MACVLAN_MACADDR_MODE, "IFLA_MACVLAN_MACADDR_MODE"),
            lladdr(IFLA_MACVLAN_MACADDR, "IFLA_MACVLAN_MACADDR").atMost(6),
            array(IFLA_MACVLAN_MACADDR_DATA, "IFLA_MACVLAN_MACADDR_DATA",
                    lladdr(IFLA_MACVLAN_MACADDR, "IFLA_MACVLAN_MACADDR").atMost(6))
                    .unmarked().key("macaddr_data").shown(IflaMacvlan::addresses),
            u32(IFLA_MACVLAN_MACADDR_COUNT, "IFLA_MACVLAN_MACADDR_COUNT").key("macaddr_count").shown(IflaMacvlan::inSourceMode),
            u32(IFLA_MACVLAN_BC_QUEUE_LEN, "IFLA_MACVLAN_BC_QUEUE_LEN").key("bcqueuelen"),
            u32(IFLA_MACVLAN_BC_QUEUE_LEN_USED, "IFLA_MACVLAN_BC_QUEUE_LEN_USED").key("usedbcqueuelen"),
            s32(IFLA_MACVLAN_BC_CUTOFF, "IFLA_MACVLAN_BC_CUTOFF").key("bccutoff"));

    private IflaMacvlan() {}

    private static Optional<Map<String, Boolean>> flags(Attributes data, int number) {
        Map<String, Boolean> set = new LinkedHashMap<>();
        new MacvlanFlags(data.integer(number).orElse(0)).words().forEach(word -> set.put(word, true));
        return Optional.of(set);
    }

    private static boolean isSource(Attributes data) {
        return data.integer(IFLA_MACVLAN_MODE).orElse(0) == MacvlanMode.SOURCE.value();
    }

    private static Optional<Long> inSourceMode(Attributes data, int number) {
        return isSource(data) ? data.number(number).stream().boxed().findFirst() : Optional.empty();
    }

    private static Optional<List<String>> addresses(Attributes data, int number) {
        return isSource(data) ? Optional.of(data.macs(number).stream().map(MacAddress::toString).toList()) : Optional.empty();
    }
}
