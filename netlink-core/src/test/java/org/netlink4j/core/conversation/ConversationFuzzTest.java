package org.netlink4j.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_DONE;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_ERROR;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK_TLVS;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CAPPED;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_MULTI;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.generic.Ctrl;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.schema.Nlmsgerr;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.testkit.FuzzTarget;
import org.netlink4j.testkit.SeedAttributes;

/** A datagram of the kernel that comes while a request (sequence 1) and a dump (sequence 2) wait for their answers. */
class ConversationFuzzTest extends FuzzTarget {
    private static final MessageSpec MESSAGE = new MessageSpec(16, "TEST_NEW", StructSpec.EMPTY, Ctrl.ATTRIBUTES);
    private static final NetlinkProtocol PROTOCOL = NetlinkProtocol.of(31, "NETLINK_TEST", MESSAGE);
    private static final byte[] REQUEST = SeedAttributes.messages(MESSAGE, 0).getLast();

    /** Ends at most once, and hears nothing after that. */
    private static final class Waiting implements Exchange.Handler {
        private final Exchange exchange = new Exchange();
        private int ends;

        @Override
        public void answer(MessageReader message) throws MalformedMessageException {
            assertEquals(0, ends);
            Attributes.decode(Ctrl.ATTRIBUTES, message.attributes(0));
        }

        @Override
        public byte[] request() {
            return REQUEST;
        }

        @Override
        public void ended(Exchange ended) {
            ends++;
        }
    }

    private static byte[] datagram(int type, int flags, int sequence, byte[] attributes) {
        byte[] room = new byte[REQUEST.length + 1024];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(room), 0, room.length);
        out.begin(16, 0, sequence, 0).bytes(Arrays.copyOfRange(REQUEST, 16, REQUEST.length)).end();
        out.begin(type, flags, sequence, 0).u32(-22).bytes(Arrays.copyOf(REQUEST, type == NLMSG_ERROR ? 16 : 0));
        out.attributes().append(attributes);
        return Arrays.copyOf(room, (int) out.end());
    }

    @Override
    protected List<byte[]> seeds() {
        byte[] said = SeedAttributes.of(Nlmsgerr.ATTRIBUTES).getLast();
        return List.of(
                datagram(NLMSG_ERROR, NLM_F_ACK_TLVS | NLM_F_CAPPED, 1, said),
                datagram(NLMSG_DONE, NLM_F_ACK_TLVS | NLM_F_MULTI, 2, said),
                datagram(NLMSG_DONE, 0, 1, new byte[0]));
    }

    @Override
    protected void run(byte[] bytes) {
        Conversation conversation = new Conversation(PROTOCOL, 0, 4711, 0);
        List<Waiting> all = List.of(new Waiting(), new Waiting());
        conversation.begin(all.getFirst().exchange, all.getFirst(), 16, NLM_F_ACK, 1000);
        conversation.begin(all.getLast().exchange, all.getLast(), 16, NLM_F_DUMP, 1000);
        conversation.datagram(MemorySegment.ofArray(bytes), bytes.length, 0, false);
        for (Waiting one : all) {
            assertEquals(one.exchange.isOpen() ? 0 : 1, one.ends);
            one.exchange.isInterrupted();
        }
        assertEquals(all.stream().filter(one -> one.exchange.isOpen()).count(), conversation.openExchanges());
        conversation.expire(1001);
        assertEquals(0, conversation.openExchanges());
        all.forEach(one -> assertEquals(1, one.ends));
    }
}
