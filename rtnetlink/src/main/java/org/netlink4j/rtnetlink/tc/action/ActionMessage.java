package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.rtnetlink.tc.action.TcaRoot.TCA_ROOT_COUNT;
import static org.netlink4j.rtnetlink.tc.action.TcaRoot.TCA_ROOT_EXT_WARN_MSG;
import static org.netlink4j.rtnetlink.tc.action.TcaRoot.TCA_ROOT_TAB;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/**
 * A message about actions that stand alone: {@code RTM_NEWACTION}, {@code RTM_DELACTION} and {@code RTM_GETACTION}, which is also the type
 * of the answers to that. Events come to {@code RTNLGRP_TC}.
 *
 * @param attributes attributes of {@link TcaRoot}
 */
public record ActionMessage(Attributes attributes) implements MessageBody {
    /** Checks the table. */
    public ActionMessage {
        ActionKindType.require(TcaRoot.ATTRIBUTES, attributes);
    }

    static ActionMessage of(List<Action> actions) {
        return new ActionMessage(Attributes.none(TcaRoot.ATTRIBUTES).with(
                TCA_ROOT_TAB, Action.list(TcaRoot.ATTRIBUTES.find(TCA_ROOT_TAB).orElseThrow().nest(), actions)));
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at a message about actions
     * @return the message, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static ActionMessage decode(MessageReader message) throws MalformedMessageException {
        message.u8(0); // or it is too short
        return new ActionMessage(Attributes.decode(TcaRoot.ATTRIBUTES, message.attributes(TcaRoot.TCAMSG.size())));
    }

    /** {@return the actions} */
    public List<Action> actions() {
        return Action.listed(attributes, TCA_ROOT_TAB);
    }

    /** {@return how many actions are in this message of a dump, u32; empty in others} */
    public OptionalLong count() {
        return attributes.number(TCA_ROOT_COUNT);
    }

    /** {@return a warning of the kernel; since Linux 6.3} */
    public Optional<String> warning() {
        return attributes.text(TCA_ROOT_EXT_WARN_MSG);
    }

    @Override
    public void write(MessageWriter out) {
        out.bytes(TcaRoot.TCAMSG.encode(0));
        attributes.writeTo(out.attributes());
    }
}
