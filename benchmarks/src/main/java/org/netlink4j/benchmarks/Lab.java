package org.netlink4j.benchmarks;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;

/** A network namespace of its own with a cable of which both ends are up; needs CAP_SYS_ADMIN. */
final class Lab implements AutoCloseable {
    private static final String CABLE = "lower0";
    private static final String FAR = "far0";

    static final MacAddress ADDRESS = MacAddress.parse("02:00:00:00:00:01");

    private final NetworkNamespace namespace;
    private final NetlinkClient client;
    private final Rtnetlink rtnetlink;
    private final int cable;

    Lab() throws IOException {
        namespace = NetworkNamespace.createAnonymous();
        client = NetlinkClient.open(Rtnetlink.PROTOCOL, namespace);
        rtnetlink = Rtnetlink.over(client);
        rtnetlink.links().create(LinkSpec.named(CABLE).kind(Veth.withPeer(LinkSpec.named(FAR))).address(ADDRESS));
        cable = rtnetlink.links().get(CABLE).index();
        rtnetlink.links().setUp(cable);
        rtnetlink.links().setUp(rtnetlink.links().get(FAR).index());
    }

    NetlinkClient client() {
        return client;
    }

    Rtnetlink rtnetlink() {
        return rtnetlink;
    }

    /** {@return the index of the near end} */
    int cable() {
        return cable;
    }

    /** Captures the last message of a dump, in native memory, where the sockets have theirs. */
    MemorySegment capture(Request dump, Arena arena) throws IOException {
        byte[][] last = new byte[1][];
        client.dump(dump, message -> last[0] = message.bytes());
        return nativeCopy(last[0], arena);
    }

    static MemorySegment nativeCopy(byte[] bytes, Arena arena) {
        MemorySegment memory = arena.allocate(bytes.length, 8);
        memory.copyFrom(MemorySegment.ofArray(bytes));
        return memory;
    }

    @Override
    public void close() {
        rtnetlink.close();
        namespace.close();
    }
}
