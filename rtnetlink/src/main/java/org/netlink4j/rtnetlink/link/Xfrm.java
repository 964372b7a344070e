package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaXfrm.IFLA_XFRM_COLLECT_METADATA;
import static org.netlink4j.rtnetlink.link.IflaXfrm.IFLA_XFRM_IF_ID;
import static org.netlink4j.rtnetlink.link.IflaXfrm.IFLA_XFRM_LINK;

import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * A device for packets that IPsec policies and states of an id handle.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaXfrm}
 */
public record Xfrm(Attributes data) implements TypedLinkKind<Xfrm> {
    static final String KIND = "xfrm";

    /** Checks the table. */
    public Xfrm {
        LinkKindType.require(IflaXfrm.ATTRIBUTES, data);
    }

    /** One with the kernel's defaults. */
    public Xfrm() {
        this(Attributes.none(IflaXfrm.ATTRIBUTES));
    }

    /** {@return the index of the lower device; {@code IFLA_XFRM_LINK}} */
    public OptionalInt lower() {
        return data.integer(IFLA_XFRM_LINK);
    }

    /**
     * Sets the index of the lower device.
     *
     * @param index its index; 0 for none
     * @return the kind with it
     */
    public Xfrm lower(int index) {
        return with(IFLA_XFRM_LINK, index);
    }

    /** {@return the id that policies and states name; {@code IFLA_XFRM_IF_ID}} */
    public OptionalInt id() {
        return data.integer(IFLA_XFRM_IF_ID);
    }

    /**
     * Sets the id that policies and states name.
     *
     * @param value u32, not 0
     * @return the kind with it
     */
    public Xfrm id(long value) {
        return with(IFLA_XFRM_IF_ID, value);
    }

    /** {@return whether routes say the id; {@code IFLA_XFRM_COLLECT_METADATA}} */
    public boolean external() {
        return data.has(IFLA_XFRM_COLLECT_METADATA);
    }

    /**
     * Sets whether routes say the id.
     *
     * @param on whether they do
     * @return the kind with it
     */
    public Xfrm external(boolean on) {
        return flag(IFLA_XFRM_COLLECT_METADATA, on);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Xfrm over(Attributes data) {
        return new Xfrm(data);
    }
}
