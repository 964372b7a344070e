package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.core.schema.AttributeSpec.nest;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.rtnetlink.tc.action.TcaAct;
import org.netlink4j.rtnetlink.tc.action.TcaPolice;

/** Attributes of the filter cgroup: {@code TCA_CGROUP_*} of {@code linux/pkt_cls.h}. */
public final class TcaCgroup {
    /** Nest of actions, numbered from 1. */
    public static final int TCA_CGROUP_ACT = 1;

    /** Nest of {@code TCA_POLICE_*}: one action police, of old programs. */
    public static final int TCA_CGROUP_POLICE = 2;

    /** Nest of {@code TCA_EMATCH_TREE_*}: extended matches. */
    public static final int TCA_CGROUP_EMATCHES = 3;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_CGROUP",
            TcaAct.list(TCA_CGROUP_ACT, "TCA_CGROUP_ACT"),
            nest(TCA_CGROUP_POLICE, "TCA_CGROUP_POLICE", () -> TcaPolice.ATTRIBUTES).unmarked().key("police"),
            nest(TCA_CGROUP_EMATCHES, "TCA_CGROUP_EMATCHES", () -> TcaEmatchTree.ATTRIBUTES).unmarked());

    private TcaCgroup() {}
}
