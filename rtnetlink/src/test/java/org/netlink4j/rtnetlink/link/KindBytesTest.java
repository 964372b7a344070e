package org.netlink4j.rtnetlink.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.EtherType;

/** The order of bytes, against what {@code ip} really sent: 258 is 0x0102, so the wrong order is another number. */
class KindBytesTest {
    private static final Optional<IpAddress> A4 = Optional.of(Ipv4Address.parse("192.0.2.1"));
    private static final Optional<IpAddress> A6 = Optional.of(Ipv6Address.parse("2001:db8::1"));

    private static List<String> lines;

    @BeforeAll
    static void read() throws IOException {
        Assumptions.assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the bytes are those of a little-endian host");
        try (InputStream in = KindBytesTest.class.getResourceAsStream("/captures/ip-6.1-info-data.txt")) {
            lines = new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList();
        }
    }

    /** What ip sent for a command. */
    private static <K extends LinkKind> K sent(Class<K> type, String command) throws MalformedMessageException {
        int at = lines.indexOf("# ip link add " + command);
        String[] words = lines.get(at + 1).split(" ");
        byte[] bytes = HexFormat.of().parseHex(words[1]);
        Attributes data = Attributes.decode(LinkKindType.dataTable(words[0]).orElseThrow(), bytes);
        assertEquals(List.of(), data.unknown());
        return type.cast(LinkKindType.decode(words[0], Optional.of(data)));
    }

    private static OptionalInt is(int value) {
        return OptionalInt.of(value);
    }

    @Test
    void vlan() throws MalformedMessageException {
        Vlan vlan = sent(Vlan.class, "link v0 name x0 type vlan protocol 802.1ad id 258");
        assertEquals(Optional.of(EtherType.PROVIDER_VLAN), vlan.protocol());
        assertEquals(is(258), vlan.id());
    }

    @Test
    void vxlan() throws MalformedMessageException {
        Vxlan vxlan = sent(Vxlan.class,
                "x0 type vxlan id 258 srcport 258 772 dstport 4790 flowlabel 0x12345 remote 192.0.2.1");
        assertEquals(is(258), vxlan.id());
        assertEquals(OptionalLong.of(258), vxlan.lowestSourcePort());
        assertEquals(OptionalLong.of(772), vxlan.highestSourcePort());
        assertEquals(is(4790), vxlan.port());
        assertEquals(is(0x12345), vxlan.flowLabel());
        assertEquals(A4, vxlan.remote());
        assertEquals(false, vxlan.ttlInherited());
        Vxlan over6 = sent(Vxlan.class, "x0 type vxlan id 258 dstport 258 ttl inherit remote 2001:db8::1");
        assertEquals(A6, over6.remote());
        assertEquals(is(258), over6.port());
        assertEquals(true, over6.ttlInherited());
    }

    @Test
    void othersOverUdp() throws MalformedMessageException {
        Geneve geneve = sent(Geneve.class, "x0 type geneve id 258 remote 192.0.2.1 dstport 258 flowlabel 0x12345");
        assertEquals(is(258), geneve.id());
        assertEquals(is(258), geneve.port());
        assertEquals(is(0x12345), geneve.flowLabel());
        Bareudp bareudp = sent(Bareudp.class, "x0 type bareudp dstport 258 ethertype mpls_uc srcportmin 772");
        assertEquals(is(258), bareudp.port());
        assertEquals(Optional.of(EtherType.MPLS), bareudp.etherType());
        assertEquals(is(772), bareudp.lowestSourcePort());
        Amt amt = sent(Amt.class, "x0 type amt mode relay local 192.0.2.1 gateway_port 258 relay_port 772 dev v0");
        assertEquals(is(258), amt.gatewayPort());
        assertEquals(is(772), amt.relayPort());
        assertEquals(A4, amt.local().map(IpAddress.class::cast));
        assertEquals(is(10), amt.lower());
    }

    @Test
    void gre() throws MalformedMessageException {
        Gretap gretap = sent(Gretap.class, "x0 type gretap remote 192.0.2.1 ikey 258 okey 1.2.3.4 oseq icsum encap gue"
                + " encap-sport 258 encap-dport 772 fwmark 0x102");
        assertEquals(is(258), gretap.inputKey());
        assertEquals(is(0x01020304), gretap.outputKey());
        assertEquals(is(GreFlags.KEY | GreFlags.CSUM), gretap.inputFlags());
        assertEquals(is(GreFlags.KEY | GreFlags.SEQ), gretap.outputFlags());
        assertEquals(is(258), gretap.encapSourcePort());
        assertEquals(is(772), gretap.encapPort());
        assertEquals(is(0x102), gretap.mark());
        Ip6gre ip6gre = sent(Ip6gre.class, "x0 type ip6gre remote 2001:db8::1 tclass 0x12 flowlabel 0x34567 key 258");
        assertEquals(A6, ip6gre.remote());
        assertEquals(is(0x0123_4567), ip6gre.flowInfo());
    }

    @Test
    void ipTunnels() throws MalformedMessageException {
        Ip6tnl ip6tnl = sent(Ip6tnl.class, "x0 type ip6tnl remote 2001:db8::1 mode ipip6 tclass 0x12 flowlabel 0x34567");
        assertEquals(is(0x0123_4567), ip6tnl.flowInfo());
        assertEquals(is(0), ip6tnl.flags(), "which are 32 bits");
        Sit sit = sent(Sit.class, "x0 type sit remote 192.0.2.1 6rd-prefix 2001:db8::/32 6rd-relay_prefix 198.51.100.0/24"
                + " encap fou encap-sport 258 encap-dport 772");
        assertEquals(is(258), sit.encapSourcePort());
        assertEquals(is(772), sit.encapPort());
        assertEquals(Optional.of(Ipv6Address.parse("2001:db8::")), sit.prefix());
        assertEquals(is(32), sit.prefixLength());
        assertEquals(Optional.of(Ipv4Address.parse("198.51.100.0")), sit.relayPrefix());
        Vti vti = sent(Vti.class, "x0 type vti remote 192.0.2.1 ikey 258 okey 772");
        assertEquals(is(258), vti.inputKey());
        assertEquals(is(772), vti.outputKey());
        assertEquals(A4, vti.remote());
    }

    @Test
    void macsec() throws MalformedMessageException {
        Macsec channel = sent(Macsec.class, "link v0 name x0 type macsec sci 0102030405060708");
        assertEquals(OptionalLong.of(0x0102030405060708L), channel.channel());
        Macsec port = sent(Macsec.class, "link v0 name x0 type macsec port 258 cipher gcm-aes-256");
        assertEquals(is(258), port.port());
        assertEquals(OptionalLong.of(IflaMacsec.MACSEC_CIPHER_ID_GCM_AES_256), port.cipherSuite());
    }

    @Test
    void bond() throws MalformedMessageException {
        Bond bond = sent(Bond.class, "x0 type bond arp_ip_target 192.0.2.1,198.51.100.2 ad_user_port_key 258");
        assertEquals(List.of(Ipv4Address.parse("192.0.2.1"), Ipv4Address.parse("198.51.100.2")), bond.arpTargets());
        assertEquals(is(258), bond.userPortKey());
    }
}
