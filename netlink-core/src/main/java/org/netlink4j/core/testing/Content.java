package org.netlink4j.core.testing;

import static org.netlink4j.core.wire.Nlmsg.NLMSG_ERROR;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK_TLVS;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CAPPED;

import java.util.List;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.Nlmsgerr;
import org.netlink4j.core.wire.MessageWriter;

/** What one datagram of an answer contains. */
sealed interface Content {
    /** What the answer has to know of the request. */
    record Header(int type, int flags, int sequence, int portId) {}

    /** Writes messages; none if there is nothing to say. */
    void write(MessageWriter out, Header request);

    /** Messages with the request's sequence number. */
    record Messages(List<Message> messages) implements Content {
        @Override
        public void write(MessageWriter out, Header request) {
            for (Message message : messages) {
                out.begin(message.type, message.flags, request.sequence, request.portId);
                message.body.write(out);
                out.end();
            }
        }
    }

    /** One message. */
    record Message(int type, int flags, MessageBody body) {
        Message with(int moreFlags) {
            return new Message(type, flags | moreFlags, body);
        }
    }

    /** {@code NLMSG_ERROR}, capped: an acknowledgement, sent only if it was asked for, or a refusal, sent always. */
    record Verdict(int errno, Attributes words) implements Content {
        static Verdict of(int errno) {
            return new Verdict(errno, Attributes.none(Nlmsgerr.ATTRIBUTES));
        }

        @Override
        public void write(MessageWriter out, Header request) {
            if (errno == 0 && (request.flags & NLM_F_ACK) == 0) {
                return;
            }
            int flags = NLM_F_CAPPED | (words.isEmpty() ? 0 : NLM_F_ACK_TLVS);
            out.begin(NLMSG_ERROR, flags, request.sequence, request.portId).u32(-errno);
            out.u32(16).u16(request.type).u16(request.flags).u32(request.sequence).u32(request.portId);
            words.writeTo(out.attributes());
            out.end();
        }
    }

    /** Several contents in one datagram. */
    record Together(List<Content> contents) implements Content {
        @Override
        public void write(MessageWriter out, Header request) {
            contents.forEach(content -> content.write(out, request));
        }
    }
}
