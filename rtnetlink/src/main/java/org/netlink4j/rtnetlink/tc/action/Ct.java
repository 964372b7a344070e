package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.rtnetlink.tc.action.TcaCt.TCA_CT_ACTION;
import static org.netlink4j.rtnetlink.tc.action.TcaCt.TCA_CT_ACT_CLEAR;
import static org.netlink4j.rtnetlink.tc.action.TcaCt.TCA_CT_ACT_COMMIT;
import static org.netlink4j.rtnetlink.tc.action.TcaCt.TCA_CT_ACT_FORCE;
import static org.netlink4j.rtnetlink.tc.action.TcaCt.TCA_CT_ACT_NAT;
import static org.netlink4j.rtnetlink.tc.action.TcaCt.TCA_CT_ACT_NAT_DST;
import static org.netlink4j.rtnetlink.tc.action.TcaCt.TCA_CT_ACT_NAT_SRC;
import static org.netlink4j.rtnetlink.tc.action.TcaCt.TCA_CT_HELPER_NAME;
import static org.netlink4j.rtnetlink.tc.action.TcaCt.TCA_CT_LABELS;
import static org.netlink4j.rtnetlink.tc.action.TcaCt.TCA_CT_LABELS_MASK;
import static org.netlink4j.rtnetlink.tc.action.TcaCt.TCA_CT_MARK;
import static org.netlink4j.rtnetlink.tc.action.TcaCt.TCA_CT_MARK_MASK;
import static org.netlink4j.rtnetlink.tc.action.TcaCt.TCA_CT_NAT_IPV4_MAX;
import static org.netlink4j.rtnetlink.tc.action.TcaCt.TCA_CT_NAT_IPV4_MIN;
import static org.netlink4j.rtnetlink.tc.action.TcaCt.TCA_CT_NAT_IPV6_MAX;
import static org.netlink4j.rtnetlink.tc.action.TcaCt.TCA_CT_NAT_IPV6_MIN;
import static org.netlink4j.rtnetlink.tc.action.TcaCt.TCA_CT_NAT_PORT_MAX;
import static org.netlink4j.rtnetlink.tc.action.TcaCt.TCA_CT_NAT_PORT_MIN;
import static org.netlink4j.rtnetlink.tc.action.TcaCt.TCA_CT_PARMS;
import static org.netlink4j.rtnetlink.tc.action.TcaCt.TCA_CT_ZONE;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.Octets;
import org.netlink4j.core.schema.Attributes;

/**
 * Looks up the connection of a packet, and may keep, mark, label or translate it.
 *
 * @param data {@code TCA_ACT_OPTIONS}, attributes of {@link TcaCt}
 */
public record Ct(Attributes data) implements ActionKind<Ct> {
    static final String KIND = "ct";

    /** Checks the table. */
    public Ct {
        ActionKindType.require(TcaCt.ATTRIBUTES, data);
    }

    private static Ct of(int action) {
        return new Ct(Attributes.none(TcaCt.ATTRIBUTES)
                .with(TCA_CT_ACTION, action)
                .withField(TCA_CT_PARMS, TcGen.ACTION, ControlAction.PIPE.value()));
    }

    /** {@return the kind that only looks the connection up} */
    public static Ct track() {
        return of(0);
    }

    /** {@return the kind that keeps the connection in the table} */
    public static Ct commit() {
        return of(TCA_CT_ACT_COMMIT);
    }

    /** {@return the kind that forgets what is known of the packet's connection} */
    public static Ct clear() {
        return of(TCA_CT_ACT_CLEAR);
    }

    private Ct flags(int more) {
        return with(TCA_CT_ACTION, action() | more);
    }

    /**
     * Keeps the connection even if another direction of it is there already.
     *
     * @return the kind with it
     */
    public Ct force() {
        return flags(TCA_CT_ACT_FORCE);
    }

    /**
     * Sets the zone.
     *
     * @param zone u16
     * @return the kind with it
     */
    public Ct zone(int zone) {
        return with(TCA_CT_ZONE, zone);
    }

