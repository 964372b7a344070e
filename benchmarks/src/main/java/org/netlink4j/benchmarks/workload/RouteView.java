package org.netlink4j.benchmarks.workload;

import static org.netlink4j.rtnetlink.route.Rta.RTA_DST;
import static org.netlink4j.rtnetlink.route.Rta.RTA_OIF;

import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.MessageConsumer;
import org.netlink4j.core.wire.AttributeReader;
import org.netlink4j.core.wire.MessageReader;

/** Walks all attributes of IPv4 routes and sums up destination and device, without making an object. */
final class RouteView implements MessageConsumer {
    private static final int RTMSG = 12;

    long count;
    long sum;

    /** What is read and has no checksum, so that the compiler keeps it. */
    private long unproven;

    @Override
    public void accept(MessageReader message) throws MalformedMessageException {
        sum += sum(message);
        count++;
    }

    /** The destination as an unsigned number, and the index of the device. */
    long sum(MessageReader message) throws MalformedMessageException {
        long seen = 0;
        AttributeReader attributes = message.attributes(RTMSG);
        while (attributes.next()) {
            switch (attributes.type()) {
                case RTA_DST -> seen += Integer.toUnsignedLong(attributes.u32be());
                case RTA_OIF -> seen += attributes.u32();
                default -> unproven += attributes.length();
            }
        }
        return seen;
    }

    void clear() {
        count = 0;
        sum = 0;
    }
}
