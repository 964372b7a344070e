package org.netlink4j.benchmarks;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.wire.AttributeReader;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.IpFamily;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.address.Address;
import org.netlink4j.rtnetlink.address.AddressSpec;
import org.netlink4j.rtnetlink.neighbour.Neighbour;
import org.netlink4j.rtnetlink.neighbour.NeighbourSpec;
import org.netlink4j.rtnetlink.route.Route;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** A route, a neighbour and an address as this kernel sends them; needs CAP_SYS_ADMIN to make them. */
public class ObjectsBenchmark extends Nanoseconds {
    private static final int RTMSG = 12;
    private static final int NDMSG = 12;
    private static final int IFADDRMSG = 8;

    private final Arena arena = Arena.ofConfined();
    private final MessageReader reader = new MessageReader();
    private MemorySegment route;
    private MemorySegment neighbour;
    private MemorySegment address;

    /**
     * Captures them.
     *
     * @throws IOException without the capability
     */
    @Setup
    public void capture() throws IOException {
        try (Lab lab = new Lab()) {
            lab.rtnetlink().addresses().create(AddressSpec.of(lab.cable(), IpPrefix.parse("192.0.2.1/24")));
            lab.rtnetlink().neighbours().create(
                    NeighbourSpec.of(lab.cable(), IpAddress.parse("192.0.2.2")).address(Lab.ADDRESS));
            address = lab.capture(dump(Rtm.RTM_GETADDR, IFADDRMSG), arena);
            neighbour = lab.capture(dump(Rtm.RTM_GETNEIGH, NDMSG), arena);
            route = lab.capture(dump(Rtm.RTM_GETROUTE, RTMSG), arena);
        }
    }

    private static Request dump(int type, int header) {
        return Request.of(type, out -> out.u8(IpFamily.AF_INET).zeros(header - 1));
    }

    /** Frees the memory. */
    @TearDown
    public void free() {
        arena.close();
    }

    private MessageReader first(MemorySegment message) throws MalformedMessageException {
        reader.over(message, 0, message.byteSize());
        reader.next();
        return reader;
    }

    private long view(MemorySegment message, int header) throws MalformedMessageException {
        long sum = 0;
        AttributeReader attributes = first(message).attributes(header);
        while (attributes.next()) {
            sum += attributes.length() == 4 ? attributes.u32() : attributes.type();
        }
        return sum;
    }

    /**
     * A route, without an object.
     *
     * @return a number that depends on all attributes
     * @throws MalformedMessageException never: the message is the kernel's
     */
    @Benchmark
    public long routeView() throws MalformedMessageException {
        return view(route, RTMSG);
    }

    /**
     * A route as a record.
     *
     * @return the record
     * @throws MalformedMessageException never: the message is the kernel's
     */
    @Benchmark
    public Route routeRecord() throws MalformedMessageException {
        return Route.decode(first(route));
    }

    /**
     * A route as a record, and its destination and device.
     *
     * @return a number that depends on both
     * @throws MalformedMessageException never: the message is the kernel's
     */
    @Benchmark
    public long routeRecordAndDestination() throws MalformedMessageException {
        Route decoded = Route.decode(first(route));
        return decoded.destination().orElseThrow().length() + decoded.device().orElseThrow();
    }

    /**
     * A neighbour, without an object.
     *
     * @return a number that depends on all attributes
     * @throws MalformedMessageException never: the message is the kernel's
     */
    @Benchmark
    public long neighbourView() throws MalformedMessageException {
        return view(neighbour, NDMSG);
    }

    /**
     * A neighbour as a record.
     *
     * @return the record
     * @throws MalformedMessageException never: the message is the kernel's
     */
    @Benchmark
    public Neighbour neighbourRecord() throws MalformedMessageException {
        return Neighbour.decode(first(neighbour));
    }

    /**
     * An address, without an object.
     *
     * @return a number that depends on all attributes
     * @throws MalformedMessageException never: the message is the kernel's
     */
    @Benchmark
    public long addressView() throws MalformedMessageException {
        return view(address, IFADDRMSG);
    }

    /**
     * An address as a record.
     *
     * @return the record
     * @throws MalformedMessageException never: the message is the kernel's
     */
    @Benchmark
    public Address addressRecord() throws MalformedMessageException {
        return Address.decode(first(address));
    }
}
