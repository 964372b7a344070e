package org.netlink4j.core.generic;

import static org.netlink4j.core.wire.Nlmsg.NLMSG_DONE;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_ERROR;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK_TLVS;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CAPPED;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_MULTI;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/** A kernel whose families come and go: the controller, and families that answer each request as a test says. */
final class FakeController implements DatagramTransport {
    /** What a family does with a request: writes answers. */
    interface Behaviour {
        void answer(MessageReader request, Out out) throws MalformedMessageException;
    }

    /** Writes one answer a datagram. */
    final class Out {
        private final int type;
        private final int sequence;

        Out(int type, int sequence) {
            this.type = type;
            this.sequence = sequence;
        }

        void message(int command, Attributes attributes, int flags) {
            send(writer -> {
                writer.begin(type, flags, sequence, 0).u8(command).u8(1).u16(0);
                attributes.writeTo(writer.attributes());
            });
        }

        void done() {
            send(writer -> writer.begin(NLMSG_DONE, NLM_F_MULTI, sequence, 0).u32(0));
        }

        void error(int errno) {
            send(writer -> writer.begin(NLMSG_ERROR, NLM_F_CAPPED, sequence, 0).u32(-errno).zeros(16));
        }

        void error(int errno, int offset) {
            send(writer -> writer.begin(NLMSG_ERROR, NLM_F_CAPPED | NLM_F_ACK_TLVS, sequence, 0)
                    .u32(-errno).zeros(16).attributes().u32(2, offset));
        }

        private void send(Consumer<MessageWriter> message) {
            byte[] buffer = new byte[4096];
            MessageWriter writer = new MessageWriter().over(MemorySegment.ofArray(buffer), 0, buffer.length);
            message.accept(writer);
            writer.end();
            toReceive.add(Arrays.copyOf(buffer, (int) writer.position()));
        }
    }

    private record Installed(int id, Behaviour behaviour) {}

    private final Map<String, Installed> families = new HashMap<>();
    private final Deque<byte[]> toReceive = new ArrayDeque<>();
    final List<byte[]> sent = new ArrayList<>();

    void install(String name, int id, Behaviour behaviour) {
        families.put(name, new Installed(id, behaviour));
    }

    void remove(String name) {
        families.remove(name);
    }

    private static Attributes describe(String name, int id) {
        return Attributes.none(Ctrl.ATTRIBUTES).with(Ctrl.CTRL_ATTR_FAMILY_ID, id).with(Ctrl.CTRL_ATTR_FAMILY_NAME, name);
    }

    private void control(MessageReader request, Out out) throws MalformedMessageException {
        Attributes asked = Attributes.decode(Ctrl.ATTRIBUTES, request.attributes(Genl.GENL_HDRLEN));
        if (request.u8(0) == Ctrl.CTRL_CMD_GETPOLICY) {
            out.error(Errno.ENODATA); // as for a family without one
        } else if (request.u8(0) != Ctrl.CTRL_CMD_GETFAMILY) {
            out.error(Errno.EOPNOTSUPP);
        } else if ((request.flags() & NLM_F_DUMP) == NLM_F_DUMP) {
            families.forEach((name, family) -> out.message(Ctrl.CTRL_CMD_NEWFAMILY, describe(name, family.id), NLM_F_MULTI));
            out.done();
        } else {
            String name = asked.text(Ctrl.CTRL_ATTR_FAMILY_NAME).orElseThrow();
            Installed family = families.get(name);
            if (family == null) {
                out.error(Errno.ENOENT);
            } else {
                out.message(Ctrl.CTRL_CMD_NEWFAMILY, describe(name, family.id), 0);
            }
        }
    }

    @Override
    public void send(MemorySegment memory, long length, int destinationPort) throws MalformedMessageException {
        byte[] bytes = memory.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
        sent.add(bytes);
        MessageReader request = new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length);
        if (!request.next()) {
            throw new AssertionError("an empty request");
        }
        Out out = new Out(request.type(), request.sequence());
        if (request.type() == Genl.GENL_ID_CTRL) {
            control(request, out);
            return;
        }
        for (Installed family : families.values()) {
            if (family.id == request.type()) {
                family.behaviour.answer(request, out);
                if ((request.flags() & NLM_F_ACK) != 0) {
                    out.error(0);
                }
                return;
            }
        }
        out.error(Errno.ENOENT);
    }

    @Override
    public boolean receive(Datagram into, long deadline) {
        byte[] next = toReceive.poll();
        if (next == null) {
            return false;
        }
        MemorySegment.copy(next, 0, into.memory(), ValueLayout.JAVA_BYTE, 0, next.length);
        into.received(next.length, 0, 0);
        return true;
    }

    @Override
    public int portId() {
        return 4711;
    }

    @Override
    public int receiveBufferSize() {
        return 212_992;
    }

    @Override
    public void wake() {
        // nobody waits: receive() never blocks
    }

    @Override
    public void close() {
        toReceive.clear();
    }
}
