package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.generic.ethtool.EthtoolChannels.ETHTOOL_A_CHANNELS_COMBINED_COUNT;
import static org.netlink4j.core.generic.ethtool.EthtoolChannels.ETHTOOL_A_CHANNELS_COMBINED_MAX;
import static org.netlink4j.core.generic.ethtool.EthtoolChannels.ETHTOOL_A_CHANNELS_HEADER;
import static org.netlink4j.core.generic.ethtool.EthtoolChannels.ETHTOOL_A_CHANNELS_OTHER_COUNT;
import static org.netlink4j.core.generic.ethtool.EthtoolChannels.ETHTOOL_A_CHANNELS_OTHER_MAX;
import static org.netlink4j.core.generic.ethtool.EthtoolChannels.ETHTOOL_A_CHANNELS_RX_COUNT;
import static org.netlink4j.core.generic.ethtool.EthtoolChannels.ETHTOOL_A_CHANNELS_RX_MAX;
import static org.netlink4j.core.generic.ethtool.EthtoolChannels.ETHTOOL_A_CHANNELS_TX_COUNT;
import static org.netlink4j.core.generic.ethtool.EthtoolChannels.ETHTOOL_A_CHANNELS_TX_MAX;
import static org.netlink4j.core.generic.ethtool.EthtoolMsg.ETHTOOL_MSG_CHANNELS_GET;

import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * Channels: queues with an interrupt.
 *
 * @param attributes what the kernel sent, of {@link EthtoolChannels#ATTRIBUTES}
 */
public record Channels(Attributes attributes) implements Report {
    static final Kind<Channels> KIND =
            new Kind<>(ETHTOOL_MSG_CHANNELS_GET, EthtoolChannels.ATTRIBUTES, ETHTOOL_A_CHANNELS_HEADER, Channels::new);

    @Override
    public Device device() {
        return Device.in(attributes, KIND.header());
    }

    /** {@return the number of channels that only receive; empty if the kernel says nothing} */
    public OptionalInt receive() {
        return attributes.integer(ETHTOOL_A_CHANNELS_RX_COUNT);
    }

    /** {@return the number of channels that only transmit; empty if the kernel says nothing} */
    public OptionalInt transmit() {
        return attributes.integer(ETHTOOL_A_CHANNELS_TX_COUNT);
    }

    /** {@return the number of channels for anything else; empty if the kernel says nothing} */
    public OptionalInt other() {
        return attributes.integer(ETHTOOL_A_CHANNELS_OTHER_COUNT);
    }

    /** {@return the number of channels that receive and transmit; empty if the kernel says nothing} */
    public OptionalInt combined() {
        return attributes.integer(ETHTOOL_A_CHANNELS_COMBINED_COUNT);
    }

    /** {@return the largest number of channels that only receive; empty if the kernel says nothing} */
    public OptionalInt mostReceive() {
        return attributes.integer(ETHTOOL_A_CHANNELS_RX_MAX);
    }

    /** {@return the largest number of channels that only transmit; empty if the kernel says nothing} */
    public OptionalInt mostTransmit() {
        return attributes.integer(ETHTOOL_A_CHANNELS_TX_MAX);
    }

    /** {@return the largest number of channels for anything else; empty if the kernel says nothing} */
    public OptionalInt mostOther() {
        return attributes.integer(ETHTOOL_A_CHANNELS_OTHER_MAX);
    }

    /** {@return the largest number of channels that receive and transmit; empty if the kernel says nothing} */
    public OptionalInt mostCombined() {
        return attributes.integer(ETHTOOL_A_CHANNELS_COMBINED_MAX);
    }
}
