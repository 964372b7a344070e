package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaGred.TCA_GRED_MAX_P;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaGred.TCA_GRED_PARMS;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaGred.TCA_GRED_VQ_DP;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaGred.TCA_GRED_VQ_FLAGS;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaGred.TCA_GRED_VQ_LIST;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.Attributes;

/** The virtual queues of gred as {@code tc} shows them: what is said of them is in three attributes. */
final class GredQueues {
    private static final int MAX_QUEUES = 16;

    /** Key, counter of newer kernels, field of older ones. */
    private static final List<Counter> COUNTERS = List.of(
            new Counter("backlog", TcaGred.TCA_GRED_VQ_STAT_BACKLOG, "backlog"),
            new Counter("forced_drop", TcaGred.TCA_GRED_VQ_STAT_FORCED_DROP, "forced"),
            new Counter("prob_drop", TcaGred.TCA_GRED_VQ_STAT_PROB_DROP, "early"),
            new Counter("pdrop", TcaGred.TCA_GRED_VQ_STAT_PDROP, "pdrop"),
            new Counter("other", TcaGred.TCA_GRED_VQ_STAT_OTHER, "other"),
            new Counter("packets", TcaGred.TCA_GRED_VQ_STAT_PACKETS, "packets"),
            new Counter("bytes", TcaGred.TCA_GRED_VQ_STAT_BYTES, "bytesin"));

    private record Counter(String key, int number, String field) {}

    private final Attributes data;
    private final int size = TcaGred.ATTRIBUTES.find(TCA_GRED_PARMS).orElseThrow().struct().orElseThrow().size();

    GredQueues(Attributes data) {
        this.data = data;
    }

    List<Map<String, Object>> shown() {
        List<Map<String, Object>> queues = new ArrayList<>();
        byte[] all = data.payload(TCA_GRED_PARMS).orElse(new byte[0]);
        for (int i = 0; i < all.length / size; i++) {
            Attributes queue = Attributes.none(TcaGred.ATTRIBUTES)
                    .with(TCA_GRED_PARMS, Arrays.copyOfRange(all, i * size, (i + 1) * size));
            if (queue.field(TCA_GRED_PARMS, "DP").orElse(MAX_QUEUES) < MAX_QUEUES) {
                queues.add(shown(queue, i));
            }
        }
        return queues;
    }

    private Map<String, Object> shown(Attributes queue, int index) {
        Map<String, Object> members = new LinkedHashMap<>();
        Shown.put(members, queue, TCA_GRED_PARMS, "DP", "vq");
        members.putAll(Shown.members(queue, TCA_GRED_PARMS, "prio", "limit", "Scell_log", "qave"));
        Shown.put(members, queue, TCA_GRED_PARMS, "qth_min", "min");
        Shown.put(members, queue, TCA_GRED_PARMS, "qth_max", "max");
        Shown.put(members, queue, TCA_GRED_PARMS, "Wlog", "ewma");
        TcaRed.showProbability(members, probability(index), queue.field(TCA_GRED_PARMS, "Plog").orElse(0));
        Optional<Attributes> more = more(queue.field(TCA_GRED_PARMS, "DP").orElseThrow());
        for (Counter counter : COUNTERS) {
            Shown.put(members, queue, TCA_GRED_PARMS, counter.field, counter.key);
            more.flatMap(entry -> entry.number(counter.number).stream().boxed().findFirst())
                    .ifPresent(value -> members.put(counter.key, value));
        }
        more.ifPresent(entry -> {
            TcaRed.showFlags(members, entry.number(TCA_GRED_VQ_FLAGS).orElse(0));
            entry.number(TcaGred.TCA_GRED_VQ_STAT_FORCED_MARK).ifPresent(value -> members.put("forced_mark", value));
            entry.number(TcaGred.TCA_GRED_VQ_STAT_PROB_MARK).ifPresent(value -> members.put("prob_mark", value));
        });
        return members;
    }

    private long probability(int index) {
        ByteBuffer all = ByteBuffer.wrap(data.payload(TCA_GRED_MAX_P).orElse(new byte[0])).order(ByteOrder.nativeOrder());
        return all.capacity() / Integer.BYTES > index ? Integer.toUnsignedLong(all.getInt(index * Integer.BYTES)) : 0;
    }

    private Optional<Attributes> more(long which) {
        return data.nest(TCA_GRED_VQ_LIST).stream()
                .flatMap(list -> list.nests(TcaGred.TCA_GRED_VQ_ENTRY).stream())
                .filter(entry -> entry.number(TCA_GRED_VQ_DP).orElse(MAX_QUEUES) == which)
                .findFirst();
    }
}
