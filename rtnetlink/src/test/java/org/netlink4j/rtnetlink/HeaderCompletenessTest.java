package org.netlink4j.rtnetlink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.netlink4j.testkit.HeaderConstants;

/**
 * Every number that the kernel's headers give to an attribute, a message or a group has its name here. The header of a newer kernel
 * may have more, and then the test fails: {@code -Dnetlink4j.headers=DIRECTORY/usr/include} reads other headers than those of this
 * machine.
 */
class HeaderCompletenessTest {
    private static final List<String> HEADERS = List.of(
            "if_link.h", "rtnetlink.h", "if_addr.h", "if_bridge.h", "fib_rules.h", "neighbour.h", "nexthop.h", "pkt_sched.h",
            "pkt_cls.h", "dcbnl.h", "lwtunnel.h", "mpls_iptunnel.h", "mpls.h", "seg6.h", "seg6_iptunnel.h", "seg6_local.h", "ioam6.h",
            "ioam6_iptunnel.h", "rpl.h", "rpl_iptunnel.h", "netconf.h", "net_namespace.h", "if_addrlabel.h", "gen_stats.h",
            "if_bonding.h", "veth.h", "if_tunnel.h", "can/netlink.h", "can/vxcan.h", "if_macsec.h", "batman_adv.h", "amt.h", "ila.h", "mroute.h",
            "mroute6.h");

    private static final Pattern ENUM = Pattern.compile("enum\\s*\\w*\\s*\\{(.*?)\\}", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("\\s*([A-Za-z_]\\w*)\\s*(=.*)?", Pattern.DOTALL);

    /** What is no number of an attribute, a message or a group, and why it has no name; anything else needs one. */
    private static final Map<String, String> EXCEPTIONS = new LinkedHashMap<>();

    /** Qdiscs, classifiers and actions that were taken out of the kernel by Linux 6.8; on older ones they stay numbers. */
    private static final String REMOVED = "TCA_(ATM|CBQ|DSMARK|IPT|RSVP|TCINDEX)_\\w+";

    static {
        EXCEPTIONS.put("__\\w+|\\w+_MAX|\\w+_SIZE", "where an enum ends");
        EXCEPTIONS.put("\\w+_UNSPEC|\\w+_UNDEFINED|RTM_BASE|RTNLGRP_NONE|NETNSA_NONE|IFLA_EVENT_NONE", "the number 0, or the first, which nothing has");
        EXCEPTIONS.put("\\w+_PAD", "padding: named where the tables have it");
        EXCEPTIONS.put("IN6_ADDR_GEN_MODE_\\w+|BR_STP_MODE_\\w+|BRIDGE_MODE_\\w+|MACVLAN_MODE_\\w+|MACSEC_\\w+|NETKIT_\\w+|OVPN_MODE_\\w+"
                + "|VXLAN_LABEL_\\w+|IFLA_VF_LINK_STATE_\\w+|HSR_PROTOCOL_\\w+|IFLA_EVENT_\\w+", "values of an attribute, which have words in its table or its type");
        EXCEPTIONS.put("PORT_REQUEST_\\w+|PORT_VDP_RESPONSE_\\w+|PORT_PROFILE_RESPONSE_\\w+", "values of 802.1Qbg, named in the module of lldpad");
        EXCEPTIONS.put("IFLA_DSA_MASTER|IFLA_IF_NETNSID", "old names of IFLA_DSA_CONDUIT and IFLA_TARGET_NETNSID");
        EXCEPTIONS.put("RTN_NAT|RTN_XRESOLVE|FR_ACT_RES\\d|RT_TABLE_\\w+", "values that the kernel does not use, or whose names the administrator gives");
        EXCEPTIONS.put("RT_DEL_REASON_\\w+|BR_MCAST_DIR_\\w+|BR_BOOLOPT_\\w+|FDB_NOTIFY_\\w+|DCB_CNDD_\\w+", "values and bits of one attribute");
        EXCEPTIONS.put("TC_MQPRIO_HW_\\w+|TC_DUALPI2_\\w+|TCA_FQ_CODEL_XSTATS_\\w+|TCF_EM_(PROG_TC|ALIGN_\\w+)|TCF_META_ID_\\w+",
                "values of attributes of qdiscs and matches");
        EXCEPTIONS.put("CAN_STATE_\\w+|IP_TUNNEL_\\w+_BIT|TUNNEL_ENCAP_MPLS|ILA_(ATYPE|CSUM|HOOK)_\\w+",
                "values of attributes of kinds and encapsulations");
        EXCEPTIONS.put("(BATADV|ILA_CMD|NUM_BATADV|NUM_MACSEC)_\\w+", "families of generic netlink");
        EXCEPTIONS.put("TCA_ID_\\w+", "numbers of actions inside the kernel, which never stand in a message");
    }

    private static Path directory() {
        return HeaderConstants.otherHeaders().orElse(Path.of("/usr/include")).resolve("linux");
    }

    /** The names in the enums of a header. */
    private static List<String> enumerators(Path header) throws IOException {
        String text = Files.readString(header)
                .replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("//[^\\n]*", "")
                .replaceAll("\\\\\\n", " ")
                .replaceAll("(?m)^\\s*#.*$", "");
        List<String> names = new ArrayList<>();
        for (Matcher one = ENUM.matcher(text); one.find(); ) {
            for (String part : one.group(1).split(",")) {
                Matcher name = NAME.matcher(part);
                if (name.matches()) {
                    names.add(name.group(1));
                }
            }
        }
        return names;
    }

    /** The headers that there are, with all of two subdirectories. */
    private static List<String> headers() throws IOException {
        List<String> headers = new ArrayList<>(HEADERS);
        for (String subdirectory : List.of("tc_act", "tc_ematch")) {
            try (Stream<Path> files = Files.list(directory().resolve(subdirectory))) {
                files.map(file -> subdirectory + "/" + file.getFileName()).forEach(headers::add);
            }
        }
        return headers.stream().filter(header -> Files.exists(directory().resolve(header))).sorted().toList();
    }

    /** All constants of all classes of this module. */
    private static Map<String, Long> ours() throws Exception {
        Path classes = Path.of(Rtnetlink.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Map<String, Long> ours = new TreeMap<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(file -> file.toString().endsWith(".class") && !file.endsWith("module-info.class")).toList()) {
                String name = classes.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                Class<?> holder = Class.forName(name, false, Rtnetlink.class.getClassLoader());
                if (name.matches("org\\.netlink4j\\.rtnetlink\\.(?!cli\\.).*") && !holder.isAnonymousClass()) {
                    HeaderConstants.constants(holder).forEach(ours::putIfAbsent);
                }
            }
        }
        return ours;
    }

