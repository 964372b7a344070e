package org.netlink4j.rtnetlink;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETDCB;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWACTION;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWADDR;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWADDRLABEL;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWCHAIN;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWMDB;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNDUSEROPT;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEIGH;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEIGHTBL;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNETCONF;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEXTHOP;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEXTHOPBUCKET;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNSID;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWPREFIX;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWQDISC;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWROUTE;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWRULE;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWSTATS;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWTCLASS;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWTFILTER;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWVLAN;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.MessageDecoder;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.schema.MessageText;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.address.Address;
import org.netlink4j.rtnetlink.address.AddressLabel;
import org.netlink4j.rtnetlink.address.AnnouncedPrefix;
import org.netlink4j.rtnetlink.bridge.BridgeLink;
import org.netlink4j.rtnetlink.bridge.BridgeVlanMessage;
import org.netlink4j.rtnetlink.bridge.FdbEntry;
import org.netlink4j.rtnetlink.bridge.MdbMessage;
import org.netlink4j.rtnetlink.dcb.DcbMessage;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.neighbour.DiscoveryOption;
import org.netlink4j.rtnetlink.neighbour.Neighbour;
import org.netlink4j.rtnetlink.neighbour.NeighbourTable;
import org.netlink4j.rtnetlink.netconf.Netconf;
import org.netlink4j.rtnetlink.nexthop.NextHopBucket;
import org.netlink4j.rtnetlink.nexthop.NextHopObject;
import org.netlink4j.rtnetlink.nsid.NamespaceId;
import org.netlink4j.rtnetlink.route.MulticastRoute;
import org.netlink4j.rtnetlink.route.Route;
import org.netlink4j.rtnetlink.rule.Rule;
import org.netlink4j.rtnetlink.stats.LinkReport;
import org.netlink4j.rtnetlink.tc.action.ActionMessage;
import org.netlink4j.rtnetlink.tc.filter.Chain;
import org.netlink4j.rtnetlink.tc.filter.Filter;
import org.netlink4j.rtnetlink.tc.qdisc.Qdisc;
import org.netlink4j.rtnetlink.tc.qdisc.TrafficClass;
import org.netlink4j.testkit.Accessors;
import org.netlink4j.testkit.CodecProperties;
import org.netlink4j.testkit.FuzzTarget;
import org.netlink4j.testkit.StrictJson;

/** Every message of NETLINK_ROUTE: as attributes, as text, as JSON and as the objects that are made of it. */
class RouteMessagesFuzzTest extends FuzzTarget {
    /** By the number of the three or four types of an object. */
    private static final Map<Integer, List<MessageDecoder<?>>> OBJECTS = Map.ofEntries(
            object(RTM_NEWLINK, Link::decode, BridgeLink::decode),
            object(RTM_NEWADDR, Address::decode),
            object(RTM_NEWROUTE, Route::decode, MulticastRoute::decode),
            object(RTM_NEWNEIGH, Neighbour::decode, FdbEntry::decode),
            object(RTM_NEWRULE, Rule::decode),
            object(RTM_NEWQDISC, Qdisc::decode),
            object(RTM_NEWTCLASS, TrafficClass::decode),
            object(RTM_NEWTFILTER, Filter::decode),
            object(RTM_NEWACTION, ActionMessage::decode),
            object(RTM_NEWPREFIX, AnnouncedPrefix::decode),
            object(RTM_NEWNEIGHTBL, NeighbourTable::decode),
            object(RTM_NEWNDUSEROPT, DiscoveryOption::decode),
            object(RTM_NEWADDRLABEL, AddressLabel::decode),
            object(RTM_GETDCB, DcbMessage::decode),
            object(RTM_NEWNETCONF, Netconf::decode),
            object(RTM_NEWMDB, MdbMessage::decode),
            object(RTM_NEWNSID, NamespaceId::decode),
            object(RTM_NEWSTATS, LinkReport::decode),
            object(RTM_NEWCHAIN, Chain::decode),
            object(RTM_NEWNEXTHOP, NextHopObject::decode),
            object(RTM_NEWVLAN, BridgeVlanMessage::decode),
            object(RTM_NEWNEXTHOPBUCKET, NextHopBucket::decode));

    private static Map.Entry<Integer, List<MessageDecoder<?>>> object(int type, MessageDecoder<?>... decoders) {
        return Map.entry(type >>> 2, List.of(decoders));
    }

    @Override
    protected List<byte[]> seeds() throws IOException {
        return RouteSeeds.all();
    }

    private static MessageReader reader(byte[] bytes) {
        return new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length);
    }

    @Override
    protected void run(byte[] bytes) throws IOException {
        StrictJson.parse(MessageText.json(Rtnetlink.PROTOCOL, reader(bytes)));
        String text = MessageText.describe(Rtnetlink.PROTOCOL, reader(bytes));
        assertTrue(text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n'), () -> "not safe to print: " + text);
        for (MessageReader message = reader(bytes); message.next(); ) {
            Optional<MessageSpec> spec = Rtnetlink.PROTOCOL.message(message);
            if (spec.isPresent()) {
                attributes(spec.get(), message);
            }
            for (MessageDecoder<?> decoder : OBJECTS.getOrDefault(message.type() >>> 2, List.of())) {
                object(decoder, message);
            }
        }
    }

    private static void attributes(MessageSpec spec, MessageReader message) {
        try {
            CodecProperties.roundTrips(Attributes.decode(spec.attributes(), message.attributes(spec.header().size())));
        } catch (MalformedMessageException _) {
            return; // and yet the objects may not want all of it
        }
    }

    private static void object(MessageDecoder<?> decoder, MessageReader message) throws IOException {
        try {
            Accessors.answer(decoder.decode(message));
        } catch (MalformedMessageException _) {
            return; // as it should be
        }
    }
}
