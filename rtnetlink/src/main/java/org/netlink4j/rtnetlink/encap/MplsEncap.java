package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.rtnetlink.encap.MplsIptunnel.MPLS_IPTUNNEL_DST;
import static org.netlink4j.rtnetlink.encap.MplsIptunnel.MPLS_IPTUNNEL_TTL;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.MplsLabels;

/**
 * MPLS labels in front of the packet.
 *
 * @param data attributes of {@link MplsIptunnel}
 */
public record MplsEncap(Attributes data) implements TypedEncap<MplsEncap> {
    /** Checks the table. */
    public MplsEncap {
        EncapType.MPLS.require(data);
    }

    /** {@return the type, {@link LwtunnelEncap#LWTUNNEL_ENCAP_MPLS}} */
    @Override
    public int type() {
        return EncapType.MPLS.number();
    }

    @Override
    public MplsEncap over(Attributes data) {
        return new MplsEncap(data);
    }

    /**
     * Labels.
     *
     * @param labels the labels; not empty
     * @return the encapsulation
     */
    public static MplsEncap of(MplsLabels labels) {
        return new MplsEncap(Attributes.none(MplsIptunnel.ATTRIBUTES).with(MPLS_IPTUNNEL_DST, labels.encode()));
    }

    /**
     * The labels; {@code MPLS_IPTUNNEL_DST}.
     *
     * @return the labels; none if the attribute is not there
     * @throws MalformedMessageException if these are no whole labels
     */
    public MplsLabels labels() throws MalformedMessageException {
        Optional<byte[]> entries = data.payload(MPLS_IPTUNNEL_DST);
        return entries.isPresent() ? MplsLabels.decode(entries.get()) : MplsLabels.of();
    }

    /** {@return the time to live; empty for that of the packet; {@code MPLS_IPTUNNEL_TTL}} */
    public OptionalInt timeToLive() {
        return data.integer(MPLS_IPTUNNEL_TTL);
    }

    /**
     * Sets the time to live.
     *
     * @param ttl u8
     * @return the encapsulation with it
     */
    public MplsEncap timeToLive(int ttl) {
        return over(data.with(MPLS_IPTUNNEL_TTL, ttl));
    }
}
