package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;

import java.util.List;
import java.util.stream.LongStream;
import org.netlink4j.core.schema.Attributes;

/**
 * Bands, each a class with a discipline of its own, of which the first that has packets sends.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaPrio}
 */
public record Prio(Attributes data) implements PriorityBands<Prio> {
    static final String KIND = "prio";

    /** Checks the table. */
    public Prio {
        TcaPrio.QDISC.require(data);
    }

    /** Nothing said: good for a change of nothing, for the kernel makes none without bands. */
    public Prio() {
        this(Attributes.none(TcaPrio.ATTRIBUTES));
    }

    /** The bands that {@code tc} makes if it is told nothing else. */
    public static final List<Integer> DEFAULT_MAP = List.of(1, 2, 2, 2, 1, 2, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1);

    /**
     * So many bands.
     *
     * @param bands how many, 2 to 16
     * @param priorityMap the band of each of the 16 priorities of a socket
     * @return the kind
     */
    public static Prio of(int bands, List<Integer> priorityMap) {
        if (priorityMap.size() != TcaPrio.PRIORITIES) {
            throw new IllegalArgumentException("16 priorities, not " + priorityMap.size());
        }
        long[] fields = LongStream.concat(LongStream.of(bands), priorityMap.stream().mapToLong(Integer::longValue)).toArray();
        return new Prio(Attributes.none(TcaPrio.ATTRIBUTES).withStruct(TCA_OPTIONS, fields));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Prio over(Attributes data) {
        return new Prio(data);
    }
}
