package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEXTHOP;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEXTHOPBUCKET;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_NEXTHOP;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.rtnetlink.IpFamily;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.nexthop.BucketFilter;
import org.netlink4j.rtnetlink.nexthop.NextHopBucket;
import org.netlink4j.rtnetlink.nexthop.NextHopFilter;
import org.netlink4j.rtnetlink.nexthop.NextHopMember;
import org.netlink4j.rtnetlink.nexthop.NextHopObject;
import org.netlink4j.rtnetlink.nexthop.Nha;
import org.netlink4j.rtnetlink.nexthop.ResilientGroup;

/** Next-hop objects as {@code ip -json -details nexthop show} prints them. */
final class NextHopJson {
    private static final String FOUR = "-4";
    private static final String SIX = "-6";
    private static final String DEVICE = "--dev";
    private static final String MASTER = "--master";
    private static final String PROTOCOL = "--proto";
    private static final String GROUPS = "--groups";
    private static final String FORWARDING = "--fdb";
    private static final String GROUP = "--id";
    private static final String MEMBER = "--nhid";

    static final ObjectList COMMAND = new ObjectList(
            """
            nexthop list [-4] [-6] [--dev NAME] [--master NAME] [--proto NAME] [--groups] [--fdb] [--json]

              the next-hop objects of this network namespace, one line each

              -4, -6           those of one version, without groups
              --dev NAME       those of a device
              --master NAME    those of the ports of a device
              --proto NAME     those that somebody made
              --groups         groups
              --fdb            those for forwarding entries
              --json           the keys and values of "ip -json -details nexthop show"; the members of an encapsulation whose key
                               the object has itself begin with "encap_"
            """,
            Set.of(FOUR, SIX, GROUPS, FORWARDING),
            Set.of(DEVICE, MASTER, PROTOCOL),
            List.of("id", "group", "gateway", "dev", "encap", "scope", "protocol", "flags"),
            NextHopJson::list);

    static final EventKind EVENTS = EventKind.of("nexthop", RTM_NEWNEXTHOP, Set.of(RTNLGRP_NEXTHOP), COMMAND.columns(), links -> {
        NextHopJson view = new NextHopJson(new WayJson(links));
        return message -> view.of(NextHopObject.decode(message));
    });

    static final ObjectList BUCKETS = new ObjectList(
            """
            nexthop bucket list [--id ID] [--nhid ID] [--dev NAME] [--master NAME] [--json]

              the buckets of resilient groups, one line each

              --id ID          those of a group
              --nhid ID        those that lead to a member
              --dev NAME       those that lead to a device
              --master NAME    those that lead to the ports of a device
              --json           the keys and values of "ip -json -details nexthop bucket show"
            """,
            Set.of(),
            Set.of(GROUP, MEMBER, DEVICE, MASTER),
            List.of("id", "bucket", "flags"),
            NextHopJson::buckets);

    static final EventKind BUCKET_EVENTS = EventKind.of(
            "bucket", RTM_NEWNEXTHOPBUCKET, Set.of(RTNLGRP_NEXTHOP), BUCKETS.columns(),
            _ -> message -> of(NextHopBucket.decode(message)));

    private final WayJson ways;
    private final Names scopes = Names.scopes();
    private final Names protocols = Names.protocols();

    NextHopJson(WayJson ways) {
        this.ways = ways;
    }

    private static List<Map<String, Object>> list(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        arguments.noOperands();
        OptionalInt protocol = arguments.value(PROTOCOL).stream()
                .mapToInt(text -> (int) Names.protocols().number(text, "protocol")).findFirst();
        NextHopFilter filter = new NextHopFilter(
                family(arguments), OptionValues.link(arguments, DEVICE, rtnetlink), OptionValues.link(arguments, MASTER, rtnetlink),
                protocol, arguments.has(GROUPS), arguments.has(FORWARDING), false);
        NextHopJson view = new NextHopJson(new WayJson(new OtherLinks(rtnetlink.links(), List.of())));
        List<NextHopObject> objects = rtnetlink.nextHops().list(filter);
        return view.all(objects);
    }

    private static List<Map<String, Object>> buckets(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        arguments.noOperands();
        BucketFilter filter = new BucketFilter(
                OptionValues.u32(arguments, GROUP), OptionValues.u32(arguments, MEMBER),
                OptionValues.link(arguments, DEVICE, rtnetlink), OptionValues.link(arguments, MASTER, rtnetlink));
        return rtnetlink.nextHops().buckets(filter).stream().map(NextHopJson::of).toList();
    }

    /** The version that is asked for. */
    static int family(Arguments arguments) {
        if (arguments.has(FOUR) && arguments.has(SIX)) {
            throw new IllegalArgumentException("either -4 or -6");
        }
        return arguments.has(SIX) ? IpFamily.AF_INET6 : arguments.has(FOUR) ? IpFamily.AF_INET : IpFamily.AF_UNSPEC;
    }

    private List<Map<String, Object>> all(List<NextHopObject> objects) throws MalformedMessageException {
        Map<Long, Map<String, Object>> all = new LinkedHashMap<>();
        for (NextHopObject object : objects) {
            all.put(object.id(), of(object));
        }
        return List.copyOf(all.values());
    }

    /** The members of the JSON object of a next-hop object. */
    Map<String, Object> of(NextHopObject object) throws MalformedMessageException {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", object.id());
        if (object.isGroup()) {
            members.put("group", object.members().stream().map(NextHopJson::member).toList());
        }
        if (object.groupType() != Nha.NEXTHOP_GRP_TYPE_MPATH) {
            members.put("type", object.groupType() == Nha.NEXTHOP_GRP_TYPE_RES ? "resilient" : "<unknown type>");
        }
        object.resilient().ifPresent(setup -> members.put("resilient_args", resilient(setup, object.unbalancedTime().orElse(0))));
        object.encap().ifPresent(encap -> ways.encap(members, encap));
        object.gateway().ifPresent(gateway -> members.put("gateway", gateway.toString()));
        object.device().ifPresent(device -> members.put("dev", ways.device(device)));
        members.put("scope", scopes.name(object.header().scope()));
        if (object.isBlackhole()) {
            members.put("blackhole", Optional.empty());
        }
        members.put("protocol", protocols.name(object.header().protocol()));
        members.put("flags", WayJson.flags(object.flags()));
        if (object.isForwarding()) {
            members.put("fdb", Optional.empty());
        }
        return members;
    }

    /** As {@code ip -json nexthop bucket show} prints it. */
    private static Map<String, Object> of(NextHopBucket bucket) {
        Map<String, Object> inside = new LinkedHashMap<>();
        inside.put("index", bucket.index());
        inside.put("idle_time", seconds(bucket.idleTime()));
        inside.put("nhid", bucket.member());
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", bucket.group());
        members.put("bucket", inside);
        members.put("flags", WayJson.flags(bucket.header().flags()));
        return members;
    }

    private static Map<String, Object> member(NextHopMember member) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", member.id());
        if (member.weight() != 1) {
            shown.put("weight", member.weight());
        }
        return shown;
    }

    private static Map<String, Object> resilient(ResilientGroup setup, long unbalanced) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("buckets", setup.buckets());
        shown.put("idle_timer", seconds(setup.idleTimer()));
        shown.put("unbalanced_timer", seconds(setup.unbalancedTimer()));
        shown.put("unbalanced_time", seconds(unbalanced));
        return shown;
    }

    static BigDecimal seconds(long hundredths) {
        BigDecimal seconds = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
        return seconds.scale() < 0 ? seconds.setScale(0) : seconds;
    }
}
