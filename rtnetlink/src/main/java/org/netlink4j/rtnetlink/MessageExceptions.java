package org.netlink4j.rtnetlink;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;
import static org.netlink4j.rtnetlink.IpFamily.AF_UNSPEC;
import static org.netlink4j.rtnetlink.IpFamily.RTNL_FAMILY_IP6MR;
import static org.netlink4j.rtnetlink.IpFamily.RTNL_FAMILY_IPMR;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELMDB;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETMDB;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETVLAN;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWCACHEREPORT;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWMDB;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETLINK;
import static org.netlink4j.rtnetlink.link.Ifla.AF_BRIDGE;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.bridge.BridgeVlandb;
import org.netlink4j.rtnetlink.bridge.Mdba;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.LinkHeader;
import org.netlink4j.rtnetlink.nsid.Netnsa;
import org.netlink4j.rtnetlink.route.Ip6mra;

/** Messages that are not what their type alone says: those of the bridge's family and of multicast routing, and requests unlike what the kernel says. */
final class MessageExceptions {
    private static final Map<Integer, MessageSpec> OF_BRIDGE = byType(
            new MessageSpec(RTM_NEWLINK, "RTM_NEWLINK", LinkHeader.IFINFOMSG, Ifla.BRIDGE_ATTRIBUTES),
            new MessageSpec(RTM_DELLINK, "RTM_DELLINK", LinkHeader.IFINFOMSG, Ifla.BRIDGE_ATTRIBUTES),
            new MessageSpec(RTM_GETLINK, "RTM_GETLINK", LinkHeader.IFINFOMSG, Ifla.BRIDGE_ATTRIBUTES),
            new MessageSpec(RTM_SETLINK, "RTM_SETLINK", LinkHeader.IFINFOMSG, Ifla.BRIDGE_ATTRIBUTES));

    private static final Map<Integer, Map<Integer, MessageSpec>> OF_FAMILY = Map.of(
            AF_BRIDGE, OF_BRIDGE,
            RTNL_FAMILY_IPMR,
            byType(new MessageSpec(RTM_NEWLINK, "RTM_NEWLINK", LinkHeader.IFINFOMSG, Ifla.MULTICAST_ROUTING_ATTRIBUTES)),
            RTNL_FAMILY_IP6MR,
            byType(new MessageSpec(RTM_NEWCACHEREPORT, "RTM_NEWCACHEREPORT", Netnsa.RTGENMSG, Ip6mra.REPORT)));

    private static final Map<Integer, MessageSpec> REQUESTS = byType(
            new MessageSpec(RTM_NEWMDB, "RTM_NEWMDB", Mdba.BR_PORT_MSG, Mdba.SET_ATTRIBUTES),
            new MessageSpec(RTM_DELMDB, "RTM_DELMDB", Mdba.BR_PORT_MSG, Mdba.SET_ATTRIBUTES),
            new MessageSpec(RTM_GETMDB, "RTM_GETMDB", Mdba.BR_PORT_MSG, Mdba.GET_ATTRIBUTES),
            new MessageSpec(RTM_GETVLAN, "RTM_GETVLAN", BridgeVlandb.BR_VLAN_MSG, BridgeVlandb.DUMP_ATTRIBUTES));

    private MessageExceptions() {}

    private static Map<Integer, MessageSpec> byType(MessageSpec... messages) {
        return Stream.of(messages).collect(Collectors.toUnmodifiableMap(MessageSpec::type, Function.identity()));
    }

    static Optional<MessageSpec> find(MessageReader message) throws MalformedMessageException {
        int family = message.payloadLength() > 0 ? message.u8(0) : AF_UNSPEC;
        MessageSpec ofFamily = OF_FAMILY.getOrDefault(family, Map.of()).get(message.type());
        if (ofFamily == null && (message.flags() & NLM_F_REQUEST) != 0) {
            return Optional.ofNullable(REQUESTS.get(message.type()));
        }
        return Optional.ofNullable(ofFamily);
    }
}
