package org.netlink4j.rtnetlink.rule;

import static org.netlink4j.rtnetlink.rule.Fra.FRA_DST;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_FWMARK;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_FWMASK;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_GOTO;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_IIFNAME;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_OIFNAME;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_PRIORITY;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_PROTOCOL;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_SRC;
import static org.netlink4j.rtnetlink.rule.Fra.FRA_TABLE;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.IpPrefix;

/**
 * A routing rule as the kernel describes it: {@code RTM_NEWRULE}. All that the kernel said is in {@link #attributes}.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link Fra}
 */
public record Rule(RuleHeader header, Attributes attributes) {
    private static final int ONLY_IN_ANSWERS =
            FibRule.FIB_RULE_UNRESOLVED | FibRule.FIB_RULE_IIF_DETACHED | FibRule.FIB_RULE_OIF_DETACHED;

    /** Checks the table. */
    public Rule {
        Objects.requireNonNull(header);
        RuleSpec.require(attributes);
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWRULE} or {@code RTM_DELRULE}
     * @return the rule, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static Rule decode(MessageReader message) throws MalformedMessageException {
        return new Rule(
                RuleHeader.decode(message), Attributes.decode(Fra.ATTRIBUTES, message.attributes(Fra.FIB_RULE_HDR.size())));
    }

    /**
     * Writes what follows the message header, just as it was decoded.
     *
     * @param out a writer after the message header
     */
    public void write(MessageWriter out) {
        out.bytes(header.encode());
        attributes.writeTo(out.attributes());
    }

    /**
     * What tells it from other rules: a rule has no id, so all of it but the flags that follow from other objects.
     *
     * @return the rule without these flags
     */
    public Rule key() {
        return new Rule(header.flags(header.flags() & ~ONLY_IN_ANSWERS), attributes);
    }

    /** {@return the priority, the lowest comes first; {@code FRA_PRIORITY}, u32} */
    public long priority() {
        return attributes.number(FRA_PRIORITY).orElse(0);
    }

    /** {@return the source prefix; {@code FRA_SRC}; empty for any} */
    public Optional<IpPrefix> source() {
        return attributes.ip(FRA_SRC).map(address -> new IpPrefix(address, header.sourceLength()));
    }

    /** {@return the destination prefix; {@code FRA_DST}; empty for any} */
    public Optional<IpPrefix> destination() {
        return attributes.ip(FRA_DST).map(address -> new IpPrefix(address, header.destinationLength()));
    }

    /** {@return the table that is looked up; {@code FRA_TABLE}, u32, or that of the header; 0 for none} */
    public long table() {
        return attributes.number(FRA_TABLE).orElse(header.table());
    }

    /** {@return what it does; {@link FrAct}} */
    public int action() {
        return header.action();
    }

    /** {@return the flags, bits of {@link FibRule}} */
    public int flags() {
        return header.flags();
    }

    /** {@return the name of the device on which the packet came; {@code FRA_IIFNAME}; empty for any} */
    public Optional<String> incoming() {
        return attributes.text(FRA_IIFNAME);
    }

    /** {@return the name of the device on which the packet leaves; {@code FRA_OIFNAME}; empty for any} */
    public Optional<String> outgoing() {
        return attributes.text(FRA_OIFNAME);
    }

    /** {@return the mark of the packet; {@code FRA_FWMARK}, the bits of a u32} */
    public OptionalInt mark() {
        return attributes.integer(FRA_FWMARK);
    }

    /** {@return which bits of the mark count; {@code FRA_FWMASK}, the bits of a u32} */
    public OptionalInt markMask() {
        return attributes.integer(FRA_FWMASK);
    }

    /** {@return the priority of the rule to go on with; {@code FRA_GOTO}, u32} */
    public OptionalLong target() {
        return attributes.number(FRA_GOTO);
    }

    /** {@return who made it, {@code RTPROT_*}; {@code FRA_PROTOCOL}, u8} */
    public OptionalInt protocol() {
        return attributes.integer(FRA_PROTOCOL);
    }
}
