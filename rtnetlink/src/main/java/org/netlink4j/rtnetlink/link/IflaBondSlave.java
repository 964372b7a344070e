package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.lladdr;
import static org.netlink4j.core.schema.AttributeSpec.s32;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/** Attributes of ports of bonds: {@code IFLA_BOND_SLAVE_*} of {@code linux/if_link.h}. */
public final class IflaBondSlave {
    /** u8: only in answers: 0 active, 1 backup. */
    public static final int IFLA_BOND_SLAVE_STATE = 1;

    /** u8: only in answers: 0 up, 1 going down, 2 down, 3 coming back. */
    public static final int IFLA_BOND_SLAVE_MII_STATUS = 2;

    /** u32: only in answers: how often the link failed. */
    public static final int IFLA_BOND_SLAVE_LINK_FAILURE_COUNT = 3;

    /** 6 octets: only in answers: address before the device became a port. */
    public static final int IFLA_BOND_SLAVE_PERM_HWADDR = 4;

    /** u16: queue whose packets take this port, 0 for any. */
    public static final int IFLA_BOND_SLAVE_QUEUE_ID = 5;

    /** u16: only in answers: LACP aggregator. */
    public static final int IFLA_BOND_SLAVE_AD_AGGREGATOR_ID = 6;

    /** u8: only in answers: LACP state of this end, bits. */
    public static final int IFLA_BOND_SLAVE_AD_ACTOR_OPER_PORT_STATE = 7;

    /** u16: only in answers: LACP state of the other end, bits. */
    public static final int IFLA_BOND_SLAVE_AD_PARTNER_OPER_PORT_STATE = 8;

    /** s32: priority when the active port is chosen, the highest wins; since Linux 6.0. */
    public static final int IFLA_BOND_SLAVE_PRIO = 9;

    /** u16: LACP port priority; since Linux 6.18. */
    public static final int IFLA_BOND_SLAVE_ACTOR_PORT_PRIO = 10;

    /** u8: only in answers: churn of this end; newer than Linux 6.18. */
    public static final int IFLA_BOND_SLAVE_AD_CHURN_ACTOR_STATE = 11;

    /** u8: only in answers: churn of the other end; newer than Linux 6.18. */
    public static final int IFLA_BOND_SLAVE_AD_CHURN_PARTNER_STATE = 12;

    private static final List<String> STATES = List.of(
            "active", "short_timeout", "aggregating", "in_sync", "collecting", "distributing", "defaulted", "expired");

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_BOND_SLAVE",
            u8(IFLA_BOND_SLAVE_STATE, "IFLA_BOND_SLAVE_STATE").key("state").words(Renderings.words("ACTIVE", "BACKUP")),
            u8(IFLA_BOND_SLAVE_MII_STATUS, "IFLA_BOND_SLAVE_MII_STATUS").key("mii_status").words(Renderings
                    .words("UP", "GOING_DOWN", "DOWN", "GOING_BACK")),
            u32(IFLA_BOND_SLAVE_LINK_FAILURE_COUNT, "IFLA_BOND_SLAVE_LINK_FAILURE_COUNT").key("link_failure_count"),
            lladdr(IFLA_BOND_SLAVE_PERM_HWADDR, "IFLA_BOND_SLAVE_PERM_HWADDR").atMost(32).key("perm_hwaddr"),
            u16(IFLA_BOND_SLAVE_QUEUE_ID, "IFLA_BOND_SLAVE_QUEUE_ID").key("queue_id"),
            u16(IFLA_BOND_SLAVE_AD_AGGREGATOR_ID, "IFLA_BOND_SLAVE_AD_AGGREGATOR_ID").key("ad_aggregator_id"),
            u8(IFLA_BOND_SLAVE_AD_ACTOR_OPER_PORT_STATE, "IFLA_BOND_SLAVE_AD_ACTOR_OPER_PORT_STATE").key("")
                    .shown(IflaBondSlave::actorState),
            u16(IFLA_BOND_SLAVE_AD_PARTNER_OPER_PORT_STATE, "IFLA_BOND_SLAVE_AD_PARTNER_OPER_PORT_STATE").key("")
                    .shown(IflaBondSlave::partnerState),
            s32(IFLA_BOND_SLAVE_PRIO, "IFLA_BOND_SLAVE_PRIO").key("prio"),
            u16(IFLA_BOND_SLAVE_ACTOR_PORT_PRIO, "IFLA_BOND_SLAVE_ACTOR_PORT_PRIO").key("actor_port_prio"),
            u8(IFLA_BOND_SLAVE_AD_CHURN_ACTOR_STATE, "IFLA_BOND_SLAVE_AD_CHURN_ACTOR_STATE").key("churn_actor_state")
                    .words(Renderings.words("MONITOR", "CHURN", "NO_CHURN")),
            u8(IFLA_BOND_SLAVE_AD_CHURN_PARTNER_STATE, "IFLA_BOND_SLAVE_AD_CHURN_PARTNER_STATE").key("churn_partner_state")
                    .words(Renderings.words("MONITOR", "CHURN", "NO_CHURN")));

    private IflaBondSlave() {}

    private static Optional<Map<String, Object>> state(Attributes port, int number, String key) {
        int state = port.integer(number).orElse(0);
        return Optional.of(new TreeMap<>(Map.of(key, state, key + "_str", Renderings.bits(state, STATES))));
    }

    private static Optional<Map<String, Object>> actorState(Attributes port, int number) {
        return state(port, number, "ad_actor_oper_port_state");
    }

    private static Optional<Map<String, Object>> partnerState(Attributes port, int number) {
        return state(port, number, "ad_partner_oper_port_state");
    }
}
