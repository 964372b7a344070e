package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaMacvlan.IFLA_MACVLAN_BC_CUTOFF;
import static org.netlink4j.rtnetlink.link.IflaMacvlan.IFLA_MACVLAN_BC_QUEUE_LEN;
import static org.netlink4j.rtnetlink.link.IflaMacvlan.IFLA_MACVLAN_BC_QUEUE_LEN_USED;
import static org.netlink4j.rtnetlink.link.IflaMacvlan.IFLA_MACVLAN_FLAGS;
import static org.netlink4j.rtnetlink.link.IflaMacvlan.IFLA_MACVLAN_MACADDR_COUNT;
import static org.netlink4j.rtnetlink.link.IflaMacvlan.IFLA_MACVLAN_MACADDR_DATA;
import static org.netlink4j.rtnetlink.link.IflaMacvlan.IFLA_MACVLAN_MODE;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.MacAddress;

/**
 * What macvlan and macvtap devices have in common. The list of source addresses is read here and changed by
 * {@link MacvlanSources}.
 *
 * @param <K> the kind itself
 */
public sealed interface MacvlanKind<K extends MacvlanKind<K>> extends TypedLinkKind<K> permits Macvlan, Macvtap {
    /** {@return what the device may talk to; empty in a request for the kernel's default, VEPA} */
    default Optional<MacvlanMode> mode() {
        return data().integer(IFLA_MACVLAN_MODE).stream().mapToObj(MacvlanMode::new).findFirst();
    }

    /**
     * Sets what the device may talk to.
     *
     * @param mode the mode
     * @return the kind with it
     */
    default K mode(MacvlanMode mode) {
        return with(IFLA_MACVLAN_MODE, Integer.toUnsignedLong(mode.value()));
    }

    /** {@return the flags; empty in a request that leaves them alone} */
    default Optional<MacvlanFlags> flags() {
        return data().integer(IFLA_MACVLAN_FLAGS).stream().mapToObj(MacvlanFlags::new).findFirst();
    }

    /**
     * Sets the flags. {@link MacvlanFlags#NOPROMISC} can be changed in passthru mode only.
     *
     * @param flags all flags
     * @return the kind with them
     */
    default K flags(MacvlanFlags flags) {
        return with(IFLA_MACVLAN_FLAGS, flags.bits());
    }

    /** {@return the list of source addresses, in no order; empty in other modes than source} */
    default List<MacAddress> sources() {
        return data().macs(IFLA_MACVLAN_MACADDR_DATA);
    }

    /** {@return the length of the list of source addresses as the kernel counts it} */
    default OptionalInt sourceCount() {
        return data().integer(IFLA_MACVLAN_MACADDR_COUNT);
    }

    /** {@return the broadcast queue length in packets that this device asks for, the bits of a u32; since Linux 5.12} */
    default OptionalInt broadcastQueueLength() {
        return data().integer(IFLA_MACVLAN_BC_QUEUE_LEN);
    }

    /**
     * Asks for a broadcast queue length. All devices on a lower device share one queue, as long as the largest request.
     *
     * @param packets u32; the kernel's default is 1000
     * @return the kind with it
     */
    default K broadcastQueueLength(long packets) {
        return with(IFLA_MACVLAN_BC_QUEUE_LEN, packets);
    }

    /** {@return the broadcast queue length in packets in use on the lower device, the bits of a u32; since Linux 5.12} */
    default OptionalInt broadcastQueueLengthUsed() {
        return data().integer(IFLA_MACVLAN_BC_QUEUE_LEN_USED);
    }

    /** {@return from how many receivers on a multicast frame is queued; empty for the default, 1; since Linux 6.4} */
    default OptionalInt broadcastCutoff() {
        return data().integer(IFLA_MACVLAN_BC_CUTOFF);
    }

    /**
     * Sets from how many receivers on a multicast frame is queued instead of being delivered at once.
     *
     * @param receivers s32; negative for never
     * @return the kind with it
     */
    default K broadcastCutoff(int receivers) {
        return with(IFLA_MACVLAN_BC_CUTOFF, receivers);
    }
}
