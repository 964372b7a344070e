package org.netlink4j.core.generic;

import static org.netlink4j.core.testing.Answer.dump;
import static org.netlink4j.core.testing.Answer.object;
import static org.netlink4j.core.testing.Answer.refuse;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.testing.Answer;
import org.netlink4j.core.testing.FakeKernel;
import org.netlink4j.core.wire.MessageReader;

/** A kernel whose families come and go: the controller, and families that answer each request as a test says. */
final class FakeController {
    /** The controller's group "notify". */
    static final int NOTIFY = 9;

    /** What clients talk to. */
    final FakeKernel kernel = new FakeKernel();

    /** What the controller's announcements come from. */
    final FakeKernel announcing = new FakeKernel();

    private final Map<String, Integer> families = new ConcurrentHashMap<>(Map.of("nlctrl", Genl.GENL_ID_CTRL));

    FakeController() {
        kernel.on(Genl.GENL_ID_CTRL, this::control);
    }

    void install(String name, int id, Answer answer) {
        remove(name);
        families.put(name, id);
        kernel.on(id, answer);
    }

    void remove(String name) {
        Integer before = families.remove(name);
        if (before != null && !families.containsValue(before)) {
            kernel.on(before, refuse(Errno.ENOENT));
        }
    }

    void announce(int command, String name, int id) {
        announcing.multicast(NOTIFY, Genl.GENL_ID_CTRL, message(command, describe(name, id)));
    }

    /** {@return the requests so far} */
    List<byte[]> sent() {
        return kernel.sent();
    }

    static MessageBody message(int command, Attributes attributes) {
        return out -> {
            out.u8(command).u8(1).u16(0);
            attributes.writeTo(out.attributes());
        };
    }

    private static Attributes describe(String name, int id) {
        return Attributes.none(Ctrl.ATTRIBUTES).with(Ctrl.CTRL_ATTR_FAMILY_ID, id).with(Ctrl.CTRL_ATTR_FAMILY_NAME, name);
    }

    private static Answer family(String name, int id) {
        return object(Genl.GENL_ID_CTRL, message(Ctrl.CTRL_CMD_NEWFAMILY, describe(name, id)));
    }

    private Answer control(MessageReader request) throws MalformedMessageException {
        Attributes asked = Attributes.decode(Ctrl.ATTRIBUTES, request.attributes(Genl.GENL_HDRLEN));
        if (request.u8(0) == Ctrl.CTRL_CMD_GETPOLICY) {
            return refuse(Errno.ENODATA); // as for a family without one
        }
        if (request.u8(0) != Ctrl.CTRL_CMD_GETFAMILY) {
            return refuse(Errno.EOPNOTSUPP);
        }
        if ((request.flags() & NLM_F_DUMP) == NLM_F_DUMP) {
            return dump(families.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .map(family -> family(family.getKey(), family.getValue()))
                    .toList());
        }
        String name = asked.text(Ctrl.CTRL_ATTR_FAMILY_NAME).orElseThrow();
        Integer id = families.get(name);
        return id == null ? refuse(Errno.ENOENT) : family(name, id);
    }
}
