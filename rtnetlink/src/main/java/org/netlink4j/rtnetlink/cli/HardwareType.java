package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.link.Ifla.IFLA_ADDRESS;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_BROADCAST;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_PERM_ADDRESS;

import java.util.LinkedHashMap;
import java.util.Map;
import org.netlink4j.core.IpAddress;
import org.netlink4j.rtnetlink.link.Link;

/** Hardware types, {@code ARPHRD_*} of {@code linux/if_arp.h}, in the words of {@code ip}. */
final class HardwareType {
    private static final int ARPHRD_TUNNEL = 768;
    private static final int ARPHRD_TUNNEL6 = 769;
    private static final int ARPHRD_SIT = 776;
    private static final int ARPHRD_IPGRE = 778;
    private static final int ARPHRD_IP6GRE = 823;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(0, "netrom"), Map.entry(1, "ether"), Map.entry(2, "eether"), Map.entry(3, "ax25"),
            Map.entry(4, "pronet"), Map.entry(5, "chaos"), Map.entry(6, "ieee802"), Map.entry(7, "arcnet"),
            Map.entry(8, "atalk"), Map.entry(15, "dlci"), Map.entry(19, "atm"), Map.entry(23, "metricom"),
            Map.entry(24, "ieee1394"), Map.entry(32, "infiniband"), Map.entry(256, "slip"), Map.entry(257, "cslip"),
            Map.entry(258, "slip6"), Map.entry(259, "cslip6"), Map.entry(260, "rsrvd"), Map.entry(264, "adapt"),
            Map.entry(270, "rose"), Map.entry(271, "x25"), Map.entry(272, "hwx25"), Map.entry(280, "can"),
            Map.entry(512, "ppp"), Map.entry(513, "hdlc"), Map.entry(516, "lapb"), Map.entry(517, "ddcmp"),
            Map.entry(518, "rawhdlc"), Map.entry(768, "ipip"), Map.entry(769, "tunnel6"), Map.entry(770, "frad"),
            Map.entry(771, "skip"), Map.entry(772, "loopback"), Map.entry(773, "ltalk"), Map.entry(774, "fddi"),
            Map.entry(775, "bif"), Map.entry(776, "sit"), Map.entry(777, "ip/ddp"), Map.entry(778, "gre"),
            Map.entry(779, "pimreg"), Map.entry(780, "hippi"), Map.entry(781, "ash"), Map.entry(782, "econet"),
            Map.entry(783, "irda"), Map.entry(784, "fcpp"), Map.entry(785, "fcal"), Map.entry(786, "fcpl"),
            Map.entry(787, "fcfb0"), Map.entry(788, "fcfb1"), Map.entry(789, "fcfb2"), Map.entry(790, "fcfb3"),
            Map.entry(791, "fcfb4"), Map.entry(792, "fcfb5"), Map.entry(793, "fcfb6"), Map.entry(794, "fcfb7"),
            Map.entry(795, "fcfb8"), Map.entry(796, "fcfb9"), Map.entry(797, "fcfb10"), Map.entry(798, "fcfb11"),
            Map.entry(799, "fcfb12"), Map.entry(800, "tr"), Map.entry(801, "ieee802.11"), Map.entry(802, "ieee802.11/prism"),
            Map.entry(803, "ieee802.11/radiotap"), Map.entry(804, "ieee802.15.4"),
            Map.entry(805, "ieee802.15.4/monitor"), Map.entry(820, "phonet"),
            Map.entry(821, "phonet_pipe"), Map.entry(822, "caif"), Map.entry(823, "gre6"), Map.entry(824, "netlink"),
            Map.entry(825, "6lowpan"), Map.entry(65534, "none"), Map.entry(65535, "void"));

    private static final Map<Integer, String> ADDRESSES =
            Map.of(IFLA_ADDRESS, "address", IFLA_BROADCAST, "broadcast", IFLA_PERM_ADDRESS, "permaddr");

    private HardwareType() {}

    static String name(int type) {
        return NAMES.getOrDefault(type, "[" + type + "]");
    }

    /** The addresses of tunnels over IP, which are IP addresses; nothing for other types. */
    static Map<String, String> addresses(Link link) {
        return switch (link.header().type()) {
            case ARPHRD_TUNNEL, ARPHRD_SIT, ARPHRD_IPGRE -> addresses(link, Integer.BYTES);
            case ARPHRD_TUNNEL6, ARPHRD_IP6GRE -> addresses(link, 2 * Long.BYTES);
            default -> Map.of();
        };
    }

    private static Map<String, String> addresses(Link link, int length) {
        Map<String, String> addresses = new LinkedHashMap<>();
        ADDRESSES.forEach((number, key) -> link.attributes().payload(number)
                .filter(octets -> octets.length == length)
                .ifPresent(octets -> addresses.put(key, IpAddress.of(octets).toString())));
        return addresses;
    }
}
