package org.netlink4j.lldpad;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.AttributeWriter;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.IflaInfo;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkHeader;

class RootDeviceTest {
    private final Map<Integer, Link> links = new HashMap<>();

    private Link link(int index, String name, String kind, UnaryOperator<Attributes> more) {
        Attributes attributes = Attributes.none(Ifla.ATTRIBUTES).with(Ifla.IFLA_IFNAME, name);
        if (!kind.isEmpty()) {
            attributes = attributes.with(
                    Ifla.IFLA_LINKINFO,
                    Attributes.none(attributes.set().find(Ifla.IFLA_LINKINFO).orElseThrow().nest())
                            .with(IflaInfo.IFLA_INFO_KIND, kind));
        }
        Link link = new Link(new LinkHeader(0, 1, index, 0, 0), more.apply(attributes));
        links.put(index, link);
        return link;
    }

    private Link on(int index, String name, String kind, int lower) {
        return link(index, name, kind, attributes -> attributes.with(Ifla.IFLA_LINK, lower));
    }

    private Link vlan(int index, int id, int lower) {
        return link(index, "vlan" + id, "vlan", attributes -> attributes
                .with(Ifla.IFLA_LINK, lower)
                .with(Ifla.IFLA_LINKINFO, withVlanId(attributes.nest(Ifla.IFLA_LINKINFO).orElseThrow(), id)));
    }

    /** IFLA_INFO_DATA with IFLA_VLAN_ID, whatever table the kind has. */
    private static Attributes withVlanId(Attributes info, int id) {
        byte[] bytes = new byte[info.encode().length + 12];
        AttributeWriter out = new AttributeWriter().over(MemorySegment.ofArray(bytes), 0, bytes.length);
        info.writeTo(out);
        out.begin(IflaInfo.IFLA_INFO_DATA).u16(1, id).end();
        try {
            return Attributes.decode(info.set(), bytes);
        } catch (MalformedMessageException e) {
            throw new AssertionError(e);
        }
    }

    private void root(String name, int vlan, Link top) throws Exception {
        RootDevice root = RootDevice.below(top, links::get);
        assertEquals(name, root.link().name());
        assertEquals(vlan, root.vlan());
    }

    /** Row 71. */
    @Test
    void walksThroughAVlan() throws Exception {
        link(1, "eth0", "", attributes -> attributes);
        vlan(2, 100, 1);
        root("eth0", 100, on(3, "macvtap0", "macvtap", 2));
    }

    @Test
    void theTopmostVlanCounts() throws Exception {
        link(1, "eth0", "", attributes -> attributes);
        vlan(2, 100, 1);
        vlan(4, 7, 2);
        root("eth0", 7, on(3, "macvtap0", "macvtap", 4));
    }

    /** Row 72: each veth names the other as what it stands on. */
    @Test
    void endsAtAVeth() throws Exception {
        on(1, "veth1", "veth", 2);
        on(2, "veth0", "veth", 1);
        root("veth0", 0, on(3, "macvtap0", "macvtap", 2));
    }

    /** Row 73. */
    @Test
    void noVlanIsZero() throws Exception {
        link(1, "eth0", "", attributes -> attributes);
        root("eth0", 0, on(3, "macvtap0", "macvtap", 1));
    }

    @Test
    void endsWhereTheNextDeviceIsInAnotherNamespace() throws Exception {
        link(1, "eth0", "", attributes -> attributes);
        Link top = link(3, "macvtap0", "macvtap", attributes ->
                attributes.with(Ifla.IFLA_LINK, 1).with(Ifla.IFLA_LINK_NETNSID, 0));
        root("macvtap0", 0, top);
    }

    @Test
    void endsInACircleAndInTheDepths() throws Exception {
        on(1, "a", "macvlan", 2);
        root("b", 0, on(2, "b", "macvlan", 1)); // which stands on b itself
        for (int index = 10; index < 40; index++) {
            on(index, "m" + index, "macvlan", index + 1);
        }
        root("m18", 0, links.get(10));
    }
}
