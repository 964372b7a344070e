package org.netlink4j.macvtap.graph;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.lldpad.evb.EvbStation;
import org.netlink4j.lldpad.runner.PortTable;
import org.netlink4j.lldpad.wire.VsiFilter;
import org.netlink4j.macvtap.Macvtaps;
import org.netlink4j.macvtap.vm.JournalledInterface;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkKind;
import org.netlink4j.rtnetlink.link.Macvtap;
import org.netlink4j.rtnetlink.link.OperState;

/**
 * Lower devices, the macvtaps on them, and what the switch was told of these.
 *
 * @param lowers the lower devices, by index
 */
public record Topology(List<Lower> lowers) {
    /** Copies the list. */
    public Topology {
        lowers = List.copyOf(lowers);
    }

    /**
     * A lower device.
     *
     * @param name its name, or its index in another namespace
     * @param facts what is known of it, a line each
     * @param up whether it is up
     * @param devices the macvtaps on it, by index
     */
    public record Lower(String name, List<String> facts, boolean up, List<Device> devices) {
        /** Copies the lists. */
        public Lower {
            facts = List.copyOf(facts);
            devices = List.copyOf(devices);
        }
    }

    /**
     * A macvtap.
     *
     * @param name its name
     * @param facts what is known of it, a line each
     * @param up whether it is up
     * @param vsi what the switch was told, a line each; none if nothing is known
     */
    public record Device(String name, List<String> facts, boolean up, List<String> vsi) {
        /** Copies the lists. */
        public Device {
            facts = List.copyOf(facts);
            vsi = List.copyOf(vsi);
        }
    }

    /**
     * Looks at a namespace.
     *
     * @param macvtaps its macvtaps
     * @return what is there; VSIs are not known
     * @throws NetlinkException if there is no answer
     */
    public static Topology of(Macvtaps macvtaps) throws NetlinkException {
        return of(macvtaps.rtnetlink().links().list(), List.of());
    }

    /**
     * Looks at a namespace and into a journal, which another process may have.
     *
     * @param macvtaps its macvtaps
     * @param journal the journal's directory
     * @return what is there
     * @throws IOException if there is no answer, or the journal cannot be read
     */
    public static Topology of(Macvtaps macvtaps, Path journal) throws IOException {
        return of(macvtaps.rtnetlink().links().list(), JournalledInterface.read(journal));
    }

    /**
     * Adds what the switch at the other end of a lower device has, if that is a bridge of this library: how many VSIs, and to a macvtap
     * those that have its MAC address.
     *
     * @param lower name of the lower device
     * @param bridge what the bridge tells
     * @return the topology with it
     */
    public Topology with(String lower, PortTable bridge) {
        return new Topology(lowers.stream()
                .map(one -> one.name().equals(lower) ? with(one, bridge) : one)
                .toList());
    }

    private static Lower with(Lower lower, PortTable bridge) {
        List<String> facts = new ArrayList<>(lower.facts());
        String generation = bridge.generation().name().toLowerCase(Locale.ROOT);
        facts.add("switch: " + generation + ", VSIs " + bridge.vsis().size());
        List<Device> devices = lower.devices().stream()
                .map(device -> {
                    List<String> vsi = new ArrayList<>(device.vsi());
                    bridge.vsis().forEach(one -> vsi.addAll(atSwitch(device, one)));
                    return new Device(device.name(), device.facts(), device.up(), vsi);
                })
                .toList();
        return new Lower(lower.name(), facts, lower.up(), devices);
    }

    private static List<String> atSwitch(Device device, EvbStation.Vsi vsi) {
        return vsi.filters().stream()
                .filter(filter -> address(filter).map(MacAddress::toString).filter(device.facts()::contains).isPresent())
                .flatMap(filter -> Stream.of(
                        "switch: " + vsi.inForce().words() + ", VLAN " + filter.vlan(),
                        vsi.key().uuid().toString()))
                .toList();
    }

    private static Optional<MacAddress> address(VsiFilter filter) {
        return switch (filter) {
            case VsiFilter.MacVlan one -> Optional.of(one.address());
            case VsiFilter.GroupMacVlan one -> Optional.of(one.address());
            case VsiFilter.Vlan _, VsiFilter.GroupVlan _ -> Optional.empty();
        };
    }

    static Topology of(List<Link> links, List<JournalledInterface> journal) {
        Map<Integer, Link> byIndex = new HashMap<>();
        links.forEach(link -> byIndex.put(link.index(), link));
        Map<Integer, List<Device>> devices = new TreeMap<>();
        for (Link link : links) {
            Optional<Macvtap> kind = link.kind(Macvtap.class);
            if (kind.isPresent()) {
                int lower = link.lowerNamespaceId().isPresent() ? -link.lower().orElse(0) : link.lower().orElse(0);
                devices.computeIfAbsent(lower, _ -> new ArrayList<>()).add(device(link, kind.get(), journal));
            }
        }
        List<Lower> lowers = new ArrayList<>();
        devices.forEach((index, on) -> lowers.add(Optional.ofNullable(byIndex.get(index))
                .map(link -> new Lower(link.name(), facts(link), link.isUp(), on))
                .orElseGet(() -> new Lower("index " + Math.abs(index), List.of("in another namespace"), false, on))));
        return new Topology(lowers);
    }

    private static List<String> facts(Link link) {
        List<String> facts = new ArrayList<>();
        facts.add("index " + link.index() + link.kind().map(LinkKind::kind).map(kind -> ", " + kind).orElse(""));
        link.address().map(MacAddress::toString).ifPresent(facts::add);
        facts.add(state(link));
        return facts;
    }

    private static String state(Link link) {
        return (link.isUp() ? "up" : "down") + link.operState().map(OperState::toString).map(state -> ", " + state).orElse("");
    }

    private static Device device(Link link, Macvtap kind, List<JournalledInterface> journal) {
        List<String> facts = new ArrayList<>();
        facts.add("index " + link.index() + kind.mode().map(mode -> ", " + mode).orElse(""));
        link.address().map(MacAddress::toString).ifPresent(facts::add);
        OptionalInt queues = link.txQueues();
        facts.add(state(link) + (queues.isPresent() ? ", tx queues " + Integer.toUnsignedString(queues.getAsInt()) : ""));
        List<String> vsi = journal.stream()
                .filter(known -> known.name().equals(link.name()) && known.index() == link.index())
                .findFirst()
                .map(JournalledInterface::vsi)
                .orElse(List.of());
        return new Device(link.name(), facts, link.isUp(), vsi);
    }
}
