package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.generic.ethtool.EthtoolLinkinfo.ETHTOOL_A_LINKINFO_HEADER;
import static org.netlink4j.core.generic.ethtool.EthtoolLinkinfo.ETHTOOL_A_LINKINFO_PHYADDR;
import static org.netlink4j.core.generic.ethtool.EthtoolLinkinfo.ETHTOOL_A_LINKINFO_PORT;
import static org.netlink4j.core.generic.ethtool.EthtoolLinkinfo.ETHTOOL_A_LINKINFO_TP_MDIX;
import static org.netlink4j.core.generic.ethtool.EthtoolLinkinfo.ETHTOOL_A_LINKINFO_TP_MDIX_CTRL;
import static org.netlink4j.core.generic.ethtool.EthtoolLinkinfo.ETHTOOL_A_LINKINFO_TRANSCEIVER;
import static org.netlink4j.core.generic.ethtool.EthtoolMsg.ETHTOOL_MSG_LINKINFO_GET;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * What a port is.
 *
 * @param attributes what the kernel sent, of {@link EthtoolLinkinfo#ATTRIBUTES}
 */
public record LinkInfo(Attributes attributes) implements Report {
    static final Kind<LinkInfo> KIND =
            new Kind<>(ETHTOOL_MSG_LINKINFO_GET, EthtoolLinkinfo.ATTRIBUTES, ETHTOOL_A_LINKINFO_HEADER, LinkInfo::new);

    @Override
    public Device device() {
        return Device.in(attributes, KIND.header());
    }

    /** {@return the connector; {@code PORT_*} of {@code linux/ethtool.h}; empty if the kernel says nothing} */
    public OptionalInt port() {
        return attributes.integer(ETHTOOL_A_LINKINFO_PORT);
    }

    /**
     * {@return the connector as the ethtool program calls it, for example {@code "Twisted Pair"}; empty if the kernel says
     * nothing or there is no word for it}
     */
    public Optional<String> portName() {
        return attributes.word(ETHTOOL_A_LINKINFO_PORT);
    }

    /** {@return the address of the PHY on its bus, 0 to 255; empty if the kernel says nothing} */
    public OptionalInt phyAddress() {
        return attributes.integer(ETHTOOL_A_LINKINFO_PHYADDR);
    }

    /** {@return whether pairs are crossed; {@code ETH_TP_MDI*} of {@code linux/ethtool.h}; empty if the kernel says nothing} */
    public OptionalInt crossing() {
        return attributes.integer(ETHTOOL_A_LINKINFO_TP_MDIX);
    }

    /**
     * {@return whether pairs shall be crossed; {@code ETH_TP_MDI*} of {@code linux/ethtool.h}; empty if the kernel says
     * nothing}
     */
    public OptionalInt crossingControl() {
        return attributes.integer(ETHTOOL_A_LINKINFO_TP_MDIX_CTRL);
    }

    /** {@return 0 for an internal transceiver, 1 for an external one; empty if the kernel says nothing} */
    public OptionalInt transceiver() {
        return attributes.integer(ETHTOOL_A_LINKINFO_TRANSCEIVER);
    }

    /**
     * {@return the transceiver as the ethtool program calls it; empty if the kernel says nothing or there is no word for it}
     */
    public Optional<String> transceiverName() {
        return attributes.word(ETHTOOL_A_LINKINFO_TRANSCEIVER);
    }
}
