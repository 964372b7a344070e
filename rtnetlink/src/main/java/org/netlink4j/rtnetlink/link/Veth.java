package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.VethInfo.VETH_INFO_PEER;

import java.util.Optional;
import org.netlink4j.core.schema.Attributes;

/**
 * One end of a virtual cable. The kernel says nothing of its own; the other end is in {@link Link#lower}.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link VethInfo}
 */
public record Veth(Attributes data) implements TypedLinkKind<Veth> {
    static final String KIND = "veth";

    /** Checks the table. */
    public Veth {
        LinkKindType.require(VethInfo.ATTRIBUTES, data);
    }

    /** A cable whose other end the kernel names. */
    public Veth() {
        this(Attributes.none(VethInfo.ATTRIBUTES));
    }

    /**
     * A cable with another end as wanted.
     *
     * @param peer what is wanted of the other end; its kind does not count
     * @return the kind of this end
     */
    public static Veth withPeer(LinkSpec peer) {
        Attributes none = Attributes.none(VethInfo.ATTRIBUTES);
        return new Veth(none.with(VETH_INFO_PEER, peer.header().encode(), peer.attributes()));
    }

    /**
     * What is wanted of the other end.
     *
     * @return empty in what the kernel answers
     */
    public Optional<LinkSpec> peer() {
        return LinkSpec.inside(data, VETH_INFO_PEER);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Veth over(Attributes data) {
        return new Veth(data);
    }
}
