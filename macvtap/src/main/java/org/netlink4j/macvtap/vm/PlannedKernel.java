package org.netlink4j.macvtap.vm;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETLINK;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.testing.Answer;
import org.netlink4j.core.testing.FakeKernel;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.lldpad.PortResponse;
import org.netlink4j.rtnetlink.link.Iff;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.IflaPort;
import org.netlink4j.rtnetlink.link.IflaVf;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkHeader;
import org.netlink4j.rtnetlink.link.VirtualFunction;

/**
 * A kernel in memory that agrees to everything about links. A device that is asked for and was not made is assumed to be there: a
 * physical one, up, with a virtual function.
 */
final class PlannedKernel {
    private static final Attributes FUNCTION = Attributes.none(IflaVf.LIST)
            .plus(
                    IflaVf.IFLA_VF_INFO,
                    VirtualFunction.of(0).address(new MacAddress(0)).vlan(0, 0).wanted().attributes());

    final FakeKernel transport = new FakeKernel()
            .on(RTM_NEWLINK, this::newLink)
            .on(RTM_SETLINK, this::setPort)
            .on(RTM_GETLINK, this::getLink)
            .on(RTM_DELLINK, this::deleteLink);

    /** Devices that were assumed, with the index that each was given. */
    final Map<String, Integer> assumed = new LinkedHashMap<>();

    private final Map<String, Integer> given;
    private final Map<Integer, Link> links = new TreeMap<>();
    private int lastIndex;

    PlannedKernel(Map<String, Integer> given) {
        this.given = given;
    }

    private static LinkHeader header(int index, int flags) {
        return new LinkHeader(0, 1, index, flags, 0);
    }

    private int indexFor(String name) {
        if (given.containsKey(name)) {
            return given.get(name);
        }
        do {
            lastIndex++;
        } while (given.containsValue(lastIndex) || links.containsKey(lastIndex));
        assumed.put(name, lastIndex);
        return lastIndex;
    }

    private Link assume(String name) {
        Attributes attributes = Attributes.none(Ifla.ATTRIBUTES)
                .with(Ifla.IFLA_IFNAME, name)
                .with(Ifla.IFLA_ADDRESS, new byte[6])
                .with(Ifla.IFLA_VFINFO_LIST, FUNCTION);
        Link link = new Link(header(indexFor(name), Iff.IFF_UP), attributes);
        links.put(link.index(), link);
        return link;
    }

    private Link find(Link asked) {
        if (asked.index() != 0) {
            Link known = links.get(asked.index());
            return known != null ? known : assume(nameOf(asked.index()));
        }
        return links.values().stream()
                .filter(link -> link.name().equals(asked.name()))
                .findFirst()
                .orElseGet(() -> assume(asked.name()));
    }

    private String nameOf(int index) {
        return given.entrySet().stream()
                .filter(entry -> entry.getValue() == index)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("index" + index);
    }

    private Answer newLink(MessageReader request) throws MalformedMessageException {
        Link asked = Link.decode(request);
        if ((request.flags() & NLM_F_CREATE) != 0) {
            int index = indexFor(asked.name());
            links.put(index, new Link(header(index, asked.flags()), asked.attributes()));
            return Answer.acknowledge();
        }
        Link now = find(asked);
        int change = asked.header().change();
        Attributes attributes = now.attributes();
        if (asked.address().isPresent()) {
            attributes = attributes.with(Ifla.IFLA_ADDRESS, asked.address().get());
        }
        for (VirtualFunction function : asked.functions()) {
            attributes = attributes.with(Ifla.IFLA_VFINFO_LIST, changed(now.functions().getFirst(), function));
        }
        links.put(
                now.index(), new Link(header(now.index(), now.flags() & ~change | asked.flags() & change), attributes));
        return Answer.acknowledge();
    }

    private static Attributes changed(VirtualFunction function, VirtualFunction wanted) {
        Attributes all = function.attributes();
        for (int number : wanted.attributes().numbers()) {
            all = all.with(number, wanted.attributes().payload(number).orElseThrow());
        }
        return Attributes.none(IflaVf.LIST).plus(IflaVf.IFLA_VF_INFO, all);
    }

    /** The driver of a card agrees to a port profile at once. */
    private Answer setPort(MessageReader request) throws MalformedMessageException {
        Link asked = Link.decode(request);
        Link now = find(asked);
        Attributes attributes = now.attributes();
        if (asked.selfPort().isPresent()) {
            attributes = attributes.with(Ifla.IFLA_PORT_SELF, agreed(asked.selfPort().get()));
        }
        for (Attributes port : asked.functionPorts()) {
            attributes = attributes.with(
                    Ifla.IFLA_VF_PORTS, Attributes.none(IflaPort.LIST).plus(IflaPort.IFLA_VF_PORT, agreed(port)));
        }
        links.put(now.index(), new Link(now.header(), attributes));
        return Answer.acknowledge();
    }

    private static Attributes agreed(Attributes port) {
        return port.with(IflaPort.IFLA_PORT_RESPONSE, PortResponse.PROFILE_SUCCESS.value());
    }

    private Answer getLink(MessageReader request) throws MalformedMessageException {
        if ((request.flags() & NLM_F_DUMP) == NLM_F_DUMP) {
            List<Answer> all = links.values().stream().map(PlannedKernel::described).toList();
            return Answer.dump(all);
        }
        return described(find(Link.decode(request)));
    }

    private static Answer described(Link link) {
        return Answer.object(RTM_NEWLINK, link::write);
    }

    private Answer deleteLink(MessageReader request) throws MalformedMessageException {
        return links.remove(Link.decode(request).index()) == null ? Answer.refuse(Errno.ENODEV) : Answer.acknowledge();
    }
}
