package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.TcRate.TC_LINKLAYER_ATM;
import static org.netlink4j.rtnetlink.tc.TcRate.TC_LINKLAYER_ETHERNET;
import static org.netlink4j.rtnetlink.tc.TcRate.TC_LINKLAYER_UNAWARE;

import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.tc.TcRate;

/** Rates inside the structures of tbf and htb. */
final class Rates {
    /** The rest of {@code linklayer} says nothing of the lower layer. */
    private static final int TC_LINKLAYER_MASK = 0xf;

    private static final Map<Integer, String> LINK_LAYERS =
            Map.of(TC_LINKLAYER_UNAWARE, "unaware", TC_LINKLAYER_ETHERNET, "ethernet", TC_LINKLAYER_ATM, "atm");

    private static final long KILO = 1024;
    private static final long MEGA = KILO * KILO;
    private static final long NEAR_KILO = 16;
    private static final long NEAR_MEGA = 1024;

    /** The values of a rate that is not there. */
    static final long[] NONE = new long[TcRate.fields("", 0).size()];

    private Rates() {}

    /** A rate of which an attribute says more bits than the structure has for it. */
    static OptionalLong rate(Attributes data, int parameters, String name, int wide) {
        OptionalLong all = data.number(wide);
        return all.isPresent() ? all : data.field(parameters, name + ".rate");
    }

    /** The values of two rates and of what follows them in a structure. */
    static long[] fields(long[] first, long[] second, long... rest) {
        return Stream.of(first, second, rest).flatMapToLong(LongStream::of).toArray();
    }

    /** Bytes out of ticks. */
    static OptionalLong bytes(OptionalLong rate, Attributes data, int parameters, String field) {
        OptionalLong ticks = data.field(parameters, field);
        return rate.isPresent() && ticks.isPresent()
                ? OptionalLong.of(TcRate.bytes(rate.getAsLong(), ticks.getAsLong()))
                : OptionalLong.empty();
    }

    /** What of a rate is in the structure, as {@code tc} shows it. */
    static void put(Map<String, Object> members, Attributes data, int parameters, String name) {
        Shown.put(members, data, parameters, name + ".mpu", "mpu");
        Shown.nonZero(members, data, parameters, name + ".overhead", "overhead");
        data.field(parameters, name + ".linklayer").ifPresent(layer -> members.put("linklayer", linkLayer((int) layer)));
    }

    static String linkLayer(int layer) {
        return LINK_LAYERS.getOrDefault(layer & TC_LINKLAYER_MASK, "unknown");
    }

    /** A size, and that of the cells in which sizes are looked up. */
    static String size(Attributes data, int parameters, String name, long bytes) {
        return size(bytes) + "/" + (1L << data.field(parameters, name + ".cell_log").orElse(0));
    }

    /** A size in the notation of {@code tc}: in larger units if it is about a multiple of them. */
    static String size(long bytes) {
        long mega = Math.round((double) bytes / MEGA);
        if (bytes >= MEGA && Math.abs(mega * MEGA - bytes) < NEAR_MEGA) {
            return mega + "Mb";
        }
        long kilo = Math.round((double) bytes / KILO);
        return bytes >= KILO && Math.abs(kilo * KILO - bytes) < NEAR_KILO ? kilo + "Kb" : bytes + "b";
    }
}
