package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.json.JsonWriter;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.link.Iff;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.IflaTun;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkHeader;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Tun;

/** What no device of this machine shows. */
class LinkJsonTest {
    private static final int INDEX = 9;
    private static final int SIT = 776;
    private static final int TUNNEL6 = 769;
    private static final int IP6GRE = 823;
    private static final AccountNames ACCOUNTS =
            new AccountNames(() -> List.of("a:x:258:9:text:/:sh", "b:x:258:9", "broken"), () -> List.of("g:x:259:a,b"));

    static Link link(int type, int flags, LinkSpec spec) {
        byte[] buffer = new byte[4096];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(buffer), 0, buffer.length).begin(16, 0, 0, 0);
        new LinkSpec(new LinkHeader(0, type, INDEX, flags, 0), spec.attributes()).write(out);
        MessageReader message = new MessageReader().over(MemorySegment.ofArray(buffer), 0, out.end());
        try {
            message.next();
            return Link.decode(message);
        } catch (MalformedMessageException e) {
            throw new AssertionError(e);
        }
    }

    static Map<String, Object> json(Link link, Link... others) {
        OtherLinks known = OtherLinks.ofEvents();
        List.of(others).forEach(known::seen);
        return new LinkJson(known, GroupNames.of(List.of("5 five")), ACCOUNTS).of(link);
    }

    @Test
    void namesTheLowerDeviceAndSaysThatItIsDown() {
        Link lower = link(1, 0, LinkSpec.named("lower"));
        Map<String, Object> json = json(link(1, Iff.IFF_UP, LinkSpec.named("x").lower(INDEX).group(5)), lower);
        assertEquals("lower", json.get("link"));
        assertEquals(List.of("NO-CARRIER", "UP", "M-DOWN"), json.get("flags"));
        assertEquals("five", json.get("group"));
    }

    @Test
    void aLowerDeviceThatIsGoneIsShownByItsIndex() {
        assertEquals("if2147483647", json(link(1, 0, LinkSpec.ANY.lower(Integer.MAX_VALUE))).get("link"));
        assertTrue(new JsonWriter().tree(json(link(1, 0, LinkSpec.ANY.lower(0)))).toString().contains("\"link\":null"));
    }

    @Test
    void showsAddressesOfTunnelsAsTheirProtocolWritesThem() {
        LinkSpec tunnel = LinkSpec.ANY.with(attributes -> attributes
                .with(Ifla.IFLA_ADDRESS, new byte[] {(byte) 192, 0, 2, 1})
                .with(Ifla.IFLA_BROADCAST, new byte[] {0, 0, 0, 0}));
        Map<String, Object> json = json(link(SIT, Iff.IFF_POINTOPOINT, tunnel));
        assertEquals("sit", json.get("link_type"));
        assertEquals("192.0.2.1", json.get("address"));
        assertEquals("0.0.0.0", json.get("broadcast"));
        assertEquals(true, json.get("link_pointtopoint"));
        assertEquals("[4711]", json(link(4711, 0, LinkSpec.ANY)).get("link_type"));
    }

    @Test
    void showsAddressesOfTunnelsOverIpv6() {
        byte[] address = IpAddress.parse("2001:db8::1").octets();
        LinkSpec tunnel = LinkSpec.ANY.with(attributes -> attributes
                .with(Ifla.IFLA_ADDRESS, address).with(Ifla.IFLA_PERM_ADDRESS, new byte[16]));
        for (int type : new int[] {TUNNEL6, IP6GRE}) {
            Map<String, Object> json = json(link(type, 0, tunnel));
            assertEquals("2001:db8::1", json.get("address"));
            assertEquals("::", json.get("permaddr"));
        }
        Map<String, Object> same = json(link(TUNNEL6, 0, tunnel.with(attributes -> attributes.with(Ifla.IFLA_PERM_ADDRESS, address))));
        assertEquals(false, same.containsKey("permaddr"));
    }

    @Test
    void showsAPermanentAddressOnlyIfItIsAnother() {
        MacAddress address = MacAddress.parse("02:00:00:00:00:01");
        LinkSpec same = LinkSpec.ANY.address(address).with(attributes -> attributes.with(Ifla.IFLA_PERM_ADDRESS, address));
        assertEquals(false, json(link(1, 0, same)).containsKey("permaddr"));
        assertEquals(
                "02:00:00:00:00:01", json(link(1, 0, same.address(MacAddress.BROADCAST))).get("permaddr"));
    }

    @Test
    void namesUsersAndGroups() {
        Tun tun = new Tun().with(IflaTun.IFLA_TUN_OWNER, 258).with(IflaTun.IFLA_TUN_GROUP, 259);
        Map<?, ?> info = (Map<?, ?>) json(link(1, 0, LinkSpec.ANY.kind(tun))).get("linkinfo");
        assertEquals(Map.of("user", "a", "group", "g"), info.get("info_data"));
        info = (Map<?, ?>) json(link(1, 0, LinkSpec.ANY.kind(tun.with(IflaTun.IFLA_TUN_OWNER, 259)))).get("linkinfo");
        assertEquals(259L, ((Map<?, ?>) info.get("info_data")).get("user"));
    }

    @Test
    void showsFlagsThatAreSetAndUnknownOnesInHexadecimal() {
        assertEquals(List.of("UP", "80000000"), json(link(1, 0x8000_0041, LinkSpec.ANY)).get("flags"));
    }
}
