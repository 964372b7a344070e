package org.netlink4j.benchmarks;

import static org.netlink4j.rtnetlink.link.Ifla.IFLA_ADDRESS;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_LINK;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_LINKINFO;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_MTU;
import static org.netlink4j.rtnetlink.link.IflaInfo.IFLA_INFO_DATA;
import static org.netlink4j.rtnetlink.link.IflaInfo.IFLA_INFO_KIND;
import static org.netlink4j.rtnetlink.link.IflaMacvlan.IFLA_MACVLAN_MODE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.netlink4j.benchmarks.workload.MacvtapRequest;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.AttributeReader;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.link.Link;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** The request that makes a macvtap, and its link as the kernel describes it: a captured RTM_NEWLINK of 1,540 bytes. */
public class CodecBenchmark extends Nanoseconds {
    private static final int IFINFOMSG = 16;

    private Arena arena;
    private MemorySegment buffer;
    private MemorySegment captured;
    private final MessageWriter writer = new MessageWriter();
    private final MessageReader reader = new MessageReader();
    private int sequence;
    private Link link;

    /**
     * Loads the captured message.
     *
     * @throws IOException if the resource cannot be read
     */
    @Setup
    public void load() throws IOException {
        arena = Arena.ofConfined();
        buffer = arena.allocate(4096, 8);
        captured = Capture.load("/rtm-newlink-macvtap.hex", arena);
        link = decodeNewlinkRecord();
    }

    /** Frees the memory. */
    @TearDown
    public void free() {
        arena.close();
    }

    /**
     * Writes the RTM_NEWLINK that makes a macvtap.
     *
     * @return its length
     */
    @Benchmark
    public long encodeMacvtapNewlink() {
        return MacvtapRequest.write(writer, buffer, ++sequence);
    }

    /**
     * Walks every attribute of a captured RTM_NEWLINK and reads the numbers that matter, without making an object.
     *
     * @return a number that depends on all of them
     * @throws MalformedMessageException never: the message is the kernel's
     */
    @Benchmark
    public long decodeNewlinkView() throws MalformedMessageException {
        reader.over(captured, 0, captured.byteSize());
        long sum = 0;
        while (reader.next()) {
            sum += reader.u32(4);
            AttributeReader attributes = reader.attributes(IFINFOMSG);
            while (attributes.next()) {
                switch (attributes.type()) {
                    case IFLA_MTU, IFLA_LINK -> sum += attributes.u32();
                    case IFLA_ADDRESS -> sum += attributes.mac();
                    case IFLA_LINKINFO -> sum += linkInfo(attributes);
                    default -> sum += attributes.length();
                }
            }
        }
        return sum;
    }

    private static long linkInfo(AttributeReader attributes) throws MalformedMessageException {
        long sum = 0;
        attributes.enter();
        while (attributes.next()) {
            if (attributes.type() == IFLA_INFO_DATA) {
                attributes.enter();
                while (attributes.next()) {
                    sum += attributes.type() == IFLA_MACVLAN_MODE ? attributes.u32() : attributes.length();
                }
                attributes.leave();
            }
        }
        attributes.leave();
        return sum;
    }

    /**
     * Decodes a captured RTM_NEWLINK into a record.
     *
     * @return the record
     * @throws MalformedMessageException never: the message is the kernel's
     */
    @Benchmark
    public Link decodeNewlinkRecord() throws MalformedMessageException {
        reader.over(captured, 0, captured.byteSize());
        reader.next();
        return Link.decode(reader);
    }

    /**
     * Finds three attributes of a record, one of them in a nest.
     *
     * @return a number that depends on all of them
     */
    @Benchmark
    public long lookUpAttributes() {
        return link.mtu().orElseThrow()
                + link.address().orElseThrow().bits()
                + link.attributes().nest(IFLA_LINKINFO).orElseThrow().text(IFLA_INFO_KIND).orElseThrow().length();
    }
}
