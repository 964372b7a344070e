package org.netlink4j.macvtap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.netlink4j.macvtap.MacvtapSupport.Answer;

/**
 * Which of the names that this module stands on a kernel header has, as a configure script would look. The module has numbers of its
 * own and needs no header; but where a name is missing, the kernel that belongs to the header lacks what it means, too.
 */
final class HeaderNames {
    static final Path INSTALLED = Path.of("/usr/include/linux/if_link.h");

    /** Without these there was neither macvtap nor a port profile. */
    static final List<String> NEEDED = List.of(
            "IFLA_MACVLAN_MODE", "MACVLAN_MODE_PRIVATE", "MACVLAN_MODE_VEPA", "MACVLAN_MODE_BRIDGE", "MACVLAN_MODE_PASSTHRU",
            "IFLA_VF_MAX", "IFLA_VF_MAC", "IFLA_VF_VLAN", "IFLA_PORT_MAX", "IFLA_VF_PORT_MAX", "IFLA_PORT_SELF", "IFLA_VF_PORTS",
            "PORT_REQUEST_PREASSOCIATE", "PORT_REQUEST_ASSOCIATE", "PORT_REQUEST_DISASSOCIATE", "PORT_SELF_VF");

    /** Newer kernels have these, too. */
    static final List<String> NEWER = List.of(
            "MACVLAN_MODE_SOURCE", "IFLA_MACVLAN_MACADDR_MODE", "IFLA_MACVLAN_MACADDR_DATA", "IFLA_MACVLAN_BC_QUEUE_LEN",
            "IFLA_MACVLAN_BC_QUEUE_LEN_USED", "IFLA_MACVLAN_BC_CUTOFF");

    private HeaderNames() {}

    /** Whether a header has all names that are needed; the reason names those that are missing. */
    static Answer look(Path header) {
        String text;
        try {
            text = Files.readString(header);
        } catch (IOException _) {
            return Answer.unknown("there is no " + header + " (Debian: linux-libc-dev); nothing here needs it");
        }
        List<String> missing = missing(text, NEEDED);
        List<String> old = missing(text, NEWER);
        return Answer.of(missing.isEmpty(), header + " has " + counted(NEEDED, missing) + " needed names and "
                + counted(NEWER, old) + " newer ones");
    }

    private static String counted(List<String> names, List<String> missing) {
        return names.size() - missing.size() + " of " + names.size()
                + (missing.isEmpty() ? "" : " (without " + String.join(" ", missing) + ")");
    }

    private static List<String> missing(String header, List<String> names) {
        return names.stream().filter(name -> !Pattern.compile("\\b" + name + "\\b").matcher(header).find()).toList();
    }
}
