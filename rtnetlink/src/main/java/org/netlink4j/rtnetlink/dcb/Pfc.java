package org.netlink4j.rtnetlink.dcb;

import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import org.netlink4j.core.schema.Attributes;

/**
 * Priority flow control of IEEE 802.1Qaz: {@code struct ieee_pfc}.
 *
 * @param capacity how many traffic classes can have it at a time, u8
 * @param enabled of each priority that has it a bit, u8
 * @param bypass whether it works though MACsec does not know how to; {@code mbc}
 * @param delay what may still come after a pause was sent, bits, u16
 * @param requests of each priority, how many pauses were sent; only in answers
 * @param indications of each priority, how many pauses came; only in answers
 */
public record Pfc(int capacity, int enabled, boolean bypass, int delay, List<Long> requests, List<Long> indications) {
    /** Wants eight of each. */
    public Pfc {
        requests = Lanes.checked(requests);
        indications = Lanes.checked(indications);
    }

    /**
     * For a request.
     *
     * @param enabled of each priority that has it a bit, u8
     * @param bypass whether it works though MACsec does not know how to
     * @param delay what may still come after a pause was sent, bits, u16
     * @return with capacity and counters 0
     */
    public static Pfc of(int enabled, boolean bypass, int delay) {
        List<Long> none = Collections.nCopies(Lanes.COUNT, 0L);
        return new Pfc(0, enabled, bypass, delay, none, none);
    }

    /** An attribute that is there. */
    static Pfc of(Attributes ieee, int number) {
        return new Pfc(
                (int) Lanes.value(ieee, number, "pfc_cap"),
                (int) Lanes.value(ieee, number, "pfc_en"),
                Lanes.value(ieee, number, "mbc") != 0,
                (int) Lanes.value(ieee, number, "delay"),
                Lanes.numbers(ieee, number, "requests"),
                Lanes.numbers(ieee, number, "indications"));
    }

    /**
     * Whether a priority has it.
     *
     * @param priority 0 to 7
     * @return whether it has
     */
    public boolean isEnabled(int priority) {
        return (enabled >>> priority & 1) != 0;
    }

    /** The fields in the order of the table. */
    long[] fields() {
        return LongStream.concat(
                        LongStream.of(capacity, enabled, bypass ? 1 : 0, delay), Lanes.concat(requests, indications))
                .toArray();
    }
}
