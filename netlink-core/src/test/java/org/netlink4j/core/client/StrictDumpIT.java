package org.netlink4j.core.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.core.wire.Nlmsg;
import org.netlink4j.testkit.KernelTest;

/** Filters of a dump pass through to the real kernel, which refuses those it does not understand. Addresses of two devices. */
@KernelTest
@Timeout(60)
class StrictDumpIT extends InNamespace {
    private static final int LOOPBACK = 1;
    private static final int BRIDGE = 2;

    @BeforeEach
    void addAddresses() throws Exception {
        client.execute(newLink("br0", "bridge"));
        for (int device : List.of(LOOPBACK, BRIDGE)) {
            client.execute(Request.of(20, out -> // RTM_NEWADDR
                            out.u8(2).u8(24).zeros(2).u32(device).attributes().u32be(2, 0x0a00_0001 | device << 8))
                    .flags(Nlmsg.NLM_F_CREATE));
        }
    }

    /** RTM_GETADDR with struct ifaddrmsg: u8 family, u8 prefix length, u8 flags, u8 scope, u32 index. */
    private static Request addresses(int prefixLength, int device) {
        return Request.of(22, out -> out.u8(2).u8(prefixLength).zeros(2).u32(device));
    }

    private static List<Integer> devices(Requester requester, Request request) throws NetlinkException {
        return requester.list(request, address -> address.u32(4));
    }

    @Test
    void theKernelFiltersByWhatTheRequestSays() throws Exception {
        assertEquals(List.of(LOOPBACK, BRIDGE), devices(client, addresses(0, 0)));
        assertEquals(List.of(BRIDGE), devices(client, addresses(0, BRIDGE)));
        try (SharedNetlinkClient shared = SharedNetlinkClient.open(ROUTE, namespace)) {
            assertEquals(List.of(LOOPBACK), devices(shared, addresses(0, LOOPBACK)));
        }
    }

    @Test
    void withoutStrictCheckingTheSameFilterIsIgnored() throws Exception {
        SocketOptions lax = SocketOptions.DEFAULT.strictChecking(false);
        try (NetlinkClient other = NetlinkClient.over(ROUTE, NetlinkSocket.open(0, lax, namespace))) {
            assertEquals(List.of(LOOPBACK, BRIDGE), devices(other, addresses(0, BRIDGE)));
            assertEquals(List.of(LOOPBACK, BRIDGE), devices(other, addresses(24, 0)));
        }
    }

    @Test
    void aFilterThatTheKernelDoesNotKnowIsRefusedWithItsWords() {
        KernelException header = assertThrows(KernelException.class, () -> devices(client, addresses(24, 0)));
        assertEquals(Errno.EINVAL, header.errno());
        assertEquals(
                Optional.of("ipv4: Invalid values in header for address dump request"), header.extendedAck().message());
        Request byLabel = Request.of(22, out -> out.u8(2).zeros(7).attributes().stringz(3, "br0")); // IFA_LABEL
        KernelException attribute = assertThrows(KernelException.class, () -> devices(client, byLabel));
        assertEquals(Errno.EINVAL, attribute.errno());
        assertEquals(Optional.of("ipv4: Unsupported attribute in dump request"), attribute.extendedAck().message());
    }
}
