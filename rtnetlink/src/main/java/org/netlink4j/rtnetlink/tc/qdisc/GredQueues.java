package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaGred.TCA_GRED_MAX_P;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaGred.TCA_GRED_PARMS;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaGred.TCA_GRED_VQ_DP;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaGred.TCA_GRED_VQ_LIST;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * Finds what the options of gred say of each virtual queue. The kernel tells of 16 in any case, and those that are none have numbers
 * above 15.
 */
final class GredQueues {
    static final int MAX_QUEUES = 16;

    private static final int SIZE = TcaGred.ATTRIBUTES.find(TCA_GRED_PARMS).orElseThrow().struct().orElseThrow().size();

    private GredQueues() {}

    static List<GredQueue> of(Attributes data) {
        List<GredQueue> queues = new ArrayList<>();
        byte[] all = data.payload(TCA_GRED_PARMS).orElse(new byte[0]);
        for (int i = 0; i < all.length / SIZE; i++) {
            Attributes parameters = Attributes.none(TcaGred.ATTRIBUTES)
                    .with(TCA_GRED_PARMS, Arrays.copyOfRange(all, i * SIZE, (i + 1) * SIZE));
            long number = parameters.field(TCA_GRED_PARMS, "DP").orElseThrow();
            if (number < MAX_QUEUES) {
                queues.add(new GredQueue(parameters, probability(data, i), entry(data, number)));
            }
        }
        return List.copyOf(queues);
    }

    private static OptionalLong probability(Attributes data, int index) {
        ByteBuffer all = ByteBuffer.wrap(data.payload(TCA_GRED_MAX_P).orElse(new byte[0])).order(ByteOrder.nativeOrder());
        return all.capacity() / Integer.BYTES > index
                ? OptionalLong.of(Integer.toUnsignedLong(all.getInt(index * Integer.BYTES)))
                : OptionalLong.empty();
    }

    private static Attributes entry(Attributes data, long which) {
        return data.nest(TCA_GRED_VQ_LIST).stream()
                .flatMap(list -> list.nests(TcaGred.TCA_GRED_VQ_ENTRY).stream())
                .filter(entry -> entry.number(TCA_GRED_VQ_DP).orElse(MAX_QUEUES) == which)
                .findFirst()
                .orElse(Attributes.none(TcaGred.QUEUE));
    }
}
