package org.netlink4j.macvtap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Which of the names that this module stands on the installed kernel headers have. */
class HeaderNamesTest {
    private static final Path HEADER = Path.of("/usr/include/linux/if_link.h");

    /** Without these there was neither macvtap nor a port profile. */
    private static final List<String> NEEDED = List.of(
            "IFLA_MACVLAN_MODE", "MACVLAN_MODE_PRIVATE", "MACVLAN_MODE_VEPA", "MACVLAN_MODE_BRIDGE", "MACVLAN_MODE_PASSTHRU",
            "IFLA_VF_MAX", "IFLA_VF_MAC", "IFLA_VF_VLAN", "IFLA_PORT_MAX", "IFLA_VF_PORT_MAX", "IFLA_PORT_SELF", "IFLA_VF_PORTS",
            "PORT_REQUEST_PREASSOCIATE", "PORT_REQUEST_ASSOCIATE", "PORT_REQUEST_DISASSOCIATE", "PORT_SELF_VF");

    /** Newer kernels have these, too. */
    private static final List<String> OPTIONAL = List.of(
            "MACVLAN_MODE_SOURCE", "IFLA_MACVLAN_MACADDR_MODE", "IFLA_MACVLAN_MACADDR_DATA", "IFLA_MACVLAN_BC_QUEUE_LEN",
            "IFLA_MACVLAN_BC_QUEUE_LEN_USED", "IFLA_MACVLAN_BC_CUTOFF");

    @Test
    void namesOfTheInstalledHeader(TestReporter reporter) throws Exception {
        assumeTrue(Files.isReadable(HEADER), "no kernel headers are installed (Debian: linux-libc-dev)");
        String header = Files.readString(HEADER);
        reporter.publishEntry(HEADER + " has", String.join(" ", having(header, OPTIONAL)));
        assertEquals(NEEDED, having(header, NEEDED));
    }

    private static List<String> having(String header, List<String> names) {
        return names.stream().filter(name -> Pattern.compile("\\b" + name + "\\b").matcher(header).find()).toList();
    }
}
