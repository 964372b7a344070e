package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.cli.TextTable.NOTHING;
import static org.netlink4j.core.json.Printable.line;

import java.io.PrintStream;
import java.util.List;
import org.netlink4j.core.MacAddress;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkKind;
import org.netlink4j.rtnetlink.link.OperState;

/** Links as a table for people: one line each, columns as wide as they need to be. */
final class LinkTable {
    private static final List<String> HEADINGS = List.of("INDEX", "NAME", "KIND", "UP", "STATE", "MTU", "ADDRESS", "ON", "PORT OF");

    private final OtherLinks others;

    LinkTable(OtherLinks others) {
        this.others = others;
    }

    void print(List<Link> links, PrintStream out) {
        TextTable.print(HEADINGS, links.stream().map(this::row).toList(), out);
    }

    private List<String> row(Link link) {
        return List.of(
                Integer.toString(link.index()),
                line(link.name()),
                line(link.kind().map(LinkKind::kind).orElse(NOTHING)),
                link.isUp() ? "yes" : "no",
                link.operState().map(OperState::toString).orElse(NOTHING),
                link.mtu().isPresent() ? Integer.toUnsignedString(link.mtu().getAsInt()) : NOTHING,
                link.address().map(MacAddress::toString).orElse(NOTHING),
                lower(link),
                link.master().isPresent() ? line(others.name(link.master().getAsInt())) : NOTHING);
    }

    private String lower(Link link) {
        if (link.lower().isEmpty()) {
            return NOTHING;
        }
        int index = link.lower().getAsInt();
        return link.lowerNamespaceId().isPresent()
                ? index + " in namespace " + link.lowerNamespaceId().getAsInt()
                : line(others.name(index));
    }
}
