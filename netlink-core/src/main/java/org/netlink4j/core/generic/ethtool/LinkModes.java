package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.generic.ethtool.EthtoolLinkmodes.DUPLEX_UNKNOWN;
import static org.netlink4j.core.generic.ethtool.EthtoolLinkmodes.ETHTOOL_A_LINKMODES_AUTONEG;
import static org.netlink4j.core.generic.ethtool.EthtoolLinkmodes.ETHTOOL_A_LINKMODES_DUPLEX;
import static org.netlink4j.core.generic.ethtool.EthtoolLinkmodes.ETHTOOL_A_LINKMODES_HEADER;
import static org.netlink4j.core.generic.ethtool.EthtoolLinkmodes.ETHTOOL_A_LINKMODES_LANES;
import static org.netlink4j.core.generic.ethtool.EthtoolLinkmodes.ETHTOOL_A_LINKMODES_OURS;
import static org.netlink4j.core.generic.ethtool.EthtoolLinkmodes.ETHTOOL_A_LINKMODES_PEER;
import static org.netlink4j.core.generic.ethtool.EthtoolLinkmodes.ETHTOOL_A_LINKMODES_SPEED;
import static org.netlink4j.core.generic.ethtool.EthtoolLinkmodes.SPEED_UNKNOWN;
import static org.netlink4j.core.generic.ethtool.EthtoolMsg.ETHTOOL_MSG_LINKMODES_GET;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * Speeds and modes of a port.
 *
 * @param attributes what the kernel sent, of {@link EthtoolLinkmodes#ATTRIBUTES}
 */
public record LinkModes(Attributes attributes) implements Report {
    static final Kind<LinkModes> KIND =
            new Kind<>(ETHTOOL_MSG_LINKMODES_GET, EthtoolLinkmodes.ATTRIBUTES, ETHTOOL_A_LINKMODES_HEADER, LinkModes::new);

    @Override
    public Device device() {
        return Device.in(attributes, KIND.header());
    }

    /** {@return whether speed and duplex are negotiated} */
    public boolean negotiates() {
        return attributes.integer(ETHTOOL_A_LINKMODES_AUTONEG).orElse(0) != 0;
    }

    /** {@return the modes that the port supports (the mask) and advertises (the value); empty if the kernel says nothing} */
    public Optional<Bitset> ours() {
        return attributes.nest(ETHTOOL_A_LINKMODES_OURS).map(Bitset::new);
    }

    /** {@return the modes that the link partner advertises; empty if the kernel says nothing} */
    public Optional<Bitset> peer() {
        return attributes.nest(ETHTOOL_A_LINKMODES_PEER).map(Bitset::new);
    }

    /** {@return the duplex as the ethtool program calls it; empty if the kernel says nothing or there is no word for it} */
    public Optional<String> duplexName() {
        return attributes.word(ETHTOOL_A_LINKMODES_DUPLEX);
    }

    /** {@return the number of lanes; empty if the kernel says nothing} */
    public OptionalInt lanes() {
        return attributes.integer(ETHTOOL_A_LINKMODES_LANES);
    }

    /** {@return the speed in Mb/s; empty if it is not known} */
    public OptionalInt speed() {
        return known(ETHTOOL_A_LINKMODES_SPEED, SPEED_UNKNOWN);
    }

    /** {@return 0 for half duplex, 1 for full duplex; empty if it is not known} */
    public OptionalInt duplex() {
        return known(ETHTOOL_A_LINKMODES_DUPLEX, DUPLEX_UNKNOWN);
    }

    private OptionalInt known(int number, int unknown) {
        OptionalInt value = attributes.integer(number);
        return value.isPresent() && value.getAsInt() == unknown ? OptionalInt.empty() : value;
    }
}
