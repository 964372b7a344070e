package org.netlink4j.rtnetlink.nexthop;

import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_ID;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_RES_BUCKET;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_RES_BUCKET_IDLE_TIME;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_RES_BUCKET_INDEX;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_RES_BUCKET_NH_ID;

import java.util.Objects;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;

/**
 * A bucket of a resilient group as the kernel describes it: {@code RTM_NEWNEXTHOPBUCKET}; since Linux 5.13.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link Nha}
 */
public record NextHopBucket(NextHopHeader header, Attributes attributes) {
    /** Checks the table. */
    public NextHopBucket {
        Objects.requireNonNull(header);
        NextHopSpec.require(attributes);
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWNEXTHOPBUCKET}
     * @return the bucket, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static NextHopBucket decode(MessageReader message) throws MalformedMessageException {
        return new NextHopBucket(
                NextHopHeader.decode(message), Attributes.decode(Nha.ATTRIBUTES, message.attributes(Nha.NHMSG.size())));
    }

    private long number(int number) {
        return attributes.nest(NHA_RES_BUCKET).map(bucket -> bucket.number(number).orElse(0)).orElse(0L);
    }

    /** {@return the group; {@code NHA_ID}, u32} */
    public long group() {
        return attributes.number(NHA_ID).orElse(0);
    }

    /** {@return the number of the bucket, from 0; {@code NHA_RES_BUCKET_INDEX}, u16} */
    public int index() {
        return (int) number(NHA_RES_BUCKET_INDEX);
    }

    /** {@return the member to which it leads; {@code NHA_RES_BUCKET_NH_ID}, u32} */
    public long member() {
        return number(NHA_RES_BUCKET_NH_ID);
    }

    /** {@return for how many hundredths of a second it is idle; {@code NHA_RES_BUCKET_IDLE_TIME}, u64} */
    public long idleTime() {
        return number(NHA_RES_BUCKET_IDLE_TIME);
    }
}
