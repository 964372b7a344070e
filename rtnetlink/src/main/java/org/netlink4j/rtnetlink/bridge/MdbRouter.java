package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_ROUTER;
import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_ROUTER_PATTR_INET6_TIMER;
import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_ROUTER_PATTR_INET_TIMER;
import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_ROUTER_PATTR_TIMER;
import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_ROUTER_PATTR_TYPE;
import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_ROUTER_PATTR_VID;
import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_ROUTER_PORT;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * A port of a bridge that leads to a multicast router. A notification has only its index.
 *
 * @param bridge index of the bridge
 * @param port index of the port
 * @param attributes attributes {@code MDBA_ROUTER_PATTR_*} of {@link Mdba}
 */
public record MdbRouter(int bridge, int port, Attributes attributes) {
    /** Checks the table. */
    public MdbRouter {
        if (attributes.set() != Mdba.ROUTER) {
            throw new IllegalArgumentException("not attributes of a port to a router: " + attributes);
        }
    }

    /** All of a message about multicast groups. */
    static List<MdbRouter> of(int bridge, Attributes attributes) {
        return attributes.nests(MDBA_ROUTER).stream().flatMap(ports -> ports(bridge, ports).stream()).toList();
    }

    /** The indexes are in the payloads only, the rest is read already. */
    private static List<MdbRouter> ports(int bridge, Attributes ports) {
        List<byte[]> payloads = ports.payloads(MDBA_ROUTER_PORT);
        List<Attributes> rests = ports.nests(MDBA_ROUTER_PORT);
        List<MdbRouter> routers = new ArrayList<>();
        for (int i = 0; i < rests.size(); i++) {
            int port = ByteBuffer.wrap(payloads.get(i)).order(ByteOrder.nativeOrder()).getInt(0);
            routers.add(new MdbRouter(bridge, port, rests.get(i)));
        }
        return routers;
    }

    /** {@return why it leads to a router, see {@link MdbRtrType}; {@code MDBA_ROUTER_PATTR_TYPE}} */
    public OptionalInt type() {
        return attributes.integer(MDBA_ROUTER_PATTR_TYPE);
    }

    /** {@return when it does no more, in hundredths of a second, 0 for never; {@code MDBA_ROUTER_PATTR_TIMER}} */
    public OptionalLong timer() {
        return attributes.number(MDBA_ROUTER_PATTR_TIMER);
    }

    /** {@return the same for IPv4 alone; {@code MDBA_ROUTER_PATTR_INET_TIMER}} */
    public OptionalLong inetTimer() {
        return attributes.number(MDBA_ROUTER_PATTR_INET_TIMER);
    }

    /** {@return the same for IPv6 alone; {@code MDBA_ROUTER_PATTR_INET6_TIMER}} */
    public OptionalLong inet6Timer() {
        return attributes.number(MDBA_ROUTER_PATTR_INET6_TIMER);
    }

    /** {@return the id of the VLAN; {@code MDBA_ROUTER_PATTR_VID}, u16; empty if the bridge does not snoop VLAN by VLAN} */
    public OptionalInt vlan() {
        return attributes.integer(MDBA_ROUTER_PATTR_VID);
    }
}
