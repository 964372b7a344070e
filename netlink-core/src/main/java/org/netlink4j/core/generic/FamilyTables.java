package org.netlink4j.core.generic;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.schema.MessageTable;
import org.netlink4j.core.wire.MessageReader;

/** The families whose tables are known, by the type that this kernel gave them. */
final class FamilyTables implements MessageTable {
    private final Map<Integer, FamilySpec> byId = new ConcurrentHashMap<>(Map.of(Genl.GENL_ID_CTRL, Ctrl.FAMILY));

    void learn(int id, FamilySpec family) {
        byId.put(id, family);
    }

    void forget(int id) {
        byId.remove(id);
    }

    @Override
    public Optional<MessageSpec> find(MessageReader message) throws MalformedMessageException {
        FamilySpec family = byId.get(message.type());
        if (family == null) {
            return Optional.empty();
        }
        boolean request = (message.flags() & NLM_F_REQUEST) != 0;
        CommandSpec command = request ? family.request(message.u8(0)) : family.answer(message.u8(0));
        return Optional.of(new MessageSpec(message.type(), command.name(), family.header(), command.attributes()));
    }
}
