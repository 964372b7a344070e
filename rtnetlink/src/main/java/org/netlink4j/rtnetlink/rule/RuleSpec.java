package org.netlink4j.rtnetlink.rule;

import static org.netlink4j.rtnetlink.rule.FrAct.FR_ACT_GOTO;
import static org.netlink4j.rtnetlink.rule.FrAct.FR_ACT_TO_TBL;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_DPORT_RANGE;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_DST;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_FWMARK;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_FWMASK;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_GOTO;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_IIFNAME;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_IP_PROTO;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_L3MDEV;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_OIFNAME;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_PRIORITY;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_PROTOCOL;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_SPORT_RANGE;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_SRC;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_TABLE;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_UID_RANGE;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.IpPrefix;

/**
 * What somebody wants of a routing rule, to be handed to {@link Rules}. Attributes are sent in the order in which they were set.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link Fra}
 */
public record RuleSpec(RuleHeader header, Attributes attributes) implements MessageBody {
    /** Checks the table. */
    public RuleSpec {
        Objects.requireNonNull(header);
        require(attributes);
    }

    static void require(Attributes attributes) {
        if (attributes.set() != Fra.ATTRIBUTES) {
            throw new IllegalArgumentException("not attributes of a rule: " + attributes);
        }
    }

    /**
     * A rule that holds for all packets and does nothing yet.
     *
     * @param family address family; see {@link org.netlink4j.rtnetlink.IpFamily}
     * @return the spec
     */
    public static RuleSpec of(int family) {
        return new RuleSpec(new RuleHeader(family, 0, 0, 0, 0, 0, 0), Attributes.none(Fra.ATTRIBUTES));
    }

    private RuleSpec with(int number, long value) {
        return new RuleSpec(header, attributes.with(number, value));
    }

    /**
     * Sets the priority, the lowest comes first; {@code FRA_PRIORITY}.
     *
     * @param priority u32
     * @return the spec with it
     */
    public RuleSpec priority(long priority) {
        return with(FRA_PRIORITY, priority);
    }

    /**
     * Sets the source prefix; {@code FRA_SRC}.
     *
     * @param prefix of the family of the rule
     * @return the spec with it
     */
    public RuleSpec source(IpPrefix prefix) {
        return new RuleSpec(header.sourceLength(prefix.length()), attributes.with(FRA_SRC, prefix.address()));
    }

    /**
     * Sets the destination prefix; {@code FRA_DST}.
     *
     * @param prefix of the family of the rule
     * @return the spec with it
     */
    public RuleSpec destination(IpPrefix prefix) {
        return new RuleSpec(header.destinationLength(prefix.length()), attributes.with(FRA_DST, prefix.address()));
    }

    /**
     * Sets the device on which the packet came; {@code FRA_IIFNAME}.
     *
     * @param name at most 15 bytes; there need not be such a device
     * @return the spec with it
     */
    public RuleSpec incoming(String name) {
        return new RuleSpec(header, attributes.with(FRA_IIFNAME, name));
    }

    /**
     * Sets the device on which the packet leaves; {@code FRA_OIFNAME}.
     *
     * @param name at most 15 bytes; there need not be such a device
     * @return the spec with it
     */
    public RuleSpec outgoing(String name) {
        return new RuleSpec(header, attributes.with(FRA_OIFNAME, name));
    }

    /**
     * Sets the type of service of the packet.
     *
     * @param service u8; 0 for any
     * @return the spec with it
     */
    public RuleSpec service(int service) {
        return new RuleSpec(header.service(service), attributes);
    }

    /**
     * Sets the mark of the packet; {@code FRA_FWMARK}.
     *
     * @param mark u32
     * @return the spec with it
     */
    public RuleSpec mark(long mark) {
        return with(FRA_FWMARK, mark);
    }

