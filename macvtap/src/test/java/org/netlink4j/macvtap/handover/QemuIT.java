package org.netlink4j.macvtap.handover;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.macvtap.TapQueue;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.macvtap.vm.DirectInterface;
import org.netlink4j.macvtap.vm.DirectInterfaceSpec;
import org.netlink4j.macvtap.vm.DirectInterfaces;
import org.netlink4j.macvtap.vm.QemuArguments;
import org.netlink4j.rtnetlink.IpPrefix;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.address.AddressSpec;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.RootTest;

/**
 * The real QEMU boots a guest with a queue of ours, and the guest talks through the macvtap to a peer in another namespace: the
 * peer's kernel answers the guest's pings, so frames have gone both ways.
 */
@RootTest
@NeedsCommand({"qemu-system-x86_64", "xz"})
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class QemuIT {
    private static final MacAddress VM = MacAddress.parse("52:54:00:c7:3e:ce");
    private static final Duration BOOT = Duration.ofMinutes(3);
    private static final String PEER = "10.9.0.1";

    private static final String SCRIPT =
            """
            mount -t proc proc /proc
            mount -t sysfs sys /sys
            echo "GUEST MAC $(cat /sys/class/net/eth0/address) MTU $(cat /sys/class/net/eth0/mtu)"
            ip link set eth0 up
            ip address add 10.9.0.2/24 dev eth0
            n=0
            while [ $n -lt 20 ]; do
              if ping -c 1 -W 1 10.9.0.1 >/dev/null 2>&1; then echo "GUEST GOT AN ANSWER"; break; fi
              n=$((n + 1))
            done
            echo "GUEST $(grep eth0 /proc/net/dev | tr -s ' ')"
            echo "GUEST ENDS"
            poweroff -f
            """;

    @TempDir
    private Path directory;

    private interface Start {
        TapChild run(DirectInterface made, List<String> qemu) throws IOException;
    }

    private List<String> qemu(Guest guest) throws IOException {
        Path initramfs = directory.resolve("initramfs");
        guest.writeInitramfs(initramfs, SCRIPT);
        return new ArrayList<>(List.of(
                "qemu-system-x86_64", "-accel", "tcg", "-m", "256", "-nodefaults", "-no-user-config", "-display", "none",
                "-no-reboot", "-kernel", guest.kernel().toString(), "-initrd", initramfs.toString(),
                "-append", "console=ttyS0 quiet panic=-1 rdinit=/init",
                "-serial", "file:" + directory.resolve("serial"),
                "-qmp", "unix:" + directory.resolve("qmp") + ",server=on,wait=off"));
    }

    private String guestTalks(Start start) throws Exception {
        Guest guest = Guest.find();
        try (Cable cable = new Cable();
                Rtnetlink near = Rtnetlink.open(cable.near());
                Rtnetlink far = Rtnetlink.open(cable.far());
                DirectInterfaces interfaces = DirectInterfaces.open(cable.near(), DirectInterfaces.nobody())) {
            cable.connect(near);
            far.addresses().create(AddressSpec.of(far.links().get(Cable.FAR).index(), IpPrefix.parse(PEER + "/24")));
            DirectInterfaceSpec spec = DirectInterfaceSpec.on(Cable.LOWER).device(device -> device.address(VM).mtu(1400));
            DirectInterface made = interfaces.create(spec, VmOperation.CREATE);
            try (TapChild child = start.run(made, qemu(guest))) {
                made.queues().forEach(TapQueue::close); // QEMU has them
                made.start();
                assertTrue(child.waitFor(BOOT).isPresent(), this::serial);
            }
            made.delete();
            return serial();
        }
    }

    private String serial() {
        try {
            return Files.readString(directory.resolve("serial"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static void assertTalked(String serial) {
        assertTrue(serial.contains("GUEST MAC 52:54:00:c7:3e:ce"), serial);
        assertTrue(serial.contains("GUEST GOT AN ANSWER"), serial);
        assertTrue(serial.contains("GUEST ENDS"), serial);
    }

    @Test
    void guestThatInheritsTheQueueTalksToItsPeer() throws Exception {
        DirectInterfaceSpec spec = DirectInterfaceSpec.on(Cable.LOWER).device(device -> device.address(VM).mtu(1400));
        String serial = guestTalks((made, qemu) -> {
            qemu.addAll(new QemuArguments(0, spec, List.of(TapChild.FIRST_DESCRIPTOR)).words());
            return TapChild.start(qemu, Map.of(), made.queues());
        });
        assertTalked(serial);
        assertTrue(serial.contains("MTU 1400"), serial);
    }

    @Test
    void guestThatIsGivenTheQueueByTheMonitorTalksToItsPeer() throws Exception {
        assertTalked(guestTalks((made, qemu) -> {
            qemu.add("-S"); // it begins when it has its card
            TapChild child = TapChild.start(qemu, Map.of(), List.of());
            try (QemuMonitor monitor = connect(child)) {
                monitor.getfd("tap0", made.queues().getFirst());
                monitor.execute("netdev_add", Map.of("type", "tap", "id", "hostnet0", "fd", "tap0"));
                monitor.execute(
                        "device_add",
                        Map.of("driver", "virtio-net-pci", "id", "net0", "netdev", "hostnet0", "mac", VM.toString()));
                assertTrue(monitor.execute("query-status", Map.of()).contains("prelaunch"));
                monitor.execute("cont", Map.of());
                return child;
            } catch (Throwable t) {
                child.close();
                throw t;
            }
        }));
    }

    private QemuMonitor connect(TapChild child) throws IOException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            try {
                return QemuMonitor.connect(directory.resolve("qmp"), Duration.ofSeconds(30));
            } catch (IOException e) {
                assertTrue(child.isAlive(), "QEMU ended");
                if (System.nanoTime() > deadline) {
                    throw e;
                }
                child.waitFor(Duration.ofMillis(50));
            }
        }
    }
}
