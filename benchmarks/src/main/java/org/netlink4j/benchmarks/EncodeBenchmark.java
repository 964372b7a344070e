package org.netlink4j.benchmarks;

import static org.netlink4j.rtnetlink.route.Rta.RTA_DST;
import static org.netlink4j.rtnetlink.route.Rta.RTA_OIF;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.UUID;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.core.wire.Nlmsg;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.rtnetlink.IpFamily;
import org.netlink4j.rtnetlink.RtScope;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.route.Rtn;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.TearDown;

/** Other requests as bytes in native memory. */
public class EncodeBenchmark extends Nanoseconds {
    private static final int FLAGS = Nlmsg.NLM_F_REQUEST | Nlmsg.NLM_F_ACK | Nlmsg.NLM_F_CREATE | Nlmsg.NLM_F_EXCL;
    private static final int TABLE_MAIN = 254;
    private static final int BOOT = 3;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment buffer = arena.allocate(4096, 8);
    private final MessageWriter writer = new MessageWriter();
    private int sequence;

    private final VsiRequest associate = new VsiRequest(
            PortRequest.ASSOCIATE,
            new QbgProfile(15, 123456, 1, UUID.fromString("57ec346e-76b0-4d19-8049-edf03d62d837")),
            "lower0",
            3,
            MacAddress.parse("52:54:00:c7:3e:ce"),
            100);

    /** Frees the memory. */
    @TearDown
    public void free() {
        arena.close();
    }

    /**
     * Writes the RTM_NEWROUTE that adds a route to a device.
     *
     * @return its length
     */
    @Benchmark
    public long encodeRouteAdd() {
        writer.over(buffer, 0, buffer.byteSize())
                .begin(Rtm.RTM_NEWROUTE, FLAGS, ++sequence, 0)
                .u8(IpFamily.AF_INET)
                .u8(24)
                .u16(0)
                .u8(TABLE_MAIN)
                .u8(BOOT)
                .u8(RtScope.RT_SCOPE_LINK)
                .u8(Rtn.RTN_UNICAST)
                .u32(0)
                .attributes()
                .u32be(RTA_DST, 10 << 24 | sequence << 8 & 0xffff00)
                .u32(RTA_OIF, 3);
        return writer.end();
    }

    /**
     * Writes the RTM_SETLINK that asks lldpad to associate a VSI, from its record.
     *
     * @return its length
     */
    @Benchmark
    public long encodePortProfileSetlink() {
        associate.write(writer.over(buffer, 0, buffer.byteSize()).begin(Rtm.RTM_SETLINK, FLAGS, ++sequence, 0));
        return writer.end();
    }
}
