package org.netlink4j.benchmarks.workload;

import static org.netlink4j.rtnetlink.link.Ifla.IFLA_ADDRESS;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_AF_SPEC;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_IFNAME;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_LINKINFO;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_MTU;
import static org.netlink4j.rtnetlink.link.IflaInfo.IFLA_INFO_DATA;

import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.MessageConsumer;
import org.netlink4j.core.wire.AttributeReader;
import org.netlink4j.core.wire.MessageReader;

/** Walks all attributes of links and sums up index, name's length, MTU and MAC address, without making an object. */
final class LinkView implements MessageConsumer {
    private static final int IFINFOMSG = 16;
    private static final int IFI_INDEX = 4;
    private static final int ANY = -1;
    private static final int NONE = 0;

    long count;
    long sum;

    /** What is read and has no checksum, so that the compiler keeps it. */
    long unproven;

    @Override
    public void accept(MessageReader message) throws MalformedMessageException {
        long seen = message.u32(IFI_INDEX);
        AttributeReader attributes = message.attributes(IFINFOMSG);
        while (attributes.next()) {
            switch (attributes.type()) {
                case IFLA_MTU -> seen += attributes.u32();
                case IFLA_IFNAME -> seen += textLength(attributes);
                case IFLA_ADDRESS -> seen += LinkSums.octets(attributes.mac());
                case IFLA_LINKINFO -> unproven += nest(attributes, IFLA_INFO_DATA);
                case IFLA_AF_SPEC -> unproven += nest(attributes, ANY);
                default -> unproven += attributes.length();
            }
        }
        count++;
        sum += seen;
    }

    private static int textLength(AttributeReader attribute) {
        int length = 0;
        while (length < attribute.length() && attribute.byteAt(length) != 0) {
            length++;
        }
        return length;
    }

    /** Walks what is in an attribute, and once more what is in its parts of one type, or of any for {@link #ANY}. */
    private static long nest(AttributeReader attributes, int nested) throws MalformedMessageException {
        long seen = 0;
        attributes.enter();
        while (attributes.next()) {
            seen += nested == ANY || nested == attributes.type() ? nest(attributes, NONE) : attributes.length();
        }
        attributes.leave();
        return seen;
    }

    void clear() {
        count = 0;
        sum = 0;
    }
}
