package org.netlink4j.rtnetlink.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.netlink4j.core.MacAddress;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkKind;
import org.netlink4j.rtnetlink.link.OperState;

/** Links as a table for people: one line each, columns as wide as they need to be. */
final class LinkTable {
    private static final List<String> HEADINGS = List.of("INDEX", "NAME", "KIND", "UP", "STATE", "MTU", "ADDRESS", "ON", "PORT OF");
    private static final String NOTHING = "-";

    private final OtherLinks others;

    LinkTable(OtherLinks others) {
        this.others = others;
    }

    void print(List<Link> links, PrintStream out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        links.forEach(link -> rows.add(row(link)));
        int[] widths = new int[HEADINGS.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).repeat(" ", widths[i] - row.get(i).length() + 2);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private List<String> row(Link link) {
        return List.of(
                Integer.toString(link.index()),
                printable(link.name()),
                printable(link.kind().map(LinkKind::kind).orElse(NOTHING)),
                link.isUp() ? "yes" : "no",
                link.operState().map(OperState::toString).orElse(NOTHING),
                link.mtu().isPresent() ? Integer.toUnsignedString(link.mtu().getAsInt()) : NOTHING,
                link.address().map(MacAddress::toString).orElse(NOTHING),
                lower(link),
                link.master().isPresent() ? printable(others.name(link.master().getAsInt())) : NOTHING);
    }

    private String lower(Link link) {
        if (link.lower().isEmpty()) {
            return NOTHING;
        }
        int index = link.lower().getAsInt();
        return link.lowerNamespaceId().isPresent()
                ? index + " in namespace " + link.lowerNamespaceId().getAsInt()
                : printable(others.name(index));
    }

    /** A name may hold any byte but a few, so also those that move a terminal's cursor. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