    @Test
    void everyNumberHasItsName() throws Exception {
        Path directory = directory();
        Assumptions.assumeTrue(Files.isDirectory(directory), () -> "the kernel's headers are not in " + directory);
        Set<String> ours = ours().keySet();
        int seen = 0;
        Set<String> unused = new TreeSet<>(EXCEPTIONS.keySet());
        List<String> missing = new ArrayList<>();
        for (String header : headers()) {
            for (String name : enumerators(directory.resolve(header))) {
                seen++;
                List<String> why = EXCEPTIONS.keySet().stream().filter(name::matches).toList();
                unused.removeAll(why);
                if (!ours.contains(name) && why.isEmpty() && !name.matches(REMOVED)) {
                    missing.add(header + ": " + name);
                }
            }
        }
        assertEquals("", String.join("\n", missing));
        assertEquals(Set.of(), unused, "exceptions that no header needs");
        assertTrue(seen > 2000, "only " + seen + " names were found: are these the headers?");
    }

    @Test
    void everyNumberIsThatOfTheHeaders() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(directory()), () -> "the kernel's headers are not in " + directory());
        Map<String, Long> attributes = ours().entrySet().stream()
                .filter(entry -> entry.getKey().matches("(IFLA|IFA|RTA|RTAX|RTM|RTNLGRP|NDA|NFEA|NDTA|NDTPA|NHA|FRA|TCA|DCB|MDBA|MDBE|BRIDGE|"
                        + "NETCONFA|NETNSA|IFAL|PREFIX|NDUSEROPT|LWTUNNEL|MPLS|SEG6|IOAM6|RPL|VXLAN_VNIFILTER|VNIFILTER|BOND|LINK_XSTATS|IPMRA|"
                        + "IP6MRA)_.*"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertTrue(attributes.size() > 1500, () -> attributes.size() + " constants");
        HeaderConstants.assertAgree(attributes, headers().stream().map(header -> "linux/" + header).toArray(String[]::new));
    }
}
