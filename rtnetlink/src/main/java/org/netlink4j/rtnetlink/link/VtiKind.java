package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaVti.IFLA_VTI_FWMARK;
import static org.netlink4j.rtnetlink.link.IflaVti.IFLA_VTI_IKEY;
import static org.netlink4j.rtnetlink.link.IflaVti.IFLA_VTI_LINK;
import static org.netlink4j.rtnetlink.link.IflaVti.IFLA_VTI_LOCAL;
import static org.netlink4j.rtnetlink.link.IflaVti.IFLA_VTI_OKEY;
import static org.netlink4j.rtnetlink.link.IflaVti.IFLA_VTI_REMOTE;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.IpAddress;

/**
 * What virtual tunnel interfaces have in common.
 *
 * @param <K> the kind itself
 */
public sealed interface VtiKind<K extends VtiKind<K>> extends TypedLinkKind<K> permits Vti, Vti6 {
    /** {@return the index of the lower device; {@code IFLA_VTI_LINK}} */
    default OptionalInt lower() {
        return data().integer(IFLA_VTI_LINK);
    }

    /**
     * Sets the index of the lower device.
     *
     * @param index its index; 0 for none
     * @return the kind with it
     */
    default K lower(int index) {
        return with(IFLA_VTI_LINK, index);
    }

    /** {@return the source address; {@code IFLA_VTI_LOCAL}} */
    default Optional<IpAddress> local() {
        return data().ip(IFLA_VTI_LOCAL);
    }

    /**
     * Sets the source address.
     *
     * @param address the address, of the version that the kind wants
     * @return the kind with it
     */
    default K local(IpAddress address) {
        return with(IFLA_VTI_LOCAL, address);
    }

    /** {@return the other end; {@code IFLA_VTI_REMOTE}} */
    default Optional<IpAddress> remote() {
        return data().ip(IFLA_VTI_REMOTE);
    }

    /**
     * Sets the other end.
     *
     * @param address the address, of the version that the kind wants
     * @return the kind with it
     */
    default K remote(IpAddress address) {
        return with(IFLA_VTI_REMOTE, address);
    }

    /** {@return the mark of received packets; {@code IFLA_VTI_IKEY}} */
    default OptionalInt inputKey() {
        return data().integer(IFLA_VTI_IKEY);
    }

    /**
     * Sets the mark of received packets.
     *
     * @param value u32
     * @return the kind with it
     */
    default K inputKey(long value) {
        return with(IFLA_VTI_IKEY, value);
    }

    /** {@return the mark of sent packets; {@code IFLA_VTI_OKEY}} */
    default OptionalInt outputKey() {
        return data().integer(IFLA_VTI_OKEY);
    }

    /**
     * Sets the mark of sent packets.
     *
     * @param value u32
     * @return the kind with it
     */
    default K outputKey(long value) {
        return with(IFLA_VTI_OKEY, value);
    }

    /** {@return the mark for the route of what is sent; {@code IFLA_VTI_FWMARK}} */
    default OptionalInt mark() {
        return data().integer(IFLA_VTI_FWMARK);
    }

    /**
     * Sets the mark for the route of what is sent.
     *
     * @param value u32
     * @return the kind with it
     */
    default K mark(long value) {
        return with(IFLA_VTI_FWMARK, value);
    }
}
