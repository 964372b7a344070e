package org.netlink4j.rtnetlink.nexthop;

import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_RES_GROUP_BUCKETS;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_RES_GROUP_IDLE_TIMER;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_RES_GROUP_UNBALANCED_TIMER;

import org.netlink4j.core.schema.Attributes;

/**
 * How a resilient group is set up: {@code NHA_RES_GROUP}. Buckets move to another member when they are idle, so that flows stay.
 *
 * @param buckets how many buckets there are, u16
 * @param idleTimer after how many hundredths of a second a bucket counts as idle, u32
 * @param unbalancedTimer after how many hundredths of a second a bucket that is not idle is moved too, u32; 0 for never
 */
public record ResilientGroup(int buckets, long idleTimer, long unbalancedTimer) {
    static ResilientGroup of(Attributes group) {
        return new ResilientGroup(
                group.integer(NHA_RES_GROUP_BUCKETS).orElse(0),
                group.number(NHA_RES_GROUP_IDLE_TIMER).orElse(0),
                group.number(NHA_RES_GROUP_UNBALANCED_TIMER).orElse(0));
    }

    Attributes attributes() {
        return Attributes.none(Nha.RESILIENT_GROUP)
                .with(NHA_RES_GROUP_BUCKETS, buckets)
                .with(NHA_RES_GROUP_IDLE_TIMER, idleTimer)
                .with(NHA_RES_GROUP_UNBALANCED_TIMER, unbalancedTimer);
    }
}