    /**
     * Sets the mark of the connection.
     *
     * @param mark u32
     * @param mask u32: which bits of it are set
     * @return the kind with it
     */
    public Ct mark(long mark, long mask) {
        return with(TCA_CT_MARK, mark).with(TCA_CT_MARK_MASK, mask);
    }

    /**
     * Sets the label of the connection.
     *
     * @param label 16 bytes
     * @param mask 16 bytes: which bits of it are set
     * @return the kind with it
     */
    public Ct label(Octets label, Octets mask) {
        return over(data.with(TCA_CT_LABELS, label.toArray()).with(TCA_CT_LABELS_MASK, mask.toArray()));
    }

    /**
     * Translates the source, to addresses that are said by {@link #addresses} or are known of the connection.
     *
     * @return the kind with it
     */
    public Ct translateSource() {
        return flags(TCA_CT_ACT_NAT | TCA_CT_ACT_NAT_SRC);
    }

    /**
     * Translates the destination, to addresses that are said by {@link #addresses} or are known of the connection.
     *
     * @return the kind with it
     */
    public Ct translateDestination() {
        return flags(TCA_CT_ACT_NAT | TCA_CT_ACT_NAT_DST);
    }

    /**
     * Translates as is known of the connection.
     *
     * @return the kind with it
     */
    public Ct translate() {
        return flags(TCA_CT_ACT_NAT);
    }

    /**
     * Sets the addresses to which is translated.
     *
     * @param first the first
     * @param last the last, of the same version
     * @return the kind with it
     */
    public Ct addresses(IpAddress first, IpAddress last) {
        boolean four = first instanceof Ipv4Address;
        return with(four ? TCA_CT_NAT_IPV4_MIN : TCA_CT_NAT_IPV6_MIN, first)
                .with(four ? TCA_CT_NAT_IPV4_MAX : TCA_CT_NAT_IPV6_MAX, last);
    }

    /**
     * Sets the ports to which is translated.
     *
     * @param first u16
     * @param last u16
     * @return the kind with it
     */
    public Ct ports(int first, int last) {
        return with(TCA_CT_NAT_PORT_MIN, first).with(TCA_CT_NAT_PORT_MAX, last);
    }

    /** {@return what is done: bits of {@code TCA_CT_ACT_*}} */
    public int action() {
        return data.integer(TCA_CT_ACTION).orElse(0);
    }

    /** {@return the zone, u16} */
    public OptionalInt zone() {
        return data.integer(TCA_CT_ZONE);
    }

    /** {@return the mark, the bits of a u32} */
    public OptionalInt mark() {
        return data.integer(TCA_CT_MARK);
    }

    /** {@return which bits of the mark are set, the bits of a u32} */
    public OptionalInt markMask() {
        return data.integer(TCA_CT_MARK_MASK);
    }

    /** {@return the label} */
    public Optional<Octets> label() {
        return data.payload(TCA_CT_LABELS).map(Octets::of);
    }

    /** {@return which bits of the label are set} */
    public Optional<Octets> labelMask() {
        return data.payload(TCA_CT_LABELS_MASK).map(Octets::of);
    }

    /** {@return the first address to which is translated} */
    public Optional<IpAddress> firstAddress() {
        return data.ip(TCA_CT_NAT_IPV4_MIN).or(() -> data.ip(TCA_CT_NAT_IPV6_MIN));
    }

    /** {@return the last address to which is translated; empty if there is only one} */
    public Optional<IpAddress> lastAddress() {
        return data.ip(TCA_CT_NAT_IPV4_MAX).or(() -> data.ip(TCA_CT_NAT_IPV6_MAX));
    }

    /** {@return the first port to which is translated, u16} */
    public OptionalInt firstPort() {
        return data.integer(TCA_CT_NAT_PORT_MIN);
    }

    /** {@return the last port to which is translated, u16; empty if there is only one} */
    public OptionalInt lastPort() {
        return data.integer(TCA_CT_NAT_PORT_MAX);
    }

    /** {@return the name of the helper of the connection; since Linux 6.2} */
    public Optional<String> helper() {
        return data.text(TCA_CT_HELPER_NAME);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Ct over(Attributes data) {
        return new Ct(data);
    }
}
