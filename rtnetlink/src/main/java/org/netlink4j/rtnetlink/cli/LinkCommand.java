package org.netlink4j.rtnetlink.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.json.JsonWriter;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.Links;

/**
 * {@code rtnl link list}.
 *
 * @param name the one link that is wanted; empty for all
 * @param json whether JSON is wanted
 */
record LinkCommand(Optional<String> name, boolean json) {
    private static final String JSON = "--json";

    /** Reads a command line, or refuses it. */
    static LinkCommand parse(List<String> arguments) {
        List<String> words = new ArrayList<>(arguments);
        boolean json = words.remove(JSON);
        words.stream().filter(word -> word.startsWith("-")).findFirst().ifPresent(option -> {
            throw new IllegalArgumentException("no such option, or twice: " + option);
        });
        if (words.size() < 2 || !words.get(0).equals("link") || !words.get(1).equals("list")) {
            throw new IllegalArgumentException("want \"link list\", not \"" + String.join(" ", words) + "\"");
        }
        List<String> rest = words.subList(2, words.size());
        if (rest.size() == 2 && rest.getFirst().equals("dev")) {
            rest = rest.subList(1, 2);
        } else if (rest.size() == 1 && rest.getFirst().equals("dev")) {
            throw new IllegalArgumentException("\"dev\" wants a name");
        }
        if (rest.size() > 1) {
            throw new IllegalArgumentException("one name at most: " + String.join(" ", rest));
        }
        return new LinkCommand(rest.stream().findFirst(), json);
    }

    void run(PrintStream out) throws NetlinkException {
        try (Rtnetlink rtnetlink = Rtnetlink.open()) {
            Links links = rtnetlink.links();
            List<Link> wanted = name.isPresent() ? List.of(links.get(name.get())) : links.list();
            OtherLinks others = new OtherLinks(links, wanted);
            if (json) {
                LinkJson view = new LinkJson(others, GroupNames.ofSystem(), AccountNames.ofSystem());
                out.println(new JsonWriter().tree(wanted.stream().map(view::of).toList()));
            } else {
                new LinkTable(others).print(wanted, out);
            }
        }
    }
}
