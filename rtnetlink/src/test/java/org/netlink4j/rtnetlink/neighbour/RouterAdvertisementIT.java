package org.netlink4j.rtnetlink.neighbour;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV6_PREFIX;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_ND_USEROPT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.io.FrameFile;
import org.netlink4j.core.io.PacketSocket;
import org.netlink4j.core.schema.MessageText;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.address.AnnouncedPrefix;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.testkit.KernelTest;

/** What the kernel tells of the announcement of a router: the prefix, and the DNS server that is not for the kernel. */
@KernelTest
@Timeout(30)
class RouterAdvertisementIT extends InNamespace {
    private static final int HOST = 10;
    private static final int ROUTER = 11;
    private static final int IPV6 = 0x86dd;
    private static final int RDNSS = 25;

    private static final String PREFIX = "030440c0" + "00000e10" + "00000708" + "00000000" + "20010db8000500000000000000000000";
    private static final String SERVER = "1903" + "0000" + "00000258" + "20010db8000000000000000000000053";
    private static final String SOURCE = "fe80000000000000000000000000000b";
    private static final String ALL_NODES = "ff020000000000000000000000000001";

    @BeforeEach
    void open() throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("v0").index(HOST).kind(Veth.withPeer(LinkSpec.named("v1").index(ROUTER))));
        rtnetlink.links().setUp(HOST);
        rtnetlink.links().setUp(ROUTER);
    }

    /** The packet: IPv6 header, router advertisement with hop limit 64 and a lifetime of 1800 seconds, two options. */
    private static byte[] packet() {
        byte[] message = HexFormat.of().parseHex("86000000" + "40000708" + "00000000" + "00000000" + PREFIX + SERVER);
        byte[] addresses = HexFormat.of().parseHex(SOURCE + ALL_NODES);
        int sum = sum(addresses) + message.length + 58 + sum(message); // with the pseudo header
        while (sum >>> 16 != 0) {
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        ByteBuffer.wrap(message).putShort(2, (short) ~sum);
        return ByteBuffer.allocate(40 + message.length)
                .putInt(0x6000_0000).putShort((short) message.length).put((byte) 58).put((byte) 255)
                .put(addresses).put(message).array();
    }

    private static int sum(byte[] words) {
        int sum = 0;
        for (int i = 0; i < words.length; i += 2) {
            sum += Short.toUnsignedInt(ByteBuffer.wrap(words).getShort(i));
        }
        return sum;
    }

    private static byte[] body(Consumer<MessageWriter> write) {
        byte[] buffer = new byte[512];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(buffer), 0, buffer.length).begin(1, 0, 0, 0);
        write.accept(out);
        return Arrays.copyOfRange(buffer, 16, (int) out.end());
    }

    @Test
    void thePrefixAndTheServerAreTold() throws NetlinkException {
        AnnouncedPrefix[] prefix = new AnnouncedPrefix[1];
        DiscoveryOption[] option = new DiscoveryOption[1];
        StringBuilder text = new StringBuilder();
        byte[] hardware = HexFormat.of().parseHex("02000000000b");
        try (Arena arena = Arena.ofConfined();
                FrameFile router = PacketSocket.open(namespace, ROUTER, IPV6);
                EventStream events = EventStream.open(Rtnetlink.PROTOCOL, Set.of(RTNLGRP_IPV6_PREFIX, RTNLGRP_ND_USEROPT),
                        SocketOptions.DEFAULT, namespace)) {
            MemorySegment frame = PacketSocket.frame(arena, HexFormat.of().parseHex("333300000001"), hardware, IPV6, packet());
            while (prefix[0] == null || option[0] == null) {
                router.write(frame); // again, for the host may not be ready at first
                events.poll(Duration.ofMillis(200), (message, _) -> {
                    byte[] bytes = message.bytes();
                    if (message.type() == Rtm.RTM_NEWPREFIX) {
                        prefix[0] = AnnouncedPrefix.decode(message);
                        assertArrayEquals(message.payload(), body(prefix[0]::write));
                    } else if (message.type() == Rtm.RTM_NEWNDUSEROPT) {
                        DiscoveryOption told = DiscoveryOption.decode(message);
                        assertArrayEquals(message.payload(), body(told::write));
                        if (told.option().get(0) != RDNSS) {
                            return; // newer kernels tell of the prefix here, too
                        }
                        option[0] = told;
                        text.append(MessageText.describe(
                                Rtnetlink.PROTOCOL, new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length)));
                    }
                });
            }
        }
        assertEquals(Optional.of(IpPrefix.parse("2001:db8:5::/64")), prefix[0].prefix());
        assertEquals(HOST, prefix[0].header().index());
        assertTrue(prefix[0].isOnLink() && prefix[0].isAutonomous());
        assertEquals(OptionalLong.of(3600), prefix[0].validLifetime());
        assertEquals(OptionalLong.of(1800), prefix[0].preferredLifetime());
        assertEquals(HOST, option[0].index());
        assertEquals(134, option[0].icmpType());
        assertEquals("fe80::b", option[0].router().orElseThrow().toString());
        assertArrayEquals(HexFormat.of().parseHex(SERVER), option[0].option().toArray());
        assertTrue(text.toString().contains("NDUSEROPT_SRCADDR fe80::b") && text.toString().contains(SERVER), text::toString);
    }

    @Test
    void anOptionLongerThanItsMessageIsMalformed() throws NetlinkException {
        byte[] buffer = new byte[32];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(buffer), 0, 32).begin(Rtm.RTM_NEWNDUSEROPT, 0, 0, 0);
        out.u8(10).u8(0).u16(8).zeros(12);
        MessageReader reader = new MessageReader().over(MemorySegment.ofArray(buffer), 0, out.end());
        assertTrue(reader.next());
        assertThrows(MalformedMessageException.class, () -> DiscoveryOption.decode(reader));
        assertTrue(MessageText.describe(Rtnetlink.PROTOCOL, new MessageReader().over(MemorySegment.ofArray(buffer), 0, 32))
                .contains("malformed"));
    }
}
