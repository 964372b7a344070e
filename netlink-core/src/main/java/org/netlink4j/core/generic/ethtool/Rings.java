package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.generic.ethtool.EthtoolMsg.ETHTOOL_MSG_RINGS_GET;
import static org.netlink4j.core.generic.ethtool.EthtoolRings.ETHTOOL_A_RINGS_HEADER;
import static org.netlink4j.core.generic.ethtool.EthtoolRings.ETHTOOL_A_RINGS_RX;
import static org.netlink4j.core.generic.ethtool.EthtoolRings.ETHTOOL_A_RINGS_RX_BUF_LEN;
import static org.netlink4j.core.generic.ethtool.EthtoolRings.ETHTOOL_A_RINGS_RX_JUMBO;
import static org.netlink4j.core.generic.ethtool.EthtoolRings.ETHTOOL_A_RINGS_RX_JUMBO_MAX;
import static org.netlink4j.core.generic.ethtool.EthtoolRings.ETHTOOL_A_RINGS_RX_MAX;
import static org.netlink4j.core.generic.ethtool.EthtoolRings.ETHTOOL_A_RINGS_RX_MINI;
import static org.netlink4j.core.generic.ethtool.EthtoolRings.ETHTOOL_A_RINGS_RX_MINI_MAX;
import static org.netlink4j.core.generic.ethtool.EthtoolRings.ETHTOOL_A_RINGS_TX;
import static org.netlink4j.core.generic.ethtool.EthtoolRings.ETHTOOL_A_RINGS_TX_MAX;

import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * Ring sizes, in descriptors.
 *
 * @param attributes what the kernel sent, of {@link EthtoolRings#ATTRIBUTES}
 */
public record Rings(Attributes attributes) implements Report {
    static final Kind<Rings> KIND =
            new Kind<>(ETHTOOL_MSG_RINGS_GET, EthtoolRings.ATTRIBUTES, ETHTOOL_A_RINGS_HEADER, Rings::new);

    @Override
    public Device device() {
        return Device.in(attributes, KIND.header());
    }

    /** {@return the size of the receive ring; empty if the kernel says nothing} */
    public OptionalInt receive() {
        return attributes.integer(ETHTOOL_A_RINGS_RX);
    }

    /** {@return the size of the receive ring for small frames; empty if the kernel says nothing} */
    public OptionalInt receiveMini() {
        return attributes.integer(ETHTOOL_A_RINGS_RX_MINI);
    }

    /** {@return the size of the receive ring for large frames; empty if the kernel says nothing} */
    public OptionalInt receiveJumbo() {
        return attributes.integer(ETHTOOL_A_RINGS_RX_JUMBO);
    }

    /** {@return the size of the transmit ring; empty if the kernel says nothing} */
    public OptionalInt transmit() {
        return attributes.integer(ETHTOOL_A_RINGS_TX);
    }

    /** {@return the largest size of the receive ring; empty if the kernel says nothing} */
    public OptionalInt largestReceive() {
        return attributes.integer(ETHTOOL_A_RINGS_RX_MAX);
    }

    /** {@return the largest size of the receive ring for small frames; empty if the kernel says nothing} */
    public OptionalInt largestReceiveMini() {
        return attributes.integer(ETHTOOL_A_RINGS_RX_MINI_MAX);
    }

    /** {@return the largest size of the receive ring for large frames; empty if the kernel says nothing} */
    public OptionalInt largestReceiveJumbo() {
        return attributes.integer(ETHTOOL_A_RINGS_RX_JUMBO_MAX);
    }

    /** {@return the largest size of the transmit ring; empty if the kernel says nothing} */
    public OptionalInt largestTransmit() {
        return attributes.integer(ETHTOOL_A_RINGS_TX_MAX);
    }

    /** {@return the size of a receive buffer in bytes; empty if the kernel says nothing} */
    public OptionalInt receiveBuffer() {
        return attributes.integer(ETHTOOL_A_RINGS_RX_BUF_LEN);
    }
}
