package org.netlink4j.rtnetlink.tc;

import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_KIND;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;

import java.util.Objects;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;

/**
 * How a kind of queueing discipline, class or filter is encoded.
 *
 * @param kind {@code TCA_KIND}
 * @param options what {@code TCA_OPTIONS} is: a nest, with or without a structure before it, or a structure
 * @param data the table of a kind's value: what is in the nest; of other options a table of {@code TCA_OPTIONS} alone
 * @param counters what {@code TCA_STATS_APP} is, and {@code TCA_XSTATS}; empty if the kind has no counters of its own
 */
public record TcTables(String kind, AttributeSpec options, AttributeSet data, Optional<AttributeSpec> counters) {
    /** Refuses nulls. */
    public TcTables {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(options);
        Objects.requireNonNull(data);
        Objects.requireNonNull(counters);
    }

    /**
     * A kind whose options are a nest without mark, as most are.
     *
     * @param kind {@code TCA_KIND}
     * @param options what is in {@code TCA_OPTIONS}; {@link AttributeSet#UNKNOWN} for a kind without options
     * @return the tables
     */
    public static TcTables of(String kind, AttributeSet options) {
        return of(kind, nest(TCA_OPTIONS, "TCA_OPTIONS", () -> options).unmarked());
    }

    /**
     * A kind whose options are a structure, a nest after a structure, or a nest that is marked.
     *
     * @param kind {@code TCA_KIND}
     * @param options {@code TCA_OPTIONS}
     * @return the tables
     */
    public static TcTables of(String kind, AttributeSpec options) {
        AttributeSet data = isPlainNest(options) ? options.nest() : AttributeSet.of("TCA", options);
        return new TcTables(kind, options, data, Optional.empty());
    }

    /**
     * Adds counters.
     *
     * @param counters {@code TCA_STATS_APP}
     * @return the tables with them
     */
    public TcTables counting(AttributeSpec counters) {
        return new TcTables(kind, options, data, Optional.of(counters));
    }

    private static boolean isPlainNest(AttributeSpec options) {
        return options.type() == AttributeType.NEST && options.struct().isEmpty();
    }

    /**
     * Takes what a kind says of itself out of a message.
     *
     * @param message attributes of {@link Tca} with tables of this kind
     * @return attributes of {@link #data}; empty if the message has no options
     */
    public Attributes read(Attributes message) {
        Attributes none = Attributes.none(data);
        if (!message.has(TCA_OPTIONS)) {
            return none;
        }
        if (isPlainNest(options)) {
            return message.nest(TCA_OPTIONS).orElse(none);
        }
        return copy(message, none);
    }

    /**
     * Puts what a kind says of itself into a message.
     *
     * @param message attributes of {@link Tca} with tables of this kind
     * @param value attributes of {@link #data}
     * @return the message with kind and options
     */
    public Attributes write(Attributes message, Attributes value) {
        require(value);
        Attributes named = message.without(TCA_OPTIONS).with(TCA_KIND, kind);
        if (isPlainNest(options)) {
            return data == AttributeSet.UNKNOWN && value.isEmpty() ? named : named.with(TCA_OPTIONS, value);
        }
        return value.has(TCA_OPTIONS) ? copy(value, named) : named;
    }

    private static Attributes copy(Attributes from, Attributes to) {
        return from.spec(TCA_OPTIONS).type() == AttributeType.NEST
                ? to.with(TCA_OPTIONS, from.header(TCA_OPTIONS).orElseThrow(), from.nest(TCA_OPTIONS).orElseThrow())
                : to.with(TCA_OPTIONS, from.payload(TCA_OPTIONS).orElseThrow());
    }

    /**
     * Refuses attributes of another table.
     *
     * @param value attributes that shall be of {@link #data}
     */
    public void require(Attributes value) {
        if (value.set() != data) {
            throw new IllegalArgumentException("the " + data + " attributes of " + kind + " wanted, not " + value.set());
        }
    }
}
