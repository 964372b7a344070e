package org.netlink4j.rtnetlink.dcb;

import java.util.List;
import java.util.stream.LongStream;
import org.netlink4j.core.schema.Attributes;

/**
 * Buffers of a port: {@code struct dcbnl_buffer}.
 *
 * @param bufferOf of each priority, its buffer, u8
 * @param sizes of each buffer, its size in bytes, u32
 * @param total size of all in bytes, u32; only in answers
 */
public record DcbBuffer(List<Integer> bufferOf, List<Long> sizes, long total) {
    /** Wants eight of each. */
    public DcbBuffer {
        bufferOf = Lanes.checked(bufferOf);
        sizes = Lanes.checked(sizes);
    }

    /** An attribute that is there. */
    static DcbBuffer of(Attributes ieee, int number) {
        return new DcbBuffer(
                Lanes.bytes(ieee, number, "prio2buffer"),
                Lanes.numbers(ieee, number, "buffer_size"),
                Lanes.value(ieee, number, "total_size"));
    }

    /** The fields in the order of the table. */
    long[] fields() {
        return LongStream.concat(Lanes.concat(bufferOf, sizes), LongStream.of(total)).toArray();
    }
}
