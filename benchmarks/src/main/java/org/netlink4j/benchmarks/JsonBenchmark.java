package org.netlink4j.benchmarks;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.netlink4j.core.json.JsonWriter;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.link.Link;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;

/** A captured link as JSON. */
public class JsonBenchmark extends Nanoseconds {
    private Link link;

    /**
     * Loads the link.
     *
     * @throws IOException if the resource cannot be read
     */
    @Setup
    public void load() throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment captured = Capture.load("/rtm-newlink-macvtap.hex", arena);
            MessageReader reader = new MessageReader().over(captured, 0, captured.byteSize());
            reader.next();
            link = Link.decode(reader);
        }
    }

    /**
     * Renders all that its table has keys for.
     *
     * @return the text
     */
    @Benchmark
    public String renderLink() {
        return new JsonWriter().tree(link.attributes().values()).toString();
    }
}
