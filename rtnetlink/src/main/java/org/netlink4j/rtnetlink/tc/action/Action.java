package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.rtnetlink.tc.action.TcaAct.TCA_ACT_COOKIE;
import static org.netlink4j.rtnetlink.tc.action.TcaAct.TCA_ACT_FLAGS;
import static org.netlink4j.rtnetlink.tc.action.TcaAct.TCA_ACT_HW_STATS;
import static org.netlink4j.rtnetlink.tc.action.TcaAct.TCA_ACT_INDEX;
import static org.netlink4j.rtnetlink.tc.action.TcaAct.TCA_ACT_IN_HW_COUNT;
import static org.netlink4j.rtnetlink.tc.action.TcaAct.TCA_ACT_KIND;
import static org.netlink4j.rtnetlink.tc.action.TcaAct.TCA_ACT_MAX_PRIO;
import static org.netlink4j.rtnetlink.tc.action.TcaAct.TCA_ACT_OPTIONS;
import static org.netlink4j.rtnetlink.tc.action.TcaAct.TCA_ACT_STATS;
import static org.netlink4j.rtnetlink.tc.action.TcaAct.TCA_ACT_USED_HW_STATS;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.Octets;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.tc.TcStatistics;

/**
 * An action: what the kernel says of one, or what somebody wants of one. It stands alone, with an index among those of its kind, or
 * in the list of a filter. Attributes are sent in the order in which they were set.
 *
 * {@snippet :
 * Action.of(Mirred.redirect(7)).cookie(Octets.parse("c0ffee"))
 * }
 *
 * @param attributes attributes of {@link TcaAct}
 */
public record Action(Attributes attributes) {
    /** Checks the table. */
    public Action {
        ActionKindType.require(TcaAct.ATTRIBUTES, attributes);
    }

    /**
     * An action that somebody wants.
     *
     * @param kind its kind
     * @return the action
     */
    public static Action of(ActionKind<?> kind) {
        Attributes named = Attributes.none(TcaAct.ATTRIBUTES).with(TCA_ACT_KIND, kind.kind());
        return new Action(kind.data().isEmpty() ? named : named.with(TCA_ACT_OPTIONS, kind.data()));
    }

    /**
     * Names an action that is there, to get or delete it.
     *
     * @param kind {@code TCA_ACT_KIND}
     * @param index u32: its number among those of its kind
     * @return what names it
     */
    static Action named(String kind, long index) {
        return new Action(Attributes.none(TcaAct.ATTRIBUTES).with(TCA_ACT_KIND, kind).with(TCA_ACT_INDEX, index));
    }

    /**
     * Puts actions into a list as {@link TcaAct#list} specifies it.
     *
     * @param table the inside of the list
     * @param actions the actions in order, at most 32
     * @return the list, numbered from 1
     */
    public static Attributes list(AttributeSet table, List<Action> actions) {
        if (actions.size() > TCA_ACT_MAX_PRIO) {
            throw new IllegalArgumentException(actions.size() + " actions; a list has at most " + TCA_ACT_MAX_PRIO);
        }
        Attributes list = Attributes.none(table);
        for (int i = 0; i < actions.size(); i++) {
            list = list.with(i + 1, actions.get(i).attributes);
        }
        return list;
    }

    /**
     * Takes actions out of a list.
     *
     * @param among the attributes among which the list stands
     * @param number the number of the list
     * @return the actions in order
     */
    public static List<Action> listed(Attributes among, int number) {
        return among.nests(number).stream().map(Action::new).toList();
    }

    /** {@return its kind} */
    public ActionKind<?> kind() {
        String name = attributes.text(TCA_ACT_KIND).orElse("");
        return ActionKindType.decode(name, attributes.nest(TCA_ACT_OPTIONS)
                .orElseGet(() -> Attributes.none(ActionKindType.table(name).orElse(AttributeSet.UNKNOWN))));
    }

    /**
     * Sets up to 16 bytes that the kernel keeps for whoever made the action.
     *
     * @param cookie the bytes
     * @return the action with it
     */
    public Action cookie(Octets cookie) {
        return new Action(attributes.with(TCA_ACT_COOKIE, cookie.toArray()));
    }

    /** {@return the bytes that the kernel keeps for whoever made the action} */
    public Optional<Octets> cookie() {
        return attributes.payload(TCA_ACT_COOKIE).map(Octets::of);
    }

    /**
     * Sets flags, and leaves the others alone.
     *
     * @param flags {@code TCA_ACT_FLAGS_*}
     * @return the action with them
     */
    public Action flags(int flags) {
        int all = flags | (int) (attributes.bitfield32(TCA_ACT_FLAGS).orElse(0));
        return new Action(attributes.with(TCA_ACT_FLAGS, both(all)));
    }

    /** {@return {@code TCA_ACT_FLAGS_*}} */
    public int flags() {
        return (int) attributes.bitfield32(TCA_ACT_FLAGS).orElse(0);
    }

    /**
     * Says which counters of the hardware are wanted.
     *
     * @param kinds {@code TCA_ACT_HW_STATS_*}; 0 for none
     * @return the action with it
     */
    public Action hardwareStatistics(int kinds) {
        return new Action(attributes.with(TCA_ACT_HW_STATS, both(kinds)));
    }

    /** A bitfield32 in which the bits that are set are those that count. */
    private static long both(int bits) {
        return Integer.toUnsignedLong(bits) | (long) bits << Integer.SIZE;
    }

    /** {@return which counters of the hardware are wanted, {@code TCA_ACT_HW_STATS_*}; empty for any} */
    public OptionalInt hardwareStatistics() {
        return bits(attributes.bitfield32(TCA_ACT_HW_STATS));
    }

    /** {@return which counters of the hardware are in use; only in answers} */
    public OptionalInt usedHardwareStatistics() {
        return bits(attributes.bitfield32(TCA_ACT_USED_HW_STATS));
    }

    private static OptionalInt bits(OptionalLong field) {
        return field.isPresent() ? OptionalInt.of((int) field.getAsLong()) : OptionalInt.empty();
    }

    /** {@return on how many devices the hardware does it; only in answers} */
    public OptionalInt hardwareCount() {
        return attributes.integer(TCA_ACT_IN_HW_COUNT);
    }

    /** {@return the counters; only in answers} */
    public Optional<TcStatistics> statistics() {
        return attributes.nest(TCA_ACT_STATS).map(TcStatistics::new);
    }
}
