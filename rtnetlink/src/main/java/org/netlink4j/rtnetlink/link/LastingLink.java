package org.netlink4j.rtnetlink.link;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/** Takes out of a link what the kernel changes without a word: counters, timers, settings that have messages of their own. */
final class LastingLink {
    private static final List<Integer> SILENT = List.of(
            Ifla.IFLA_STATS, Ifla.IFLA_STATS64, Ifla.IFLA_EVENT, Ifla.IFLA_AF_SPEC, Ifla.IFLA_WIRELESS, Ifla.IFLA_QDISC,
            Ifla.IFLA_PROMISCUITY, Ifla.IFLA_ALLMULTI, Ifla.IFLA_CARRIER_CHANGES, Ifla.IFLA_CARRIER_UP_COUNT,
            Ifla.IFLA_CARRIER_DOWN_COUNT, Ifla.IFLA_HEADROOM, Ifla.IFLA_TAILROOM);

    /** Of some kinds, and of some ports. */
    private static final Map<AttributeSet, List<Integer>> SILENT_INSIDE = Map.of(
            IflaBr.ATTRIBUTES, List.of(
                    IflaBr.IFLA_BR_HELLO_TIMER, IflaBr.IFLA_BR_TCN_TIMER, IflaBr.IFLA_BR_TOPOLOGY_CHANGE_TIMER, IflaBr.IFLA_BR_GC_TIMER,
                    IflaBr.IFLA_BR_FDB_N_LEARNED, IflaBr.IFLA_BR_MCAST_QUERIER_STATE),
            IflaBrport.ATTRIBUTES, List.of(
                    IflaBrport.IFLA_BRPORT_MESSAGE_AGE_TIMER, IflaBrport.IFLA_BRPORT_FORWARD_DELAY_TIMER,
                    IflaBrport.IFLA_BRPORT_HOLD_TIMER, IflaBrport.IFLA_BRPORT_MCAST_N_GROUPS,
                    IflaBrport.IFLA_BRPORT_MCAST_EHT_HOSTS_CNT),
            IflaHsr.ATTRIBUTES, List.of(IflaHsr.IFLA_HSR_SEQ_NR),
            IflaMacvlan.ATTRIBUTES, List.of(IflaMacvlan.IFLA_MACVLAN_BC_QUEUE_LEN_USED));

    private LastingLink() {}

    /** What is left of the attributes of a link. */
    static Attributes of(Attributes link) {
        Attributes lasting = without(link, SILENT);
        Optional<Attributes> info = lasting.nest(Ifla.IFLA_LINKINFO);
        return info.isPresent() ? lasting.with(Ifla.IFLA_LINKINFO, info(info.get())) : lasting;
    }

    private static Attributes info(Attributes info) {
        Attributes lasting = info.without(IflaInfo.IFLA_INFO_XSTATS);
        for (int data : List.of(IflaInfo.IFLA_INFO_DATA, IflaInfo.IFLA_INFO_SLAVE_DATA)) {
            Optional<Attributes> nest = lasting.nest(data).filter(inside -> SILENT_INSIDE.containsKey(inside.set()));
            if (nest.isPresent()) {
                lasting = lasting.with(data, without(nest.get(), SILENT_INSIDE.get(nest.get().set())));
            }
        }
        return lasting;
    }

    private static Attributes without(Attributes attributes, List<Integer> numbers) {
        Attributes rest = attributes;
        for (int number : numbers) {
            rest = rest.without(number);
        }
        return rest;
    }
}
