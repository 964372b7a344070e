package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaNetkit.IFLA_NETKIT_MODE;
import static org.netlink4j.rtnetlink.link.IflaNetkit.IFLA_NETKIT_PEER_INFO;
import static org.netlink4j.rtnetlink.link.IflaNetkit.IFLA_NETKIT_PEER_POLICY;
import static org.netlink4j.rtnetlink.link.IflaNetkit.IFLA_NETKIT_PEER_SCRUB;
import static org.netlink4j.rtnetlink.link.IflaNetkit.IFLA_NETKIT_POLICY;
import static org.netlink4j.rtnetlink.link.IflaNetkit.IFLA_NETKIT_PRIMARY;
import static org.netlink4j.rtnetlink.link.IflaNetkit.IFLA_NETKIT_SCRUB;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * One end of a virtual cable that runs BPF programs. Since Linux 6.7.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaNetkit}
 */
public record Netkit(Attributes data) implements TypedLinkKind<Netkit> {
    static final String KIND = "netkit";

    /** Checks the table. */
    public Netkit {
        LinkKindType.require(IflaNetkit.ATTRIBUTES, data);
    }

    /** One with the kernel's defaults. */
    public Netkit() {
        this(Attributes.none(IflaNetkit.ATTRIBUTES));
    }

    /**
     * Says what is wanted of the other end.
     *
     * @param peer what is wanted; its kind does not count
     * @return the kind with it
     */
    public Netkit peer(LinkSpec peer) {
        return over(data.with(IFLA_NETKIT_PEER_INFO, peer.header().encode(), peer.attributes()));
    }

    /** {@return what is wanted of the other end; empty in what the kernel answers} */
    public Optional<LinkSpec> peer() {
        return LinkSpec.inside(data, IFLA_NETKIT_PEER_INFO);
    }

    /** {@return whether this is the end that was made first; {@code IFLA_NETKIT_PRIMARY}} */
    public Optional<Boolean> primary() {
        return truth(IFLA_NETKIT_PRIMARY);
    }

    /** {@return what it carries; {@code IFLA_NETKIT_MODE}} */
    public OptionalInt mode() {
        return data.integer(IFLA_NETKIT_MODE);
    }

    /**
     * Sets what it carries.
     *
     * @param value {@code NETKIT_L2} or {@code NETKIT_L3} of {@link IflaNetkit}
     * @return the kind with it
     */
    public Netkit mode(long value) {
        return with(IFLA_NETKIT_MODE, value);
    }

    /** {@return what happens without a program; {@code IFLA_NETKIT_POLICY}} */
    public OptionalInt policy() {
        return data.integer(IFLA_NETKIT_POLICY);
    }

    /**
     * Sets what happens without a program.
     *
     * @param value {@code NETKIT_PASS} or {@code NETKIT_DROP} of {@link IflaNetkit}
     * @return the kind with it
     */
    public Netkit policy(long value) {
        return with(IFLA_NETKIT_POLICY, value);
    }

    /** {@return what happens without a program at the other end; {@code IFLA_NETKIT_PEER_POLICY}} */
    public OptionalInt peerPolicy() {
        return data.integer(IFLA_NETKIT_PEER_POLICY);
    }

    /**
     * Sets what happens without a program at the other end.
     *
     * @param value {@code NETKIT_PASS} or {@code NETKIT_DROP} of {@link IflaNetkit}
     * @return the kind with it
     */
    public Netkit peerPolicy(long value) {
        return with(IFLA_NETKIT_PEER_POLICY, value);
    }

    /** {@return what becomes of mark and priority; {@code IFLA_NETKIT_SCRUB}} */
    public OptionalInt scrub() {
        return data.integer(IFLA_NETKIT_SCRUB);
    }

    /**
     * Sets what becomes of mark and priority.
     *
     * @param value {@code NETKIT_SCRUB_*} of {@link IflaNetkit}
     * @return the kind with it
     */
    public Netkit scrub(long value) {
        return with(IFLA_NETKIT_SCRUB, value);
    }

    /** {@return what becomes of mark and priority at the other end; {@code IFLA_NETKIT_PEER_SCRUB}} */
    public OptionalInt peerScrub() {
        return data.integer(IFLA_NETKIT_PEER_SCRUB);
    }

    /**
     * Sets what becomes of mark and priority at the other end.
     *
     * @param value {@code NETKIT_SCRUB_*} of {@link IflaNetkit}
     * @return the kind with it
     */
    public Netkit peerScrub(long value) {
        return with(IFLA_NETKIT_PEER_SCRUB, value);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Netkit over(Attributes data) {
        return new Netkit(data);
    }
}
