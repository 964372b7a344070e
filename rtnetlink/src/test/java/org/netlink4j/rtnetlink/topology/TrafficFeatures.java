package org.netlink4j.rtnetlink.topology;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.netlink4j.core.MacAddress;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.rtnetlink.tc.TcRate;
import org.netlink4j.rtnetlink.tc.action.Action;
import org.netlink4j.rtnetlink.tc.action.ActionRequestDifferentialIT;
import org.netlink4j.rtnetlink.tc.filter.FilterInfo;
import org.netlink4j.rtnetlink.tc.filter.FilterPoint;
import org.netlink4j.rtnetlink.tc.filter.FilterRequestDifferentialIT;
import org.netlink4j.rtnetlink.tc.filter.FilterSpec;
import org.netlink4j.rtnetlink.tc.qdisc.HtbClass;
import org.netlink4j.rtnetlink.tc.qdisc.QdiscKind;
import org.netlink4j.rtnetlink.tc.qdisc.QdiscRequestDifferentialIT;
import org.netlink4j.rtnetlink.tc.qdisc.QdiscSpec;
import org.netlink4j.rtnetlink.tc.qdisc.TrafficClassSpec;

/**
 * Queueing disciplines and classes, filters and actions: of all that the tests of requests know as a command and as a spec of ours, at
 * places that are drawn.
 */
final class TrafficFeatures {
    /** What only the root of a device can be. */
    private static final Set<String> ROOTS = Set.of("mq", "mqprio", "noqueue", "pfifo_fast");

    static final List<Feature> QDISCS = Stream.concat(
                    Stream.of(Feature.of("htb class", draw -> htbClass(draw, draw.one(Base.SHAPED), minor(draw)))),
                    QdiscRequestDifferentialIT.kinds().map(TrafficFeatures::qdisc))
            .toList();

    /** Without those that stand on other filters, and those whose text a batch reads in another way. */
    static final List<Feature> FILTERS = FilterRequestDifferentialIT.created()
            .filter(template -> !text(template).matches(".*( handle | ht | link |\").*"))
            .map(template -> Feature.of("filter " + text(template), draw -> filter(draw, text(template), (FilterSpec) template.get()[1])))
            .toList();

    /** With indices that the kernel chooses. */
    static final List<Feature> ACTIONS = ActionRequestDifferentialIT.created()
            .filter(template -> !text(template).contains(" index "))
            .map(template -> Feature.of("action " + text(template), _ -> action(text(template), (Action) template.get()[1])))
            .toList();

    private TrafficFeatures() {}

    private static String text(Arguments template) {
        return (String) template.get()[0];
    }

    private static int minor(Draw draw) {
        return 0x10 + draw.next() % 0xff00;
    }

    private static Step htbClass(Draw draw, Draw.Device device, int minor) {
        int mbit = draw.between(1, 900);
        boolean below = draw.flip();
        long rate = 125_000L * mbit;
        long burst = 16 << 10;
        HtbClass kind = HtbClass.of(TcRate.of(rate, 1600), burst, TcRate.of(2 * rate, 1600), burst);
        Wanted<HtbClass> wanted = new Wanted<>("htb rate " + mbit + "mbit ceil " + 2 * mbit + "mbit burst 16k cburst 16k", kind)
                .maybe(draw, "prio", 0, 7, HtbClass::priority)
                .maybe(draw, "quantum", 1000, 60_000, HtbClass::quantum);
        TcHandle handle = TcHandle.of(1, minor);
        TcHandle parent = below ? Base.INNER : TcHandle.qdisc(1);
        TrafficClassSpec spec = TrafficClassSpec.of(device.index(), handle).parent(parent).kind(wanted.spec());
        return new Step(Tool.TC, "class add dev " + device.name() + " parent " + parent + " classid " + handle + " " + wanted.words(),
                rtnetlink -> rtnetlink.trafficClasses().create(spec));
    }

    private static Feature qdisc(Arguments template) {
        QdiscKind kind = (QdiscKind) template.get()[1];
        return new Feature("qdisc " + text(template),
                draw -> ROOTS.contains(kind.kind()) ? atRoot(draw, text(template), kind) : atLeaf(draw, text(template), kind));
    }

    private static List<Step> atRoot(Draw draw, String text, QdiscKind kind) {
        Draw.Device device = draw.device();
        Draw.Device peer = draw.device();
        MacAddress address = draw.mac();
        MacAddress ofPeer = draw.mac();
        Step link = Base.create(
                "name " + device.name() + " index " + device.index() + " address " + address + " numtxqueues 4 numrxqueues 4 type veth peer name "
                        + peer.name() + " index " + peer.index() + " address " + ofPeer,
                LinkSpec.named(device.name()).index(device.index()).address(address).queues(4, 4)
                        .kind(Veth.withPeer(LinkSpec.named(peer.name()).index(peer.index()).address(ofPeer))));
        QdiscSpec spec = QdiscSpec.root(device.index()).handle(TcHandle.qdisc(5)).kind(kind);
        return List.of(link, new Step(Tool.TC, "qdisc add dev " + device.name() + " root handle 5: " + text,
                rtnetlink -> rtnetlink.qdiscs().create(spec)));
    }

    private static List<Step> atLeaf(Draw draw, String text, QdiscKind kind) {
        Draw.Device device = draw.one(Base.SHAPED);
        int minor = minor(draw);
        TcHandle parent = TcHandle.of(1, minor);
        TcHandle handle = TcHandle.qdisc(minor);
        QdiscSpec spec = QdiscSpec.on(device.index()).parent(parent).handle(handle).kind(kind);
        return List.of(htbClass(draw, device, minor), new Step(Tool.TC,
                "qdisc add dev " + device.name() + " parent " + parent + " handle " + handle + " " + text,
                rtnetlink -> rtnetlink.qdiscs().create(spec)));
    }

    private static Step filter(Draw draw, String text, FilterSpec template) {
        Draw.Device device = draw.one(Base.SHAPED);
        String place = draw.one(List.of("ingress", "egress", "parent 1:"));
        FilterPoint point = switch (place) {
            case "ingress" -> FilterPoint.ingress(device.index());
            case "egress" -> FilterPoint.egress(device.index());
            default -> FilterPoint.at(device.index(), TcHandle.qdisc(1));
        };
        int priority = draw.next();
        FilterSpec spec = FilterSpec.of(point).protocol(FilterInfo.of(template.header().info()).protocol()).priority(priority);
        Wanted<FilterSpec> wanted = new Wanted<>(
                "filter add dev " + device.name() + " " + place + " " + text.replace("pref 7", "pref " + priority),
                new FilterSpec(spec.header(), template.attributes()));
        int chain = draw.between(1, 5);
        Wanted<FilterSpec> whole = draw.flip()
                ? new Wanted<>(wanted.words().replace("pref " + priority, "pref " + priority + " chain " + chain), wanted.spec().chain(chain))
                : wanted;
        return new Step(Tool.TC, whole.words(), rtnetlink -> rtnetlink.filters().create(whole.spec()));
    }

    private static Step action(String text, Action action) {
        return new Step(Tool.TC, "actions add action " + text.replace(" vb", " va"), rtnetlink -> rtnetlink.actions().create(action));
    }
}
