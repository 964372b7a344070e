package org.netlink4j.rtnetlink.tc;

import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.struct;

import java.util.Objects;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.StructSpec;

/**
 * How a kind of queueing discipline, class or filter is encoded.
 *
 * @param kind {@code TCA_KIND}
 * @param options what {@code TCA_OPTIONS} is: a nest, with or without a structure before it, or a structure
 * @param counters what {@code TCA_XSTATS} and {@code TCA_STATS_APP} are; empty if the kind has none
 */
public record TcTables(String kind, AttributeSpec options, Optional<Counters> counters) {
    private static final String OPTIONS = "TCA_OPTIONS";

    /** Counters of a kind: {@code TCA_XSTATS}, and the same once more as {@code TCA_STATS_APP}. */
    public sealed interface Counters {}

    private record Structure(StructSpec spec) implements Counters {}

    private record Nest(AttributeSet set) implements Counters {}

    /** Refuses nulls. */
    public TcTables {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(options);
        Objects.requireNonNull(counters);
    }

    /**
     * A kind whose options are a nest without mark, as most are.
     *
     * @param kind {@code TCA_KIND}
     * @param options the table of {@code TCA_OPTIONS}
     * @return the tables
     */
    public static TcTables of(String kind, AttributeSet options) {
        return new TcTables(kind, nest(Tca.TCA_OPTIONS, OPTIONS, () -> options).unmarked(), Optional.empty());
    }

    /**
     * A kind whose options are a structure.
     *
     * @param kind {@code TCA_KIND}
     * @param options {@code TCA_OPTIONS}
     * @return the tables
     */
    public static TcTables of(String kind, StructSpec options) {
        return new TcTables(kind, struct(Tca.TCA_OPTIONS, OPTIONS, options), Optional.empty());
    }

    /**
     * A kind whose options are a structure and attributes after it.
     *
     * @param kind {@code TCA_KIND}
     * @param header what {@code TCA_OPTIONS} begins with
     * @param options the table of what follows
     * @return the tables
     */
    public static TcTables of(String kind, StructSpec header, AttributeSet options) {
        return new TcTables(kind, nest(Tca.TCA_OPTIONS, OPTIONS, header, () -> options).unmarked(), Optional.empty());
    }

    /**
     * Adds counters.
     *
     * @param counters the structure of {@code TCA_XSTATS}
     * @return the tables with them
     */
    public TcTables counting(StructSpec counters) {
        return new TcTables(kind, options, Optional.of(new Structure(counters)));
    }

    /**
     * Adds counters.
     *
     * @param counters the table of {@code TCA_XSTATS}
     * @return the tables with them
     */
    public TcTables counting(AttributeSet counters) {
        return new TcTables(kind, options, Optional.of(new Nest(counters)));
    }

    /** The counters as an attribute. */
    Optional<AttributeSpec> counters(int number, String name) {
        return counters.map(kind -> switch (kind) {
            case Structure structure -> struct(number, name, structure.spec);
            case Nest nest -> nest(number, name, nest::set);
        });
    }
}
