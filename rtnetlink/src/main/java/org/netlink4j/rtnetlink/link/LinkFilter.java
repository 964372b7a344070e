package org.netlink4j.rtnetlink.link;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which links a list is to contain. The kernel filters, so that others are not sent at all.
 *
 * @param kind {@code IFLA_INFO_KIND}; empty for any
 * @param master index of the device of which they are ports; empty for any
 */
public record LinkFilter(Optional<String> kind, OptionalInt master) {
    /** All links. */
    public static final LinkFilter ALL = new LinkFilter(Optional.empty(), OptionalInt.empty());

    /**
     * Links of a kind.
     *
     * @param kind {@code IFLA_INFO_KIND}, for example {@code "macvtap"}
     * @return the filter
     */
    public static LinkFilter ofKind(String kind) {
        return ALL.kind(kind);
    }

    /**
     * Ports of a device.
     *
     * @param index its index
     * @return the filter
     */
    public static LinkFilter ofMaster(int index) {
        return ALL.master(index);
    }

    /**
     * Narrows to a kind.
     *
     * @param kind {@code IFLA_INFO_KIND}
     * @return the filter
     */
    public LinkFilter kind(String kind) {
        return new LinkFilter(Optional.of(kind), master);
    }

    /**
     * Narrows to ports of a device.
     *
     * @param index its index
     * @return the filter
     */
    public LinkFilter master(int index) {
        return new LinkFilter(kind, OptionalInt.of(index));
    }

    /** What asks the kernel for these links. */
    LinkSpec request() {
        LinkSpec request = LinkSpec.ANY;
        if (master.isPresent()) {
            request = request.master(master.getAsInt());
        }
        return kind.isPresent() ? request.kind(new UnknownLinkKind(kind.get())) : request;
    }

    /** An older kernel does not filter, and one that lacks the kind answers with all links. */
    boolean matches(Link link) {
        return kind.map(wanted -> link.kind().map(LinkKind::kind).filter(wanted::equals).isPresent()).orElse(true)
                && (master.isEmpty() || link.master().equals(master));
    }
}
