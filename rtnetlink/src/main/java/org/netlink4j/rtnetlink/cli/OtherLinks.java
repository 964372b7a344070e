package org.netlink4j.rtnetlink.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkIndex;
import org.netlink4j.rtnetlink.link.Links;

/** The links that other links speak of by their index. */
final class OtherLinks {
    private final Links links;
    private final Map<Integer, Optional<Link>> byIndex;

    OtherLinks(Links links, List<Link> known) {
        this.links = links;
        byIndex = new HashMap<>(known.stream().collect(Collectors.toMap(Link::index, Optional::of)));
    }

    /** The link; empty if it is not there (any more). */
    Optional<Link> find(int index) {
        return byIndex.computeIfAbsent(index, this::ask);
    }

    private Optional<Link> ask(int index) {
        try {
            return Optional.of(links.get(index));
        } catch (NetlinkException _) {
            return Optional.empty(); // shown as its index
        }
    }

    /** The name of a link, or what stands for it. */
    String name(int index) {
        return find(index).map(Link::name).orElseGet(() -> new LinkIndex(index).toString());
    }

    /** The lower device of a link, if it is in this namespace. */
    Optional<Link> lower(Link link) {
        return link.lowerNamespaceId().isPresent() || link.lower().isEmpty()
                ? Optional.empty()
                : find(link.lower().getAsInt());
    }
}
