package org.netlink4j.core.generic.ethtool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.client.Event;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.generic.GenericNetlink;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** A pair of veth devices, compared with what the program ethtool says of them. */
@KernelTest
@NeedsCommand({"ethtool", "ip"})
@Timeout(60)
class EthtoolIT {
    private static final Device VETH0 = Device.named("veth0");
    private static final Duration SOON = Duration.ofSeconds(5);

    private NetworkNamespace namespace;
    private Commands commands;
    private GenericNetlink generic;
    private Ethtool ethtool;

    @BeforeEach
    void open() throws Exception {
        namespace = NetworkNamespace.createAnonymous();
        commands = Commands.inside(namespace.path().toString());
        commands.run("ip", "link", "add", "veth0", "numrxqueues", "4", "numtxqueues", "3", "type", "veth", "peer", "name", "veth1");
        commands.run("ip", "link", "set", "veth0", "up");
        generic = GenericNetlink.open(namespace);
        ethtool = Ethtool.over(generic);
    }

    @AfterEach
    void close() {
        generic.close();
        namespace.close();
    }

    /** The lines "name: value" of the program's output, the last of equal names. */
    private Map<String, String> program(String... arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        commands.run(arguments).lines().filter(line -> line.contains(":")).forEach(line -> values.put(
                line.substring(0, line.indexOf(':')).strip(), line.substring(line.indexOf(':') + 1).strip()));
        return values;
    }

    @Test
    void tellsPortSpeedAndLinkAsTheProgramDoes() throws Exception {
        for (int up = 0; up < 2; up++) {
            Map<String, String> theirs = program("ethtool", "veth0");
            LinkInfo info = ethtool.linkInfo(VETH0);
            LinkModes modes = ethtool.linkModes(VETH0);
            LinkState state = ethtool.linkState(VETH0);
            assertEquals(theirs.get("Port"), info.portName().orElseThrow());
            assertEquals(theirs.get("PHYAD"), String.valueOf(info.phyAddress().orElseThrow()));
            assertEquals(theirs.get("Transceiver"), info.transceiverName().orElseThrow());
            assertEquals(theirs.get("Speed"), modes.speed().orElseThrow() + "Mb/s");
            assertEquals(theirs.get("Duplex"), modes.duplexName().orElseThrow());
            assertEquals(theirs.get("Auto-negotiation"), modes.negotiates() ? "on" : "off");
            assertEquals(theirs.get("Link detected"), state.isUp() ? "yes" : "no");
            assertEquals(up == 1, state.isUp());
            assertEquals(theirs.get("Link detected"), state.attributes().values().get("link"));
            commands.run("ip", "link", "set", "veth1", "up");
        }
    }

    @Test
    void everyAnswerNamesTheDevice() throws Exception {
        int index = ethtool.linkState(VETH0).device().index().orElseThrow();
        for (Report report : List.of(
                ethtool.linkInfo(VETH0), ethtool.linkModes(VETH0), ethtool.linkState(VETH0), ethtool.features(VETH0),
                ethtool.channels(VETH0), ethtool.statistics(VETH0, EthtoolStats.ETHTOOL_STATS_RMON),
                ethtool.stringSets(VETH0, EthSs.ETH_SS_STATS), ethtool.linkInfo(Device.index(index)))) {
            assertEquals(Optional.of("veth0"), report.device().name(), report::toString);
            assertEquals(OptionalInt.of(index), report.device().index(), report::toString);
            assertEquals(List.of(), report.attributes().unknown(), report::toString);
        }
    }

    private static String number(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "n/a";
    }

    @Test
    void tellsChannelsAsTheProgramDoes() throws Exception {
        String all = commands.run("ethtool", "-l", "veth0");
        Channels channels = ethtool.channels(VETH0);
        String ours = String.join("\n",
                "Channel parameters for veth0:",
                "Pre-set maximums:",
                "RX:\t\t" + number(channels.mostReceive()),
                "TX:\t\t" + number(channels.mostTransmit()),
                "Other:\t\t" + number(channels.mostOther()),
                "Combined:\t" + number(channels.mostCombined()),
                "Current hardware settings:",
                "RX:\t\t" + number(channels.receive()),
                "TX:\t\t" + number(channels.transmit()),
                "Other:\t\t" + number(channels.other()),
                "Combined:\t" + number(channels.combined()));
        assertEquals(all.strip(), ours);
        assertEquals(OptionalInt.of(4), channels.mostReceive());
        assertEquals(OptionalInt.of(3), channels.mostTransmit());
    }

