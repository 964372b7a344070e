package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaBondSlave.IFLA_BOND_SLAVE_AD_ACTOR_OPER_PORT_STATE;
import static org.netlink4j.rtnetlink.link.IflaBondSlave.IFLA_BOND_SLAVE_AD_AGGREGATOR_ID;
import static org.netlink4j.rtnetlink.link.IflaBondSlave.IFLA_BOND_SLAVE_AD_PARTNER_OPER_PORT_STATE;
import static org.netlink4j.rtnetlink.link.IflaBondSlave.IFLA_BOND_SLAVE_LINK_FAILURE_COUNT;
import static org.netlink4j.rtnetlink.link.IflaBondSlave.IFLA_BOND_SLAVE_MII_STATUS;
import static org.netlink4j.rtnetlink.link.IflaBondSlave.IFLA_BOND_SLAVE_PERM_HWADDR;
import static org.netlink4j.rtnetlink.link.IflaBondSlave.IFLA_BOND_SLAVE_PRIO;
import static org.netlink4j.rtnetlink.link.IflaBondSlave.IFLA_BOND_SLAVE_QUEUE_ID;
import static org.netlink4j.rtnetlink.link.IflaBondSlave.IFLA_BOND_SLAVE_STATE;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.schema.Attributes;

/**
 * A port of a bond.
 *
 * @param data {@code IFLA_INFO_SLAVE_DATA}, attributes of {@link IflaBondSlave}
 */
public record BondPort(Attributes data) implements TypedLinkPort<BondPort> {
    static final String KIND = "bond";

    /** Checks the table. */
    public BondPort {
        LinkKindType.require(IflaBondSlave.ATTRIBUTES, data);
    }

    /** Nothing is wanted yet. */
    public BondPort() {
        this(Attributes.none(IflaBondSlave.ATTRIBUTES));
    }

    /** {@return 0 if it is active, 1 if it is a backup; {@code IFLA_BOND_SLAVE_STATE}} */
    public OptionalInt state() {
        return data.integer(IFLA_BOND_SLAVE_STATE);
    }

    /** {@return 0 if the link is up, 1 going down, 2 down, 3 coming back; {@code IFLA_BOND_SLAVE_MII_STATUS}} */
    public OptionalInt miiStatus() {
        return data.integer(IFLA_BOND_SLAVE_MII_STATUS);
    }

    /** {@return how often the link failed, the bits of a u32; {@code IFLA_BOND_SLAVE_LINK_FAILURE_COUNT}} */
    public OptionalInt linkFailures() {
        return data.integer(IFLA_BOND_SLAVE_LINK_FAILURE_COUNT);
    }

    /** {@return the MAC address before the device became a port; {@code IFLA_BOND_SLAVE_PERM_HWADDR}} */
    public Optional<MacAddress> permanentAddress() {
        return data.mac(IFLA_BOND_SLAVE_PERM_HWADDR);
    }

    /** {@return the queue whose packets take this port; {@code IFLA_BOND_SLAVE_QUEUE_ID}} */
    public OptionalInt queueId() {
        return data.integer(IFLA_BOND_SLAVE_QUEUE_ID);
    }

    /**
     * Sets the queue whose packets take this port.
     *
     * @param value u16; 0 for any
     * @return the port with it
     */
    public BondPort queueId(int value) {
        return with(IFLA_BOND_SLAVE_QUEUE_ID, value);
    }

    /** {@return the LACP aggregator; {@code IFLA_BOND_SLAVE_AD_AGGREGATOR_ID}} */
    public OptionalInt aggregatorId() {
        return data.integer(IFLA_BOND_SLAVE_AD_AGGREGATOR_ID);
    }

    /** {@return the LACP state of this end, bits; {@code IFLA_BOND_SLAVE_AD_ACTOR_OPER_PORT_STATE}} */
    public OptionalInt actorState() {
        return data.integer(IFLA_BOND_SLAVE_AD_ACTOR_OPER_PORT_STATE);
    }

    /** {@return the LACP state of the other end, bits; {@code IFLA_BOND_SLAVE_AD_PARTNER_OPER_PORT_STATE}} */
    public OptionalInt partnerState() {
        return data.integer(IFLA_BOND_SLAVE_AD_PARTNER_OPER_PORT_STATE);
    }

    /** {@return the priority when the active port is chosen; {@code IFLA_BOND_SLAVE_PRIO}} */
    public OptionalInt priority() {
        return data.integer(IFLA_BOND_SLAVE_PRIO);
    }

    /**
     * Sets the priority when the active port is chosen.
     *
     * @param value s32; the highest wins
     * @return the port with it
     */
    public BondPort priority(int value) {
        return with(IFLA_BOND_SLAVE_PRIO, value);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public BondPort over(Attributes data) {
        return new BondPort(data);
    }
}
