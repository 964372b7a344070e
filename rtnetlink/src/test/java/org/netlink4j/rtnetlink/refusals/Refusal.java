package org.netlink4j.rtnetlink.refusals;

import java.util.function.Consumer;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.wire.AttributeWriter;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.core.wire.Nlmsg;

/**
 * A request that the kernel refuses.
 *
 * @param words what is asked, in words
 * @param generic whether it goes to generic netlink instead of NETLINK_ROUTE
 */
record Refusal(String words, boolean generic, int type, int flags, MessageBody body) {
    static final int CREATE = Nlmsg.NLM_F_CREATE | Nlmsg.NLM_F_EXCL;

    static Refusal of(String words, int type, int flags, Consumer<MessageWriter> header, Consumer<AttributeWriter> attributes) {
        return new Refusal(words, false, type, flags, body(header, attributes));
    }

    /** A request of generic netlink: {@code struct genlmsghdr} and attributes. */
    static Refusal generic(String words, int family, int flags, int command, Consumer<AttributeWriter> attributes) {
        return new Refusal(words, true, family, flags, body(out -> out.u8(command).u8(1).u16(0), attributes));
    }

    private static MessageBody body(Consumer<MessageWriter> header, Consumer<AttributeWriter> attributes) {
        return out -> {
            header.accept(out);
            attributes.accept(out.attributes());
        };
    }

    boolean isDump() {
        return (flags & Nlmsg.NLM_F_DUMP) == Nlmsg.NLM_F_DUMP && (flags & Nlmsg.NLM_F_CREATE) == 0;
    }

    Request request() {
        return Request.of(type, body).flags(isDump() ? flags : flags | Nlmsg.NLM_F_ACK);
    }
}
