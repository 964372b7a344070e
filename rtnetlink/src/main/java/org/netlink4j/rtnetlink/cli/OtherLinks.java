package org.netlink4j.rtnetlink.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkIndex;
import org.netlink4j.rtnetlink.link.Links;

/** The links that other objects speak of by their index. */
final class OtherLinks {
    private final IntFunction<Optional<Link>> asking;
    private final Map<Integer, Optional<Link>> byIndex;

    private OtherLinks(IntFunction<Optional<Link>> asking, List<Link> known) {
        this.asking = asking;
        byIndex = new HashMap<>(known.stream().collect(Collectors.toMap(Link::index, Optional::of)));
    }

    OtherLinks(Links links, List<Link> known) {
        this(index -> ask(links, index), known);
    }

    /** Those of a namespace where nobody can be asked: only {@link #seen} tells of them. */
    static OtherLinks ofEvents() {
        return new OtherLinks(_ -> Optional.empty(), List.of());
    }

    private static Optional<Link> ask(Links links, int index) {
        try {
            return Optional.of(links.get(index));
        } catch (NetlinkException _) {
            return Optional.empty(); // shown as its index
        }
    }

    /** Takes a link as it is now. */
    void seen(Link link) {
        byIndex.put(link.index(), Optional.of(link));
    }

    /** Forgets a link that is no longer there. */
    void gone(Link link) {
        byIndex.remove(link.index());
    }

    /** The link; empty if it is not there (any more). */
    Optional<Link> find(int index) {
        return byIndex.computeIfAbsent(index, asking::apply);
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
