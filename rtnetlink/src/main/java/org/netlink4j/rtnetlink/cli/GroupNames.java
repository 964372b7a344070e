package org.netlink4j.rtnetlink.cli;

import java.util.List;
import java.util.Map;
import org.netlink4j.rtnetlink.link.LinkGroup;

/** Names of groups of links. */
final class GroupNames {
    private static final Map<Long, String> DEFAULTS = Map.of(0L, "default");

    private final Names names;

    private GroupNames(Names names) {
        this.names = names;
    }

    static GroupNames of(List<String> lines) {
        return new GroupNames(Names.of(lines, DEFAULTS));
    }

    static GroupNames ofSystem() {
        return new GroupNames(Names.ofFile("group", DEFAULTS));
    }

    /** The name of a group, or its number. */
    String name(LinkGroup group) {
        return names.name(group.value());
    }
}
