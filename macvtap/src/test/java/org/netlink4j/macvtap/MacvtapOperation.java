package org.netlink4j.macvtap;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.testkit.Attempt;

/** What can be done with macvtaps, and the capability that it takes, tried by {@link LeastPrivilegeIT}. */
enum MacvtapOperation {
    LIST("list macvtaps", "", _ -> {
        try (Macvtaps macvtaps = Macvtaps.open()) {
            macvtaps.list();
        }
    }),
    PROBE("ask what kernel and process can do", "", _ -> MacvtapSupport.probe()),
    CREATE("create and delete a macvtap", "CAP_NET_ADMIN", _ -> {
        try (Macvtaps macvtaps = Macvtaps.open()) {
            macvtaps.create(MacvtapSpec.on(Cable.LOWER).name("tried")).delete();
        }
    }),
    OPEN_WITH_OWN_NODE("open a queue where the node is missing or a stranger's", "CAP_MKNOD", device -> {
        try (NetworkNamespace here = NetworkNamespace.current()) {
            TapNode node = new TapNode(here, device.name(), device.index(), device.directory());
            List<TapQueue> queues = TapQueue.open(node, TapOptions.DEFAULT.nodeTimeout(Duration.ZERO));
            queues.forEach(TapQueue::close);
        }
    });

    /** A macvtap of this namespace, and a directory of device nodes that lacks its own. */
    record Device(String name, int index, Path directory) {}

    /** Does it. */
    interface Task {
        void run(Device device) throws IOException;
    }

    final String words;
    final String capability;
    private final Task task;

    MacvtapOperation(String words, String capability, Task task) {
        this.words = words;
        this.capability = capability;
        this.task = task;
    }

    /** What this process may do, a line each, in the order of the constants. */
    public static void main(String[] arguments) throws IOException {
        Device device = new Device(arguments[0], Integer.parseInt(arguments[1]), Path.of(arguments[2]));
        for (MacvtapOperation one : values()) {
            System.out.println(Attempt.outcome(() -> one.task.run(device)));
        }
    }
}
