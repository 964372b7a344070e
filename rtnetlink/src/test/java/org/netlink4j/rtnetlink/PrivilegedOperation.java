package org.netlink4j.rtnetlink;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.generic.GenericNetlink;
import org.netlink4j.core.io.PacketSocket;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.rtnetlink.link.Bridge;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.testkit.Attempt;

/** What can be done, and the capability that it takes: the one that the README names, tried by {@link LeastPrivilegeIT}. */
enum PrivilegedOperation {
    LIST("list links, addresses, routes, rules, neighbours, queueing disciplines", "", _ -> {
        try (Rtnetlink rtnetlink = Rtnetlink.open()) {
            rtnetlink.links().list();
            rtnetlink.addresses().list();
            rtnetlink.routes().list(IpFamily.AF_INET);
            rtnetlink.rules().list(IpFamily.AF_INET);
            rtnetlink.neighbours().list();
            rtnetlink.qdiscs().list();
        }
    }),
    HEAR("hear events", "", _ -> EventStream.open(Rtnetlink.PROTOCOL, Set.of(1, 5, 7), SocketOptions.DEFAULT).close()),
    RESOLVE("look up families of generic netlink", "", _ -> {
        try (GenericNetlink generic = GenericNetlink.open()) {
            generic.resolve("nlctrl");
            generic.families();
        }
    }),
    OWN_NAMESPACE("open sockets in the own network namespace by its file", "", _ -> {
        try (NetworkNamespace here = NetworkNamespace.current()) {
            Rtnetlink.open(here).close();
        }
    }),
    MAKE_LINK("make, change and delete links", "CAP_NET_ADMIN", _ -> {
        try (Rtnetlink rtnetlink = Rtnetlink.open()) {
            rtnetlink.links().create(LinkSpec.named("tried").kind(new Bridge()));
            rtnetlink.links().delete("tried");
        }
    }),
    CHANGE_LINK("bring a link up", "CAP_NET_ADMIN", _ -> {
        try (Rtnetlink rtnetlink = Rtnetlink.open()) {
            rtnetlink.links().change(LinkSpec.named("lo").up());
        }
    }),
    LISTEN_EVERYWHERE("hear events of all namespaces", "CAP_NET_BROADCAST",
            _ -> NetlinkSocket.open(0, SocketOptions.DEFAULT.allNamespaces(true)).close()),
    PACKETS("send and receive frames: LLDP, ECP, VDP", "CAP_NET_RAW", _ -> {
        try (NetworkNamespace here = NetworkNamespace.current()) {
            PacketSocket.open(here, 1, 0x88cc).close();
        }
    }),
    MAKE_NAMESPACE("make a network namespace", "CAP_SYS_ADMIN", _ -> NetworkNamespace.createAnonymous().close()),
    ENTER_NAMESPACE("use another network namespace", "CAP_SYS_ADMIN", other -> {
        try (NetworkNamespace namespace = NetworkNamespace.ofPath(other)) {
            Rtnetlink.open(namespace).close();
        }
    });

    /** Does it. */
    interface Task {
        void run(Path otherNamespace) throws IOException;
    }

    final String words;
    final String capability;
    private final Task task;

    PrivilegedOperation(String words, String capability, Task task) {
        this.words = words;
        this.capability = capability;
        this.task = task;
    }

    /** For the README. */
    static String table() {
        return Arrays.stream(values())
                .map(one -> "| " + one.words + " | " + (one.capability.isEmpty() ? "nothing" : "`" + one.capability + "`") + " |\n")
                .collect(Collectors.joining());
    }

    /** What this process may do, a line each, in the order of the constants. */
    public static void main(String[] arguments) throws IOException {
        for (PrivilegedOperation one : values()) {
            System.out.println(Attempt.outcome(() -> one.task.run(Path.of(arguments[0]))));
        }
    }
}
