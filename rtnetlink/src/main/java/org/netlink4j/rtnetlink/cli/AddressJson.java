package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.IpFamily.AF_INET6;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWADDR;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV4_IFADDR;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_IPV6_IFADDR;
import static org.netlink4j.rtnetlink.address.IfaF.IFA_F_DADFAILED;
import static org.netlink4j.rtnetlink.address.IfaF.IFA_F_DEPRECATED;
import static org.netlink4j.rtnetlink.address.IfaF.IFA_F_HOMEADDRESS;
import static org.netlink4j.rtnetlink.address.IfaF.IFA_F_MANAGETEMPADDR;
import static org.netlink4j.rtnetlink.address.IfaF.IFA_F_MCAUTOJOIN;
import static org.netlink4j.rtnetlink.address.IfaF.IFA_F_NODAD;
import static org.netlink4j.rtnetlink.address.IfaF.IFA_F_NOPREFIXROUTE;
import static org.netlink4j.rtnetlink.address.IfaF.IFA_F_OPTIMISTIC;
import static org.netlink4j.rtnetlink.address.IfaF.IFA_F_PERMANENT;
import static org.netlink4j.rtnetlink.address.IfaF.IFA_F_SECONDARY;
import static org.netlink4j.rtnetlink.address.IfaF.IFA_F_STABLE_PRIVACY;
import static org.netlink4j.rtnetlink.address.IfaF.IFA_F_TENTATIVE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.address.Address;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.Links;

/** Addresses as {@code ip -json -details address show} prints them: under the links that have them. */
final class AddressJson {
    private static final String NAME = "ifname";
    private static final String ADDRESSES = "addr_info";

    static final ObjectList COMMAND = new ObjectList(
            """
            addr list [[dev] NAME] [--json]

              the addresses of the links of this network namespace, one line each; or those of one link

              --json    the keys and values of "ip -json -details address show", and "protocol" as newer ones print it
            """,
            Set.of(),
            Set.of(),
            List.of("ifname", "family", "local", "prefixlen", "address", "scope", "label"),
            AddressJson::list,
            AddressJson::rows);

    static final EventKind EVENTS = EventKind.of(
            "addr", RTM_NEWADDR, Set.of(RTNLGRP_IPV4_IFADDR, RTNLGRP_IPV6_IFADDR), COMMAND.columns(), links -> {
                AddressJson view = new AddressJson();
                return message -> {
                    Address address = Address.decode(message);
                    Map<String, Object> members = new LinkedHashMap<>();
                    members.put("ifindex", address.index());
                    members.put(NAME, links.name(address.index()));
                    members.putAll(view.of(address));
                    return members;
                };
            });

    private static final Map<Integer, String> FLAGS = new LinkedHashMap<>();

    static {
        FLAGS.put(IFA_F_NODAD, "nodad");
        FLAGS.put(IFA_F_OPTIMISTIC, "optimistic");
        FLAGS.put(IFA_F_DADFAILED, "dadfailed");
        FLAGS.put(IFA_F_HOMEADDRESS, "home");
        FLAGS.put(IFA_F_DEPRECATED, "deprecated");
        FLAGS.put(IFA_F_TENTATIVE, "tentative");
        FLAGS.put(IFA_F_MANAGETEMPADDR, "mngtmpaddr");
        FLAGS.put(IFA_F_NOPREFIXROUTE, "noprefixroute");
        FLAGS.put(IFA_F_MCAUTOJOIN, "autojoin");
        FLAGS.put(IFA_F_STABLE_PRIVACY, "stable-privacy");
    }

    private final Names scopes = Names.scopes();

    private static List<Map<String, Object>> list(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        Links links = rtnetlink.links();
        Optional<String> name = LinkList.name(arguments.operands());
        List<Link> wanted = name.isPresent() ? List.of(links.get(name.get())) : links.list();
        List<Address> addresses =
                name.isPresent() ? rtnetlink.addresses().list(wanted.getFirst().index()) : rtnetlink.addresses().list();
        LinkJson linkView = new LinkJson(new OtherLinks(links, wanted), GroupNames.ofSystem(), AccountNames.ofSystem());
        AddressJson view = new AddressJson();
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Link link : wanted) {
            Map<String, Object> object = new LinkedHashMap<>(linkView.of(link));
            object.put(ADDRESSES, addresses.stream().filter(address -> address.index() == link.index()).map(view::of).toList());
            objects.add(object);
        }
        return objects;
    }

    private static Stream<Map<String, Object>> rows(Map<String, Object> link) {
        return ((List<?>) link.get(ADDRESSES)).stream().map(address -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put(NAME, link.get(NAME));
            ((Map<?, ?>) address).forEach((key, value) -> row.put((String) key, value));
            return row;
        });
    }

    /** The members of the JSON object of an address. */
    Map<String, Object> of(Address address) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("family", Families.word(address.header().family()));
        address.local().ifPresent(local -> members.put("local", local.toString()));
        address.peer().ifPresent(peer -> members.put("address", peer.toString()));
        members.put("prefixlen", address.prefixLength());
        members.put("scope", scopes.name(address.scope()));
        int flags = address.flags();
        if ((flags & IFA_F_SECONDARY) != 0) {
            members.put(address.header().family() == AF_INET6 ? "temporary" : "secondary", true);
        }
        if ((flags & IFA_F_PERMANENT) == 0) {
            members.put("dynamic", true);
        }
        int unknown = flags & ~(IFA_F_SECONDARY | IFA_F_PERMANENT);
        for (Map.Entry<Integer, String> flag : FLAGS.entrySet()) {
            if ((flags & flag.getKey()) != 0) {
                members.put(flag.getValue(), true);
                unknown &= ~flag.getKey();
            }
        }
        if (unknown != 0) {
            members.put("ifa_flags", "0x%02x".formatted(unknown));
        }
        members.putAll(address.attributes().values());
        return members;
    }
}
