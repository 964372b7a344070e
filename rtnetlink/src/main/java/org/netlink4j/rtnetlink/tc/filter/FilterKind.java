package org.netlink4j.rtnetlink.tc.filter;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.rtnetlink.TypedAttributes;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.rtnetlink.tc.action.Action;

/**
 * What only one kind of filter has: {@code TCA_KIND} and {@code TCA_OPTIONS}. A kind is a value over its attributes; those that its
 * record does not name are kept, and set by their numbers.
 *
 * @param <K> the kind itself
 */
public sealed interface FilterKind<K extends FilterKind<K>> extends TypedAttributes<K>
        permits Basic, Bpf, Flower, Matchall, OtherFilter, U32 {
    /**
     * The kernel's word for the kind; {@code TCA_KIND}.
     *
     * @return for example {@code "flower"}
     */
    String kind();

    /** {@return what the kind says of itself, by the keys of {@code tc -json}; its actions are not among it} */
    default Map<String, Object> values() {
        return data().values();
    }

    private Optional<FilterKindType> known() {
        return FilterKindType.find(kind()).filter(type -> type.data() == data().set());
    }

    private int number(OptionalInt number, String what) {
        return number.orElseThrow(() -> new IllegalArgumentException("nothing is known of " + what + " of " + kind()));
    }

    private OptionalInt number(Function<FilterKindType, OptionalInt> which) {
        return known().map(which).orElse(OptionalInt.empty());
    }

    /** {@return the class in which the packet goes; empty if it has none, or the kind is not known} */
    default Optional<TcHandle> classId() {
        return number(FilterKindType::classId).stream()
                .mapToObj(number -> data().integer(number).stream().mapToObj(TcHandle::new).findFirst())
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * Sets the class in which the packet goes.
     *
     * @param handle the class
     * @return the kind with it
     */
    default K classId(TcHandle handle) {
        return with(number(number(FilterKindType::classId), "a class"), Integer.toUnsignedLong(handle.value()));
    }

    /** {@return what is done to the packet, in order; empty if nothing is, or the kind is not known} */
    default List<Action> actions() {
        OptionalInt number = number(FilterKindType::actions);
        return number.isPresent() ? Action.listed(data(), number.getAsInt()) : List.of();
    }

    /**
     * Sets what is done to the packet.
     *
     * @param actions in order, 1 to 32
     * @return the kind with them
     */
    default K actions(Action... actions) {
        int number = number(number(FilterKindType::actions), "actions");
        AttributeSpec list = data().set().find(number).orElseThrow();
        return over(data().with(number, Action.list(list.nest(), List.of(actions))));
    }

    /** {@return {@code TCA_CLS_FLAGS_*}; 0 if there are none, or the kind has none} */
    default int flags() {
        OptionalInt number = number(FilterKindType::flags);
        return number.isPresent() ? data().integer(number.getAsInt()).orElse(0) : 0;
    }

    /**
     * Sets flags, and leaves the others alone.
     *
     * @param flags {@code TCA_CLS_FLAGS_SKIP_HW}, {@code TCA_CLS_FLAGS_SKIP_SW}, {@code TCA_CLS_FLAGS_VERBOSE}
     * @return the kind with them
     */
    default K flags(int flags) {
        return with(number(number(FilterKindType::flags), "flags"), Integer.toUnsignedLong(flags() | flags));
    }
}
