package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.PortParameter;
import org.netlink4j.lldpad.PortProfileSpec;
import org.netlink4j.lldpad.PortProfileType;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkKind;
import org.netlink4j.rtnetlink.link.MacvlanMode;

/** A lower device in a namespace of its own, a switch in memory, a journal, and faults on demand. */
final class VmLab implements AutoCloseable {
    static final MacAddress VM = MacAddress.parse("52:54:00:c7:3e:ce");
    static final String INSTANCE = "09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f";

    final Cable cable = new Cable();
    final Rtnetlink near;
    final Switch vswitch = new Switch();
    final Faults faults = new Faults();
    final Path directory;
    DirectInterfaces interfaces;

    VmLab(Path directory) throws IOException {
        this.directory = directory;
        near = Rtnetlink.open(cable.near());
        cable.connect(near);
        interfaces = open();
    }

    DirectInterfaces open() throws IOException {
        return DirectInterfaces.open(
                cable.near(), vswitch, Optional.of(FileJournal.open(directory.resolve("journal"))), faults);
    }

    /** As after the process was started anew. */
    void reopen() throws IOException {
        interfaces.close();
        interfaces = open();
    }

    static PortProfileSpec profile() {
        return PortProfileSpec.of(PortProfileType.QBG)
                .with(PortParameter.MANAGER_ID, "11")
                .with(PortParameter.TYPE_ID, "1193047")
                .with(PortParameter.TYPE_ID_VERSION, "2")
                .with(PortParameter.INSTANCE_ID, INSTANCE);
    }

    /** Device nodes are root's, so only root's interfaces have queues. */
    static DirectInterfaceSpec spec(MacvlanMode mode) {
        DirectInterfaceSpec spec = DirectInterfaceSpec.on(Cable.LOWER)
                .device(device -> device.mode(mode).address(VM))
                .profile(profile());
        return mayOpenTaps() ? spec : spec.withoutQueues();
    }

    private static boolean mayOpenTaps() {
        try {
            return Files.readString(Path.of("/proc/self/uid_map")).strip().replaceAll("\\s+", " ").equals("0 0 4294967295");
        } catch (IOException _) {
            return false;
        }
    }

    Link lower() throws IOException {
        return near.links().get(Cable.LOWER);
    }

    /** All that an operation may change: of the kernel, the switch, the journal and this process. */
    Map<String, Object> snapshot() throws IOException {
        Map<String, Object> all = new TreeMap<>();
        for (Link link : near.links().list()) {
            all.put(
                    "link " + link.index(),
                    link.name() + " " + link.kind().map(LinkKind::kind) + " " + (link.isUp() ? "up " : "down ")
                            + link.address() + " " + link.group() + " " + link.flags() / 0x100 % 4);
        }
        all.put("switch", Map.copyOf(vswitch.table));
        all.put("journal", journal());
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            all.put("taps", descriptors.filter(VmLab::isTap).count());
        }
        return all;
    }

    private static boolean isTap(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().matches(".*/tap[0-9]+|.*/\\.netlink4j.*|.*eventfd.*");
        } catch (IOException _) {
            return false; // that of the listing itself
        }
    }

    List<String> journal() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("journal"))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("lock")).sorted().toList();
        }
    }

    @Override
    public void close() {
        interfaces.close();
        near.close();
        cable.close();
    }
}
