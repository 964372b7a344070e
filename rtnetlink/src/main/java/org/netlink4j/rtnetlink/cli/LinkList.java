package org.netlink4j.rtnetlink.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.cli.Command;
import org.netlink4j.core.cli.Program;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.Links;

/** {@code rtnl link list}. */
final class LinkList implements Command {
    private static final String DEVICE = "dev";

    @Override
    public String help() {
        return """
                link list [[dev] NAME] [--json]

                  the links of this network namespace, one line each; or the one with this name, which may have "dev"
                  before it

                  --json    the keys and values of "ip -json -details link show"; of a kind that is not known here, the
                            data stand under "info_data_hex" as they came
                """;
    }

    @Override
    public Set<String> options() {
        return Set.of(OptionValues.TIMEOUT);
    }

    /** The name that is wanted, if one is. */
    static Optional<String> name(List<String> operands) {
        List<String> names = operands;
        if (!names.isEmpty() && names.getFirst().equals(DEVICE)) {
            if (names.size() == 1) {
                throw new IllegalArgumentException("\"dev\" wants a name");
            }
            names = names.subList(1, names.size());
        }
        if (names.size() > 1) {
            throw new IllegalArgumentException("one name at most: " + String.join(" ", names));
        }
        return names.stream().findFirst();
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws NetlinkException {
        Optional<String> name = name(arguments.operands());
        try (Rtnetlink rtnetlink = OptionValues.open(arguments)) {
            Links links = rtnetlink.links();
            List<Link> wanted = name.isPresent() ? List.of(links.get(name.get())) : links.list();
            OtherLinks others = new OtherLinks(links, wanted);
            if (arguments.has(JSON)) {
                LinkJson view = new LinkJson(others, GroupNames.ofSystem(), AccountNames.ofSystem());
                Command.printJson(out, wanted.stream().map(view::of).toList());
            } else {
                new LinkTable(others).print(wanted, out);
            }
        }
        return Program.DONE;
    }
}
