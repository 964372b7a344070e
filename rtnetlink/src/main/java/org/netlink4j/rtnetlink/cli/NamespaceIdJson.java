package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNSID;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_NSID;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.nsid.NamespaceId;
import org.netlink4j.rtnetlink.nsid.NamespaceIds;

/** Ids of network namespaces as {@code ip -json netns list-id} prints them. */
final class NamespaceIdJson {
    private static final String TARGET = "--target-nsid";
    private static final Path NAMES = Path.of("/run/netns");

    static final ObjectList COMMAND = new ObjectList(
            """
            netns list [--target-nsid ID] [--json]

              the ids that this network namespace has for others, one line each

              --target-nsid    the ids that the namespace with this id has; "current-nsid" is what this one has for the same
              --json           the keys and values of "ip -json netns list-id"
            """,
            Set.of(),
            Set.of(TARGET),
            List.of("nsid", "current-nsid", "name"),
            NamespaceIdJson::list);

    static final EventKind EVENTS = EventKind.of(
            "netns", RTM_NEWNSID, Set.of(RTNLGRP_NSID), COMMAND.columns(), _ -> message -> of(NamespaceId.decode(message), Map.of()));

    private NamespaceIdJson() {}

    private static List<Map<String, Object>> list(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        arguments.noOperands();
        NamespaceIds ids = rtnetlink.namespaceIds();
        OptionalInt target = OptionValues.number(arguments, TARGET, 0, Integer.MAX_VALUE);
        List<NamespaceId> found = target.isPresent() ? ids.listOf(target.getAsInt()) : ids.list();
        Map<Integer, String> names = names(ids);
        return found.stream().map(id -> of(id, names)).toList();
    }

    private static Map<String, Object> of(NamespaceId id, Map<Integer, String> names) {
        Map<String, Object> members = new LinkedHashMap<>();
        id.id().ifPresent(number -> members.put("nsid", number));
        id.here().ifPresent(number -> members.put("current-nsid", number));
        OptionalInt here = id.here().isPresent() ? id.here() : id.id();
        here.ifPresent(number -> members.computeIfAbsent("name", _ -> names.get(number)));
        return members;
    }

    /** The names that {@code ip netns} gave, by the ids here. What cannot be opened has no name. */
    private static Map<Integer, String> names(NamespaceIds ids) {
        Map<Integer, String> names = new HashMap<>();
        try (Stream<Path> files = Files.list(NAMES)) {
            files.forEach(file -> {
                try (NetworkNamespace namespace = NetworkNamespace.ofPath(file)) {
                    ids.of(namespace).ifPresent(id -> names.put(id, file.getFileName().toString()));
                } catch (NetlinkException _) {
                    // not a namespace any more
                }
            });
        } catch (IOException _) {
            // nobody gave names
        }
        return names;
    }
}
