package org.netlink4j.rtnetlink.tc.qdisc;

import java.util.List;

/**
 * The queues of a device that a traffic class has.
 *
 * @param count how many, u16
 * @param offset the first of them, u16
 */
public record QueueRange(int count, int offset) {
    /** The values of {@code struct tc_mqprio_qopt}. */
    static long[] fields(List<Integer> priorityMap, List<QueueRange> queues, int hardware) {
        int max = TcaMqprio.MAX;
        if (queues.size() > max || priorityMap.size() > max) {
            throw new IllegalArgumentException("at most " + max + " traffic classes and priorities");
        }
        long[] fields = new long[TcaMqprio.TC_MQPRIO_QOPT.fields().size()];
        fields[0] = queues.size();
        for (int i = 0; i < priorityMap.size(); i++) {
            fields[1 + i] = priorityMap.get(i);
        }
        fields[1 + max] = hardware;
        for (int i = 0; i < queues.size(); i++) {
            fields[2 + max + i] = queues.get(i).count;
            fields[2 + 2 * max + i] = queues.get(i).offset;
        }
        return fields;
    }
}
