package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.rtnetlink.encap.IlaAttr.ILA_ATTR_LOCATOR;

import java.nio.ByteBuffer;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * Identifier locator addressing: the first half of the destination is replaced.
 *
 * @param data attributes of {@link IlaAttr}
 */
public record IlaEncap(Attributes data) implements TypedEncap<IlaEncap> {
    /** Checks the table. */
    public IlaEncap {
        EncapType.ILA.require(data);
    }

    /** {@return the type, {@link LwtunnelEncap#LWTUNNEL_ENCAP_ILA}} */
    @Override
    public int type() {
        return EncapType.ILA.number();
    }

    @Override
    public IlaEncap over(Attributes data) {
        return new IlaEncap(data);
    }

    /**
     * A locator.
     *
     * @param locator the first half of the new destination, most significant octet first
     * @return the encapsulation
     */
    public static IlaEncap of(long locator) {
        byte[] octets = ByteBuffer.allocate(Long.BYTES).putLong(locator).array();
        return new IlaEncap(Attributes.none(IlaAttr.ATTRIBUTES).with(ILA_ATTR_LOCATOR, octets));
    }

    /** {@return the first half of the new destination, most significant octet first; {@code ILA_ATTR_LOCATOR}} */
    public OptionalLong locator() {
        return data.payload(ILA_ATTR_LOCATOR).stream().mapToLong(octets -> ByteBuffer.wrap(octets).getLong()).findFirst();
    }
}
