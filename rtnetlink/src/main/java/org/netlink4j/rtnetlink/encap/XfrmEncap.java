package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.rtnetlink.encap.LwtXfrm.LWT_XFRM_IF_ID;
import static org.netlink4j.rtnetlink.encap.LwtXfrm.LWT_XFRM_LINK;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * IPsec through an xfrm device that takes its id from the packet.
 *
 * @param data attributes of {@link LwtXfrm}
 */
public record XfrmEncap(Attributes data) implements TypedEncap<XfrmEncap> {
    /** Checks the table. */
    public XfrmEncap {
        EncapType.XFRM.require(data);
    }

    /** {@return the type, {@link LwtunnelEncap#LWTUNNEL_ENCAP_XFRM}} */
    @Override
    public int type() {
        return EncapType.XFRM.number();
    }

    @Override
    public XfrmEncap over(Attributes data) {
        return new XfrmEncap(data);
    }

    /**
     * An id.
     *
     * @param id u32, not 0; {@code LWT_XFRM_IF_ID}
     * @return the encapsulation
     */
    public static XfrmEncap of(long id) {
        return new XfrmEncap(Attributes.none(LwtXfrm.ATTRIBUTES).with(LWT_XFRM_IF_ID, id));
    }

    /** {@return the id; {@code LWT_XFRM_IF_ID}, u32} */
    public OptionalLong id() {
        return data.number(LWT_XFRM_IF_ID);
    }

    /** {@return the index of the lower device; {@code LWT_XFRM_LINK}} */
    public OptionalInt lower() {
        return data.integer(LWT_XFRM_LINK);
    }

    /**
     * Sets the lower device.
     *
     * @param index its index
     * @return the encapsulation with it
     */
    public XfrmEncap lower(int index) {
        return over(data.with(LWT_XFRM_LINK, index));
    }
}