    private static Set<String> named(Map<Integer, String> names, BitSet bits) {
        return bits.stream().mapToObj(names::get).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The program's view of each feature: "on", "off", "[fixed]" and "[requested ...]". */
    private static Map<String, String> inWords(Features features, Map<Integer, String> names) {
        BitSet changeable = features.changeable().orElseThrow().value();
        BitSet fixed = features.fixed().orElseThrow().value();
        BitSet wanted = features.wanted().orElseThrow().value();
        BitSet active = features.active().orElseThrow().value();
        Map<String, String> words = new TreeMap<>();
        names.forEach((bit, name) -> {
            String word = active.get(bit) ? "on" : "off";
            if (!changeable.get(bit) || fixed.get(bit)) {
                word += " [fixed]";
            } else if (wanted.get(bit) != active.get(bit)) {
                word += wanted.get(bit) ? " [requested on]" : " [requested off]";
            }
            words.put(name, word);
        });
        return words;
    }

    @Test
    void tellsFeaturesAsTheProgramDoesInBothForms() throws Exception {
        Map<Integer, String> names =
                ethtool.stringSets(Device.NONE, EthSs.ETH_SS_FEATURES).set(EthSs.ETH_SS_FEATURES).orElseThrow().names();
        Map<String, String> theirs = new TreeMap<>(program("ethtool", "-k", "veth0"));
        theirs.keySet().retainAll(names.values()); // it sums some up under names of its own, and leaves unnamed ones out
        assertTrue(theirs.size() > 30, theirs::toString);
        Features verbose = ethtool.features(VETH0);
        Features compact = ethtool.compact().features(VETH0);
        for (Features features : List.of(verbose, compact)) {
            Map<String, String> ours = inWords(features, names);
            ours.keySet().retainAll(theirs.keySet());
            assertEquals(theirs, ours);
        }
        assertEquals(Map.of(), compact.active().orElseThrow().names());
        Bitset active = verbose.active().orElseThrow();
        assertEquals(named(names, active.value()), new TreeSet<>(active.names().values()));
        assertEquals(compact.changeable().orElseThrow().mask(), verbose.changeable().orElseThrow().mask());
        assertEquals(names.size(), verbose.changeable().orElseThrow().size().orElseThrow());
    }

    @Test
    void namesTheStatisticsOfTheDriver() throws Exception {
        StringSet set = ethtool.stringSets(VETH0, EthSs.ETH_SS_STATS, EthSs.ETH_SS_TEST).set(EthSs.ETH_SS_STATS).orElseThrow();
        Set<String> theirs = new TreeSet<>(program("ethtool", "-S", "veth0").keySet());
        theirs.remove("NIC statistics");
        assertEquals(theirs, new TreeSet<>(set.names().values()));
        assertEquals(set.count(), set.names().size());
    }

    @Test
    void severalSetsComeAtOnce() throws Exception {
        StringSets sets = ethtool.stringSets(Device.NONE, EthSs.ETH_SS_LINK_MODES, EthSs.ETH_SS_STATS_RMON);
        assertEquals(Set.of(EthSs.ETH_SS_LINK_MODES, EthSs.ETH_SS_STATS_RMON),
                sets.sets().stream().map(StringSet::id).collect(Collectors.toSet()));
        assertEquals("10baseT/Half", sets.set(EthSs.ETH_SS_LINK_MODES).orElseThrow().names().get(0));
        assertEquals(Optional.empty(), sets.set(EthSs.ETH_SS_FEATURES));
        assertEquals(Device.NONE, sets.device());
    }

    @Test
    void groupsOfStatisticsAreAnsweredEvenIfTheDriverCountsNothing() throws Exception {
        Statistics statistics =
                ethtool.statistics(VETH0, EthtoolStats.ETHTOOL_STATS_ETH_MAC, EthtoolStats.ETHTOOL_STATS_RMON);
        assertEquals(List.of(EthtoolStats.ETHTOOL_STATS_ETH_MAC, EthtoolStats.ETHTOOL_STATS_RMON),
                statistics.groups().stream().map(StatisticsGroup::id).toList());
        StatisticsGroup rmon = statistics.group(EthtoolStats.ETHTOOL_STATS_RMON).orElseThrow();
        assertEquals(EthSs.ETH_SS_STATS_RMON, rmon.nameSet());
        assertEquals(Map.of(), rmon.counters());
    }

    @Test
    void listsAllDevices() throws Exception {
        Set<String> both = Set.of("veth0", "veth1");
        assertEquals(both, names(ethtool.linkInfo()));
        assertEquals(both, names(ethtool.linkModes()));
        assertEquals(both, names(ethtool.channels()));
        assertEquals(Set.of(), names(ethtool.rings()));
        assertEquals(Set.of("lo", "veth0", "veth1"), names(ethtool.linkState()));
        assertEquals(Set.of("lo", "veth0", "veth1"), names(ethtool.features()));
    }

    private static Set<String> names(List<? extends Report> reports) {
        return reports.stream().map(report -> report.device().name().orElseThrow()).collect(Collectors.toSet());
    }

    @Test
    void refusalsCarryTheKernelsWordsAndThePath() {
        KernelException absent = assertThrows(KernelException.class, () -> ethtool.linkModes(Device.named("nosuch0")));
        assertEquals(Errno.ENODEV, absent.errno());
        assertEquals("ETHTOOL_MSG_LINKMODES_GET", absent.request());
        assertEquals(Optional.of("no device matches name"), absent.kernelMessage());
        assertEquals(Optional.of("ETHTOOL_A_LINKMODES_HEADER/ETHTOOL_A_HEADER_DEV_NAME"), absent.attributePath());
        KernelException flags = assertThrows(KernelException.class, () -> ethtool.linkInfo(
                new Device(VETH0.attributes().with(EthtoolHeader.ETHTOOL_A_HEADER_FLAGS, 0x8000_0000L))));
        assertEquals(Optional.of("ETHTOOL_A_LINKINFO_HEADER/ETHTOOL_A_HEADER_FLAGS"), flags.attributePath());
        KernelException rings = assertThrows(KernelException.class, () -> ethtool.rings(VETH0));
        assertEquals(Errno.EOPNOTSUPP, rings.errno());
        KernelException header = assertThrows(KernelException.class, () -> ethtool.family().get(
                EthtoolMsg.ETHTOOL_MSG_CHANNELS_GET, Attributes.none(EthtoolChannels.ATTRIBUTES)));
        assertTrue(header.getMessage().startsWith("ETHTOOL_MSG_CHANNELS_GET refused: EINVAL"), header.getMessage());
    }

    private Report next(EventStream stream) throws Exception {
        Event<Report> event = stream.next(SOON, ethtool::decode).orElseThrow(() -> new AssertionError("no event"));
        return assertInstanceOf(Event.Notification.class, event).object() instanceof Report report ? report : null;
    }

    @Test
    void changesAreAnnounced() throws Exception {
        try (EventStream stream = ethtool.monitor(SocketOptions.DEFAULT, namespace)) {
            commands.run("ethtool", "-L", "veth0", "rx", "4", "tx", "2");
            Channels channels = assertInstanceOf(Channels.class, next(stream));
            assertEquals(OptionalInt.of(4), channels.receive());
            assertEquals(OptionalInt.of(2), channels.transmit());
            assertEquals(ethtool.channels(VETH0), channels);
            commands.run("ethtool", "-K", "veth0", "tx-checksum-ip-generic", "off");
            Report features = next(stream);
            while (!(features instanceof Features)) { // other features may depend on it
                features = next(stream);
            }
            assertEquals(Optional.of("veth0"), features.device().name());
        }
    }
}
