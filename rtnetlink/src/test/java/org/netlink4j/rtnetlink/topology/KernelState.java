package org.netlink4j.rtnetlink.topology;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.schema.MessageText;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.IpFamily;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.neighbour.Ntf;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.rtnetlink.tc.action.Action;
import org.netlink4j.rtnetlink.tc.action.ActionMessage;
import org.netlink4j.rtnetlink.tc.action.TcaAct;
import org.netlink4j.rtnetlink.tc.action.TcaRoot;
import org.netlink4j.rtnetlink.tc.filter.FilterPoint;
import org.netlink4j.rtnetlink.tc.filter.FilterSpec;

/**
 * All that the kernel says of a network namespace, as the tables read it.
 *
 * @param objects by what was listed: the objects in words, sorted, without what has to differ between two that were made alike
 * @param messages how many messages that was
 * @param unknown the paths of the attributes that no table names
 */
record KernelState(Map<String, List<String>> objects, int messages, Set<String> unknown) {
    private static final int AF_BRIDGE = 7;
    private static final String OCCASIONAL = "occasionally";

    /** In a virtual machine the words of a list take their time. */
    private static final Duration LONG = Duration.ofMinutes(2);

    /** Counters, timers, moments, the address that a tunnel draws and does not use, and what netem draws from. */
    private static final Set<String> MASKED = Set.of(
            "IFLA_STATS", "IFLA_STATS64", "IFLA_CARRIER_CHANGES", "IFLA_CARRIER_UP_COUNT", "IFLA_CARRIER_DOWN_COUNT", "IFLA_PERM_ADDRESS",
            "IFLA_INET6_STATS", "IFLA_INET6_ICMP6STATS", "IFLA_INET6_CACHEINFO", "IFLA_BR_GC_TIMER", "IFLA_BR_HELLO_TIMER",
            "IFLA_BR_TCN_TIMER", "IFLA_BR_TOPOLOGY_CHANGE_TIMER", "IFLA_BRPORT_MESSAGE_AGE_TIMER", "IFLA_BRPORT_FORWARD_DELAY_TIMER",
            "IFLA_BRPORT_HOLD_TIMER", "TCA_STATS", "TCA_STATS2", "TCA_XSTATS", "TCA_ACT_STATS", "TCA_U32_PCNT", "NDA_CACHEINFO",
            "RTA_CACHEINFO", "MDBA_MDB_EATTR_TIMER", "MDBA_ROUTER_PATTR_TIMER", "NHA_RES_GROUP_UNBALANCED_TIME", "NHA_RES_BUCKET_IDLE_TIME",
            "TCA_NETEM_PRNG_SEED");

    /** A list of objects of one kind; what it says may change by itself. */
    private record Listing(String name, int type, MessageBody body) {}

    static KernelState of(NetworkNamespace namespace, Topology topology) throws NetlinkException {
        Map<String, List<String>> objects = new TreeMap<>();
        Set<String> unknown = new TreeSet<>();
        int messages = 0;
        try (NetlinkClient client = NetlinkClient.open(Rtnetlink.PROTOCOL, namespace)) {
            for (Listing listing : listings(topology)) {
                List<String> said = client.list(Request.of(listing.type, listing.body).timeout(LONG), message -> {
                    findUnknown(message, unknown);
                    return words(message);
                });
                messages += said.size();
                if (!listing.name.startsWith(OCCASIONAL)) {
                    objects.put(listing.name, said.stream().sorted().toList());
                }
            }
        }
        return new KernelState(objects, messages, unknown);
    }

    // ---- what is listed

    private static List<Listing> listings(Topology topology) {
        List<Listing> listings = new ArrayList<>();
        listings.add(new Listing("links", Rtm.RTM_GETLINK, header(0, 16)));
        listings.add(new Listing("bridge links", Rtm.RTM_GETLINK, out -> {
            header(AF_BRIDGE, 16).write(out);
            out.attributes().u32(Ifla.IFLA_EXT_MASK, 2);
        }));
        listings.add(new Listing("neighbours", Rtm.RTM_GETNEIGH, header(0, 12)));
        listings.add(new Listing("proxies", Rtm.RTM_GETNEIGH, out -> out.zeros(10).u8(Ntf.NTF_PROXY).zeros(1)));
        listings.add(new Listing("forwarding entries", Rtm.RTM_GETNEIGH, header(AF_BRIDGE, 12)));
        listings.add(new Listing("multicast groups", Rtm.RTM_GETMDB, header(AF_BRIDGE, 8)));
        if (topology.hasVlans()) {
            listings.add(new Listing("VLANs", Rtm.RTM_GETVLAN, header(AF_BRIDGE, 8)));
        }
        listings.add(new Listing("next hops", Rtm.RTM_GETNEXTHOP, header(0, 8)));
        listings.add(new Listing("buckets", Rtm.RTM_GETNEXTHOPBUCKET, header(0, 8)));
        listings.add(new Listing("labels", Rtm.RTM_GETADDRLABEL, header(IpFamily.AF_INET6, 12)));
        listings.add(new Listing("qdiscs", Rtm.RTM_GETQDISC, header(0, 20)));
        listings.add(new Listing(OCCASIONAL + " neighbour tables", Rtm.RTM_GETNEIGHTBL, header(0, 4)));
        listings.add(new Listing(OCCASIONAL + " statistics", Rtm.RTM_GETSTATS, out -> out.zeros(8).u32(0x1f)));
        for (int family : List.of(IpFamily.AF_INET, IpFamily.AF_INET6)) {
            listings.add(new Listing("addresses of family " + family, Rtm.RTM_GETADDR, header(family, 8)));
            listings.add(new Listing("routes of family " + family, Rtm.RTM_GETROUTE, header(family, 12)));
            listings.add(new Listing("rules of family " + family, Rtm.RTM_GETRULE, header(family, 12)));
            listings.add(new Listing("settings of family " + family, Rtm.RTM_GETNETCONF, header(family, 4)));
        }
        for (Draw.Device device : topology.shaped()) {
            listings.addAll(ofDevice(device));
        }
        topology.actionKinds().forEach(kind -> listings.add(new Listing("actions of kind " + kind, Rtm.RTM_GETACTION, actions(kind))));
        return listings;
    }

