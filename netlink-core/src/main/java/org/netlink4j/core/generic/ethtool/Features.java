package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.generic.ethtool.EthtoolFeatures.ETHTOOL_A_FEATURES_ACTIVE;
import static org.netlink4j.core.generic.ethtool.EthtoolFeatures.ETHTOOL_A_FEATURES_HEADER;
import static org.netlink4j.core.generic.ethtool.EthtoolFeatures.ETHTOOL_A_FEATURES_HW;
import static org.netlink4j.core.generic.ethtool.EthtoolFeatures.ETHTOOL_A_FEATURES_NOCHANGE;
import static org.netlink4j.core.generic.ethtool.EthtoolFeatures.ETHTOOL_A_FEATURES_WANTED;
import static org.netlink4j.core.generic.ethtool.EthtoolMsg.ETHTOOL_MSG_FEATURES_GET;

import java.util.Optional;
import org.netlink4j.core.schema.Attributes;

/**
 * Offloads of a device. The names of the bits are those of {@link EthSs#ETH_SS_FEATURES}.
 *
 * @param attributes what the kernel sent, of {@link EthtoolFeatures#ATTRIBUTES}
 */
public record Features(Attributes attributes) implements Report {
    static final Kind<Features> KIND =
            new Kind<>(ETHTOOL_MSG_FEATURES_GET, EthtoolFeatures.ATTRIBUTES, ETHTOOL_A_FEATURES_HEADER, Features::new);

    @Override
    public Device device() {
        return Device.in(attributes, KIND.header());
    }

    /** {@return what can be changed; empty if the kernel says nothing} */
    public Optional<Bitset> changeable() {
        return attributes.nest(ETHTOOL_A_FEATURES_HW).map(Bitset::new);
    }

    /** {@return what was asked for; empty if the kernel says nothing} */
    public Optional<Bitset> wanted() {
        return attributes.nest(ETHTOOL_A_FEATURES_WANTED).map(Bitset::new);
    }

    /** {@return what is in effect; empty if the kernel says nothing} */
    public Optional<Bitset> active() {
        return attributes.nest(ETHTOOL_A_FEATURES_ACTIVE).map(Bitset::new);
    }

    /** {@return what can never be changed; empty if the kernel says nothing} */
    public Optional<Bitset> fixed() {
        return attributes.nest(ETHTOOL_A_FEATURES_NOCHANGE).map(Bitset::new);
    }
}
