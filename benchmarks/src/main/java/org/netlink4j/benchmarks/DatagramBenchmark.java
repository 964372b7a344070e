package org.netlink4j.benchmarks;

import static org.netlink4j.core.testing.Answer.refuse;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.testing.FakeKernel;
import org.netlink4j.core.wire.AttributeReader;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Whole datagrams: 32 KiB of a dump, and a refusal with words and the place of the attribute. */
public class DatagramBenchmark extends Nanoseconds {
    private static final int IFINFOMSG = 16;
    private static final int ROOM = 32 * 1024;

    /** The name in a request, behind both headers. */
    private static final int NAME = 32;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment dump = arena.allocate(ROOM, 8);
    private final MessageReader reader = new MessageReader();
    private final Request request = Request.of(Rtm.RTM_NEWLINK, LinkSpec.named("macvtap0").mtu(1500));
    private long length;
    private NetlinkClient refused;

    /**
     * Fills the datagram with as many links as the kernel would, and makes a kernel in memory that refuses.
     *
     * @throws IOException if the resource cannot be read
     */
    @Setup
    public void fill() throws IOException {
        MemorySegment link = Capture.load("/rtm-newlink-macvtap.hex", arena);
        for (; length + link.byteSize() <= ROOM; length += link.byteSize()) {
            MemorySegment.copy(link, 0, dump, length, link.byteSize());
        }
        refused = NetlinkClient.over(
                Rtnetlink.PROTOCOL, new FakeKernel().on(Rtm.RTM_NEWLINK, refuse(Errno.ERANGE).saying("too long").at(NAME)));
    }

    /** Frees the memory. */
    @TearDown
    public void free() {
        refused.close();
        arena.close();
    }

    /**
     * Walks 21 links.
     *
     * @return a number that depends on all attributes
     * @throws MalformedMessageException never: the messages are the kernel's
     */
    @Benchmark
    public long walkDumpBuffer() throws MalformedMessageException {
        long sum = 0;
        reader.over(dump, 0, length);
        while (reader.next()) {
            AttributeReader attributes = reader.attributes(IFINFOMSG);
            while (attributes.next()) {
                sum += attributes.type() == Ifla.IFLA_MTU ? attributes.u32() : attributes.length();
            }
        }
        return sum;
    }

    /**
     * Sends a request that is refused, and finds the attribute's name.
     *
     * @return the refusal in words
     * @throws NetlinkException if something else went wrong
     */
    @Benchmark
    public String extendedAck() throws NetlinkException {
        try {
            refused.execute(request);
            throw new IllegalStateException("not refused");
        } catch (KernelException e) {
            return e.getMessage();
        }
    }
}
