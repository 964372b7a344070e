package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.generic.ethtool.EthtoolLinkstate.ETHTOOL_A_LINKSTATE_EXT_DOWN_CNT;
import static org.netlink4j.core.generic.ethtool.EthtoolLinkstate.ETHTOOL_A_LINKSTATE_EXT_STATE;
import static org.netlink4j.core.generic.ethtool.EthtoolLinkstate.ETHTOOL_A_LINKSTATE_EXT_SUBSTATE;
import static org.netlink4j.core.generic.ethtool.EthtoolLinkstate.ETHTOOL_A_LINKSTATE_HEADER;
import static org.netlink4j.core.generic.ethtool.EthtoolLinkstate.ETHTOOL_A_LINKSTATE_LINK;
import static org.netlink4j.core.generic.ethtool.EthtoolLinkstate.ETHTOOL_A_LINKSTATE_SQI;
import static org.netlink4j.core.generic.ethtool.EthtoolLinkstate.ETHTOOL_A_LINKSTATE_SQI_MAX;
import static org.netlink4j.core.generic.ethtool.EthtoolMsg.ETHTOOL_MSG_LINKSTATE_GET;

import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * The state of a link.
 *
 * @param attributes what the kernel sent, of {@link EthtoolLinkstate#ATTRIBUTES}
 */
public record LinkState(Attributes attributes) implements Report {
    static final Kind<LinkState> KIND =
            new Kind<>(ETHTOOL_MSG_LINKSTATE_GET, EthtoolLinkstate.ATTRIBUTES, ETHTOOL_A_LINKSTATE_HEADER, LinkState::new);

    @Override
    public Device device() {
        return Device.in(attributes, KIND.header());
    }

    /** {@return whether the link is up} */
    public boolean isUp() {
        return attributes.integer(ETHTOOL_A_LINKSTATE_LINK).orElse(0) != 0;
    }

    /** {@return the signal quality index; empty if the kernel says nothing} */
    public OptionalInt signalQuality() {
        return attributes.integer(ETHTOOL_A_LINKSTATE_SQI);
    }

    /** {@return the best signal quality index; empty if the kernel says nothing} */
    public OptionalInt bestSignalQuality() {
        return attributes.integer(ETHTOOL_A_LINKSTATE_SQI_MAX);
    }

    /**
     * {@return why the link is down; {@code enum ethtool_link_ext_state} of {@code linux/ethtool.h}; empty if the kernel says
     * nothing}
     */
    public OptionalInt reason() {
        return attributes.integer(ETHTOOL_A_LINKSTATE_EXT_STATE);
    }

    /** {@return more of why; its meaning depends on {@link #reason}; empty if the kernel says nothing} */
    public OptionalInt subReason() {
        return attributes.integer(ETHTOOL_A_LINKSTATE_EXT_SUBSTATE);
    }

    /** {@return how often the link went down; empty if the kernel says nothing} */
    public OptionalInt downs() {
        return attributes.integer(ETHTOOL_A_LINKSTATE_EXT_DOWN_CNT);
    }
}
