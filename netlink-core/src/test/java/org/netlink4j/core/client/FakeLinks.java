package org.netlink4j.core.client;

import static org.netlink4j.core.testing.Answer.acknowledge;
import static org.netlink4j.core.testing.Answer.dump;
import static org.netlink4j.core.testing.Answer.object;
import static org.netlink4j.core.testing.Answer.refuse;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ECHO;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP;

import java.util.Map;
import java.util.TreeMap;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.testing.Answer;
import org.netlink4j.core.testing.FakeKernel;
import org.netlink4j.core.wire.MessageReader;

/** As much of NETLINK_ROUTE in memory as {@link RequesterContract} asks for: links by index and name, no addresses. */
final class FakeLinks {
    private final Map<Integer, String> links = new TreeMap<>(Map.of(1, "lo"));

    FakeKernel kernel() {
        return new FakeKernel()
                .on(RequesterContract.RTM_NEWLINK, this::create)
                .on(RequesterContract.RTM_GETLINK, this::get)
                .on(RequesterContract.RTM_GETADDR, dump());
    }

    private synchronized Answer create(MessageReader request) throws MalformedMessageException {
        String name = "";
        boolean bridge = false;
        var attributes = request.attributes(16);
        while (attributes.next()) {
            if (attributes.type() == RequesterContract.IFLA_IFNAME) {
                name = attributes.string();
            } else if (attributes.type() == RequesterContract.IFLA_LINKINFO) {
                attributes.enter();
                while (attributes.next()) {
                    bridge |= attributes.type() == 1 && attributes.string().equals("bridge");
                }
                attributes.leave();
            }
        }
        if (links.containsValue(name)) {
            return refuse(Errno.EEXIST);
        }
        if (!bridge) {
            return refuse(Errno.EOPNOTSUPP).saying("Unknown device type");
        }
        int index = links.size() + 1;
        links.put(index, name);
        return (request.flags() & NLM_F_ECHO) != 0 ? link(index).announcedTo(1) : acknowledge();
    }

    private synchronized Answer get(MessageReader request) throws MalformedMessageException {
        if ((request.flags() & NLM_F_DUMP) == NLM_F_DUMP) {
            return dump(links.keySet().stream().map(this::link).toList());
        }
        int index = request.u32(4);
        return links.containsKey(index) ? link(index) : refuse(Errno.ENODEV);
    }

    private Answer link(int index) {
        String name = links.get(index);
        return object(RequesterContract.RTM_NEWLINK, out ->
                out.zeros(4).u32(index).zeros(8).attributes().stringz(RequesterContract.IFLA_IFNAME, name));
    }
}
