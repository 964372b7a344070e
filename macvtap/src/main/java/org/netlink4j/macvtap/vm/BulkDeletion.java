package org.netlink4j.macvtap.vm;

import static org.netlink4j.macvtap.vm.InterfaceStep.DELETE_DEVICE;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.netlink4j.rtnetlink.link.Link;

/** Deletes devices at once, by their link group: the kernel then waits once until nobody uses them, and not once for each. */
final class BulkDeletion {
    private BulkDeletion() {}

    /** Deletes those that have a link group to themselves. */
    static void run(Host host, List<Session> sessions) throws IOException {
        Map<String, Session> names = new HashMap<>();
        sessions.forEach(session -> names.put(session.state().device().name(), session));
        Map<Long, List<Link>> groups =
                host.links().list().stream().collect(Collectors.groupingBy(link -> Integer.toUnsignedLong(link.group().orElse(0))));
        for (long group : sessions.stream().map(session -> session.state().device().group()).distinct().toList()) {
            List<Link> inside = groups.getOrDefault(group, List.of());
            if (inside.size() > 1 && inside.stream().allMatch(link -> isDevice(names.get(link.name()), link))) {
                host.steps().before(DELETE_DEVICE);
                host.links().deleteGroup(group);
                host.steps().after(DELETE_DEVICE);
            }
        }
    }

    private static boolean isDevice(Session session, Link link) {
        return session != null && session.isDevice(link);
    }
}