    /**
     * Sets which bits of the mark count; {@code FRA_FWMASK}.
     *
     * @param mask u32
     * @return the spec with it
     */
    public RuleSpec markMask(long mask) {
        return with(FRA_FWMASK, mask);
    }

    /**
     * Looks up a table; {@code FRA_TABLE} if its number does not fit into the header.
     *
     * @param table u32, not 0
     * @return the spec with it
     */
    public RuleSpec table(long table) {
        return table >>> Byte.SIZE == 0
                ? new RuleSpec(header.table((int) table).action(FR_ACT_TO_TBL), attributes.without(FRA_TABLE))
                : new RuleSpec(header.table(0).action(FR_ACT_TO_TBL), attributes.with(FRA_TABLE, table));
    }

    /**
     * Sets what it does.
     *
     * @param action {@link FrAct}, u8
     * @return the spec with it
     */
    public RuleSpec action(int action) {
        return new RuleSpec(header.action(action), attributes);
    }

    /**
     * Goes on with another rule; {@code FRA_GOTO}.
     *
     * @param priority u32: the priority of that rule, higher than that of this one; it need not be there yet
     * @return the spec with it
     */
    public RuleSpec target(long priority) {
        return new RuleSpec(header.action(FR_ACT_GOTO), attributes.with(FRA_GOTO, priority));
    }

    /**
     * Holds for packets that do not match; {@code FIB_RULE_INVERT}.
     *
     * @return the spec with it
     */
    public RuleSpec inverted() {
        return new RuleSpec(header.flags(header.flags() | FibRule.FIB_RULE_INVERT), attributes);
    }

    /**
     * Looks up the table of the VRF; {@code FRA_L3MDEV}.
     *
     * @return the spec with it
     */
    public RuleSpec vrf() {
        // A rule that says no table and does nothing would refuse the packets.
        return new RuleSpec(header.table(0).action(FR_ACT_TO_TBL), attributes.without(FRA_TABLE).with(FRA_L3MDEV, 1));
    }

    /**
     * Sets the users whose packet it is; {@code FRA_UID_RANGE}.
     *
     * @param first u32
     * @param last u32
     * @return the spec with it
     */
    public RuleSpec users(long first, long last) {
        return new RuleSpec(header, attributes.withStruct(FRA_UID_RANGE, first, last));
    }

    /**
     * Sets the protocol of the packet; {@code FRA_IP_PROTO}.
     *
     * @param protocol {@code IPPROTO_*}, u8
     * @return the spec with it
     */
    public RuleSpec ipProtocol(int protocol) {
        return with(FRA_IP_PROTO, protocol);
    }

    /**
     * Sets the source ports of the packet; {@code FRA_SPORT_RANGE}.
     *
     * @param first u16, not 0
     * @param last u16
     * @return the spec with it
     */
    public RuleSpec sourcePorts(int first, int last) {
        return new RuleSpec(header, attributes.withStruct(FRA_SPORT_RANGE, first, last));
    }

    /**
     * Sets the destination ports of the packet; {@code FRA_DPORT_RANGE}.
     *
     * @param first u16, not 0
     * @param last u16
     * @return the spec with it
     */
    public RuleSpec destinationPorts(int first, int last) {
        return new RuleSpec(header, attributes.withStruct(FRA_DPORT_RANGE, first, last));
    }

    /**
     * Says who made it; {@code FRA_PROTOCOL}.
     *
     * @param protocol {@code RTPROT_*}, u8
     * @return the spec with it
     */
    public RuleSpec protocol(int protocol) {
        return with(FRA_PROTOCOL, protocol);
    }

    /**
     * Sets anything else.
     *
     * @param change makes attributes of {@link Fra} out of those that are set
     * @return the spec with what that returned
     */
    public RuleSpec with(UnaryOperator<Attributes> change) {
        return new RuleSpec(header, change.apply(attributes));
    }

    @Override
    public void write(MessageWriter out) {
        out.bytes(header.encode());
        attributes.writeTo(out.attributes());
    }
}
