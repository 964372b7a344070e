package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.VxcanInfo.VXCAN_INFO_PEER;

import java.util.Optional;
import org.netlink4j.core.schema.Attributes;

/**
 * One end of a virtual CAN cable.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link VxcanInfo}
 */
public record Vxcan(Attributes data) implements TypedLinkKind<Vxcan> {
    static final String KIND = "vxcan";

    /** Checks the table. */
    public Vxcan {
        LinkKindType.require(VxcanInfo.ATTRIBUTES, data);
    }

    /** One with the kernel's defaults. */
    public Vxcan() {
        this(Attributes.none(VxcanInfo.ATTRIBUTES));
    }

    /**
     * Says what is wanted of the other end.
     *
     * @param peer what is wanted; its kind does not count
     * @return the kind with it
     */
    public Vxcan peer(LinkSpec peer) {
        return over(data.with(VXCAN_INFO_PEER, peer.header().encode(), peer.attributes()));
    }

    /** {@return what is wanted of the other end; empty in what the kernel answers} */
    public Optional<LinkSpec> peer() {
        return LinkSpec.inside(data, VXCAN_INFO_PEER);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Vxcan over(Attributes data) {
        return new Vxcan(data);
    }
}