    private static List<Listing> ofDevice(Draw.Device device) {
        List<Listing> listings = new ArrayList<>();
        listings.add(new Listing(
                "classes of " + device.name(), Rtm.RTM_GETTCLASS, FilterSpec.of(FilterPoint.at(device.index(), TcHandle.UNSPEC))));
        Map<String, FilterPoint> points = Map.of(
                "root", FilterPoint.at(device.index(), TcHandle.qdisc(1)),
                "ingress", FilterPoint.ingress(device.index()),
                "egress", FilterPoint.egress(device.index()));
        points.forEach((name, point) -> {
            String place = device.name() + " " + name;
            listings.add(new Listing("filters of " + place, Rtm.RTM_GETTFILTER, FilterSpec.of(point)));
            listings.add(new Listing("chains of " + place, Rtm.RTM_GETCHAIN, FilterSpec.of(point)));
        });
        return listings;
    }

    private static MessageBody header(int family, int length) {
        return out -> out.u8(family).zeros(length - 1);
    }

    private static MessageBody actions(String kind) {
        Action named = new Action(Attributes.none(TcaAct.ATTRIBUTES).with(TcaAct.TCA_ACT_KIND, kind));
        return new ActionMessage(Attributes.none(TcaRoot.ATTRIBUTES).with(TcaRoot.TCA_ROOT_TAB,
                Action.list(TcaRoot.ATTRIBUTES.find(TcaRoot.TCA_ROOT_TAB).orElseThrow().nest(), List.of(named))));
    }

    // ---- what is said

    private static String words(MessageReader message) {
        byte[] bytes = message.bytes();
        Map<String, Object> values = MessageText.values(
                Rtnetlink.PROTOCOL, new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length)).getFirst();
        return values.get("type") + " " + masked(values.get("header")) + " " + masked(values.get("attributes"))
                + values.getOrDefault("payload", "");
    }

    private static Object masked(Object value) {
        return switch (value) {
            case Map<?, ?> members when members.containsKey("MDBA_MDB_ENTRY") -> groups(members.get("MDBA_MDB_ENTRY"));
            case Map<?, ?> members -> {
                Map<Object, Object> kept = new TreeMap<>();
                members.forEach((name, member) -> {
                    if (name.equals("IFA_CACHEINFO")) {
                        kept.put(name, lifetimes((Map<?, ?>) member));
                    } else if (!MASKED.contains(name) && !name.toString().endsWith("_TM")) {
                        kept.put(name, masked(member));
                    }
                });
                yield kept;
            }
            case List<?> elements -> elements.stream().map(KernelState::masked).toList();
            default -> value;
        };
    }

    /** Without those that a bridge joins by itself some time after it came up. */
    private static Object groups(Object entries) {
        return (entries instanceof List<?> many ? many : List.of(entries)).stream()
                .filter(entry -> !entry.toString().contains("ifindex=" + Base.BR0 + ","))
                .map(KernelState::masked)
                .toList();
    }

    /** Seconds run, forever does not. */
    private static String lifetimes(Map<?, ?> cacheInfo) {
        return Stream.of("ifa_prefered", "ifa_valid")
                .map(name -> cacheInfo.get(name) instanceof Number seconds && seconds.longValue() == 0xffff_ffffL ? "forever" : "limited")
                .collect(Collectors.joining(" "));
    }

    private static void findUnknown(MessageReader message, Set<String> unknown) throws MalformedMessageException {
        MessageSpec spec = Rtnetlink.PROTOCOL.message(message).orElseThrow();
        Attributes attributes = Attributes.decode(spec.attributes(), message.attributes(spec.header().size()));
        findUnknown(spec.name(), attributes, unknown);
    }

    private static void findUnknown(String path, Attributes attributes, Set<String> unknown) {
        attributes.unknown().forEach(number -> unknown.add(path + "/" + number));
        for (int number : new HashSet<>(attributes.numbers())) {
            if (attributes.set().find(number).isPresent() && attributes.spec(number).type().isNest()) {
                String inside = path + "/" + attributes.spec(number).name();
                attributes.nests(number).forEach(nest -> findUnknown(inside, nest, unknown));
            }
        }
    }

    // ---- what differs

    /** What one has and the other has not, a line each. */
    List<String> differences(KernelState other) {
        return objects.keySet().stream()
                .flatMap(name -> Stream.concat(
                        lacking(name, objects.get(name), other.objects.get(name), "only by commands: "),
                        lacking(name, other.objects.get(name), objects.get(name), "only by calls:    ")))
                .toList();
    }

    private static Stream<String> lacking(String name, List<String> here, List<String> there, String text) {
        List<String> rest = new ArrayList<>(here);
        there.forEach(rest::remove);
        return rest.stream().map(object -> name + ", " + text + object);
    }
}
