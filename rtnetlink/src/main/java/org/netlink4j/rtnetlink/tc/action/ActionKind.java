package org.netlink4j.rtnetlink.tc.action;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.rtnetlink.TypedAttributes;

/**
 * What only one kind of action has: {@code TCA_ACT_KIND} and {@code TCA_ACT_OPTIONS}. A kind is a value over its attributes; those
 * that its record does not name are kept, and set by their numbers.
 *
 * @param <K> the kind itself
 */
public sealed interface ActionKind<K extends ActionKind<K>> extends TypedAttributes<K>
        permits Ct, Gact, Mirred, OtherAction, Pedit, Police, Skbedit, TunnelKey, Vlan {
    /**
     * The kernel's word for the kind; {@code TCA_ACT_KIND}.
     *
     * @return for example {@code "mirred"}
     */
    String kind();

    /** The number of the attribute with the parameters of which every kind has some. */
    private int parameters() {
        return ActionKindType.find(kind()).orElseThrow(() -> new IllegalArgumentException("nothing is known of " + kind()))
                .parameters();
    }

    private OptionalInt parameter(String field) {
        if (ActionKindType.table(kind()).filter(table -> table == data().set()).isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalLong value = data().field(parameters(), field);
        return value.isPresent() ? OptionalInt.of((int) value.getAsLong()) : OptionalInt.empty();
    }

    /** {@return what becomes of the packet; empty if that is not known} */
    default Optional<ControlAction> control() {
        return parameter(TcGen.ACTION).stream().mapToObj(ControlAction::new).findFirst();
    }

    /**
     * Sets what becomes of the packet.
     *
     * @param control the control action
     * @return the kind with it
     */
    default K control(ControlAction control) {
        return withField(parameters(), TcGen.ACTION, control.value());
    }

    /** {@return its number among the actions of its kind, the bits of a u32; 0 in a request if the kernel is to choose} */
    default OptionalInt index() {
        return parameter(TcGen.INDEX);
    }

    /**
     * Sets its number among the actions of its kind. In a filter, the number of an action that is there takes that one.
     *
     * @param index u32; 0 if the kernel is to choose
     * @return the kind with it
     */
    default K index(long index) {
        return withField(parameters(), TcGen.INDEX, index);
    }

    /** {@return how many hold the action; only in answers} */
    default OptionalInt references() {
        return parameter(TcGen.REFERENCES);
    }

    /** {@return how many filters have the action; only in answers} */
    default OptionalInt bindings() {
        return parameter(TcGen.BINDINGS);
    }

    /** {@return when it was made and used; only in answers} */
    default Optional<ActionTimes> times() {
        return ActionKindType.find(kind()).filter(type -> type.data() == data().set() && data().has(type.times()))
                .map(type -> ActionTimes.of(data(), type.times()));
    }
}
