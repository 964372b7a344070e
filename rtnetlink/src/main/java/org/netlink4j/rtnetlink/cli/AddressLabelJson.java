package org.netlink4j.rtnetlink.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.address.AddressLabel;

/** Labels of prefixes as {@code ip -json addrlabel list} prints them. */
final class AddressLabelJson {
    static final ObjectList COMMAND = new ObjectList(
            """
            addrlabel list [--json]

              the labels of IPv6 prefixes, by which source addresses are chosen, one line each

              --json    the keys and values of "ip -json addrlabel list"
            """,
            Set.of(),
            Set.of(),
            List.of("address", "prefixlen", "ifname", "label"),
            AddressLabelJson::list);

    private AddressLabelJson() {}

    private static List<Map<String, Object>> list(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        arguments.noOperands();
        OtherLinks links = new OtherLinks(rtnetlink.links(), List.of());
        return rtnetlink.addressLabels().list().stream().map(label -> of(label, links)).toList();
    }

    private static Map<String, Object> of(AddressLabel label, OtherLinks links) {
        Map<String, Object> members = new LinkedHashMap<>();
        label.prefix().ifPresent(prefix -> members.put("address", prefix.address().toString()));
        members.put("prefixlen", label.length());
        label.onlyDevice().ifPresent(index -> members.put("ifname", links.name(index)));
        label.label().ifPresent(number -> members.put("label", number));
        return members;
    }
}
