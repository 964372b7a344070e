package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_LINK;
import static org.netlink4j.rtnetlink.link.Iff.IFF_POINTOPOINT;
import static org.netlink4j.rtnetlink.link.Iff.IFF_RUNNING;
import static org.netlink4j.rtnetlink.link.Iff.IFF_UP;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_BROADCAST;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.netlink4j.rtnetlink.link.AccountId;
import org.netlink4j.rtnetlink.link.Iff;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkGroup;
import org.netlink4j.rtnetlink.link.LinkIndex;

/**
 * A link as {@code ip -json -details link show} prints it. Attributes come out as their tables say; here is what needs more than
 * one attribute: the fixed header, and the names of other links and of groups.
 */
final class LinkJson {
    static final EventKind EVENTS = EventKind.of(
                    "link",
                    RTM_NEWLINK,
                    Set.of(RTNLGRP_LINK),
                    List.of("ifindex", "ifname", "flags", "mtu", "operstate", "address", "link", "master"),
                    links -> {
                        LinkJson view = new LinkJson(links, GroupNames.ofSystem(), AccountNames.ofSystem());
                        return message -> view.of(Link.decode(message));
                    })
            .notOfBridges();

    private static final String FUNCTIONS = "vfinfo_list";
    private static final String LINK_TYPE = "link_type";

    private final OtherLinks others;
    private final GroupNames groups;
    private final AccountNames accounts;

    LinkJson(OtherLinks others, GroupNames groups, AccountNames accounts) {
        this.others = others;
        this.groups = groups;
        this.accounts = accounts;
    }

    /** The members of the JSON object of a link. */
    Map<String, Object> of(Link link) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("ifindex", link.index());
        members.put("flags", flags(link));
        members.put(LINK_TYPE, HardwareType.name(link.header().type()));
        if ((link.flags() & IFF_POINTOPOINT) != 0 && link.attributes().has(IFLA_BROADCAST)) {
            members.put("link_pointtopoint", true);
        }
        link.attributes().values().forEach((key, value) -> members.put(key, named(value)));
        HardwareType.addresses(link).forEach((key, address) -> members.computeIfPresent(key, (_, _) -> address));
        members.computeIfPresent(FUNCTIONS, (_, functions) -> withLinkType((List<?>) functions, members.get(LINK_TYPE)));
        return members;
    }

    /** Functions have the type of their device. */
    private static List<Map<Object, Object>> withLinkType(List<?> functions, Object type) {
        List<Map<Object, Object>> typed = new ArrayList<>();
        for (Object function : functions) {
            Map<Object, Object> members = new LinkedHashMap<>((Map<?, ?>) function);
            members.put(LINK_TYPE, type);
            typed.add(members);
        }
        return typed;
    }

    private List<String> flags(Link link) {
        List<String> words = new ArrayList<>();
        if ((link.flags() & (IFF_UP | IFF_RUNNING)) == IFF_UP) {
            words.add("NO-CARRIER");
        }
        words.addAll(Iff.words(link.flags() & ~IFF_RUNNING));
        if (others.lower(link).filter(lower -> !lower.isUp()).isPresent()) {
            words.add("M-DOWN");
        }
        return words;
    }

    /** The same value with names in place of indexes and groups, at any depth. */
    private Object named(Object value) {
        return switch (value) {
            case LinkIndex index -> others.name(index.value());
            case LinkGroup group -> groups.name(group);
            case AccountId account -> accounts.name(account);
            case Map<?, ?> members -> {
                Map<String, Object> named = new LinkedHashMap<>();
                members.forEach((key, member) -> named.put((String) key, named(member)));
                yield named;
            }
            default -> value;
        };
    }
}
