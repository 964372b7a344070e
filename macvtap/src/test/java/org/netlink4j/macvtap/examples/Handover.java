package org.netlink4j.macvtap.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.netlink4j.macvtap.TapQueue;
import org.netlink4j.macvtap.handover.QemuMonitor;

/** Gives a queue to a QEMU that runs. */
final class Handover {
    private Handover() {}

    static void toQemu(Path monitorSocket, TapQueue queue) throws IOException {
        // @start region="example"
        try (QemuMonitor monitor = QemuMonitor.connect(monitorSocket, Duration.ofSeconds(10))) {
            monitor.getfd("tap0", queue);
            monitor.execute("netdev_add", Map.of("type", "tap", "id", "hostnet0", "fd", "tap0"));
            monitor.execute("device_add", Map.of("driver", "virtio-net-pci", "id", "net0", "netdev", "hostnet0"));
        }
        // @end
    }
}
