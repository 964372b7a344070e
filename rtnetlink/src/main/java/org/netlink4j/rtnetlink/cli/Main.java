package org.netlink4j.rtnetlink.cli;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.netlink4j.core.cli.Command;
import org.netlink4j.core.cli.Program;

/** The {@code rtnl} command: it looks, and changes nothing. */
public final class Main {
    /** A command: its words, and what it shows in one line. */
    private record Entry(String words, String shows, Supplier<Command> command) {}

    private static final List<Entry> COMMANDS = List.of(
            new Entry("link list", "the links of this network namespace", LinkList::new),
            new Entry("addr list", "their addresses", () -> AddressJson.COMMAND),
            new Entry("neigh list", "their neighbours", () -> NeighbourJson.COMMAND),
            new Entry("rule list", "the routing rules", () -> RuleJson.COMMAND),
            new Entry("route list", "the routes", () -> RouteJson.COMMAND),
            new Entry("mroute list", "the multicast routes", () -> MulticastRouteJson.COMMAND),
            new Entry("nexthop list", "the next-hop objects", () -> NextHopJson.COMMAND),
            new Entry("nexthop bucket list", "the buckets of resilient groups of next hops", () -> NextHopJson.BUCKETS),
            new Entry("fdb list", "the forwarding entries of bridges and other devices", () -> FdbJson.COMMAND),
            new Entry("mdb list", "the multicast groups of bridges, and the ports to multicast routers", () -> MdbJson.COMMAND),
            new Entry("vlan list", "the VLANs of bridges and their ports", () -> VlanJson.COMMAND),
            new Entry("ntable list", "the neighbour tables and their settings", () -> NeighbourTableJson.COMMAND),
            new Entry("netconf list", "the settings of IPv4, IPv6 and MPLS for each device", () -> NetconfJson.COMMAND),
            new Entry("netns list", "the ids of other network namespaces", () -> NamespaceIdJson.COMMAND),
            new Entry("stats list", "the statistics of the links", () -> StatisticsJson.COMMAND),
            new Entry("addrlabel list", "the labels of IPv6 prefixes", () -> AddressLabelJson.COMMAND),
            new Entry("qdisc list", "the queueing disciplines", () -> QdiscJson.COMMAND),
            new Entry("class list", "the classes of the queueing disciplines of a device", () -> QdiscJson.CLASSES),
            new Entry("filter list", "the filters of traffic control at one point", () -> FilterJson.COMMAND),
            new Entry("action list", "the actions of traffic control of one kind", () -> ActionJson.COMMAND),
            new Entry("chain list", "the chains of filters at one point", () -> FilterJson.CHAINS),
            new Entry("dcb list", "data centre bridging of the devices", () -> DcbJson.COMMAND),
            new Entry("monitor", "what changes, as it happens", Monitor::new),
            new Entry("decode", "the messages of a capture, or of a datagram in hexadecimal", Decode::new));

    private static String help() {
        return """
                usage: rtnl COMMAND [ARGUMENT...]

                %s
                  --json               the result, or the error, as JSON
                  --help               this text, or that of a command
                  --timeout SECONDS    how long a list may take to come from the kernel, 5 unless said otherwise

                exit status: 0 done, 1 refused, 2 wrong usage
                """
                .formatted(COMMANDS.stream()
                        .map(entry -> "  %-19s  %s%n".formatted(entry.words, entry.shows))
                        .collect(Collectors.joining()));
    }

    static final Program PROGRAM =
            new Program("rtnl", Main::help, COMMANDS.stream().collect(Collectors.toMap(Entry::words, Entry::command)));

    private Main() {}

    /**
     * Runs the command and exits.
     *
     * @param arguments the command line
     */
    public static void main(String[] arguments) {
        PROGRAM.main(arguments);
    }
}
