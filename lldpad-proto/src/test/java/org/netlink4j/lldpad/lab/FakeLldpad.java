package org.netlink4j.lldpad.lab;

import static org.netlink4j.core.wire.Nlmsg.NLMSG_DONE;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_ERROR;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETLINK;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.lldpad.PortEntry;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.VsiNotice;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.IflaPort;
import org.netlink4j.rtnetlink.link.LinkSpec;

/** Behind a pid file as lldpad is: agrees to everything at once, and says what no real lldpad can be made to say. */
public final class FakeLldpad implements AutoCloseable {
    private static final int DEVICE = 1;
    private static final Duration LONG = Duration.ofSeconds(60);

    private final NetlinkSocket socket;
    private final Queue<MessageBody> notices = new ConcurrentLinkedQueue<>();
    private final Map<Attributes, Attributes> agreed = new ConcurrentHashMap<>();
    private final Thread thread;
    private int client;

    public FakeLldpad(NetworkNamespace namespace, Path pidFile) throws IOException {
        socket = NetlinkSocket.open(0, SocketOptions.DEFAULT, namespace);
        Files.writeString(pidFile, Integer.toUnsignedString(socket.portId()) + "\n");
        thread = Thread.ofPlatform().daemon().start(this::run);
    }

    /** Says something to whoever asked last, after what it was told to say before. */
    public void tell(MessageBody notice) {
        notices.add(notice);
        socket.wake();
    }

    private void run() {
        try (Arena arena = Arena.ofConfined()) {
            Datagram in = new Datagram(arena, 8192);
            MemorySegment out = arena.allocate(8192, 8);
            long end = System.nanoTime() + LONG.toNanos();
            while (end - System.nanoTime() > 0) {
                boolean asked = socket.receive(in, end);
                for (MessageBody notice = notices.poll(); notice != null; notice = notices.poll()) {
                    say(out, RTM_SETLINK, 0, notice, client);
                }
                if (asked) {
                    answer(in, out);
                }
            }
        } catch (ClosedException _) {
            // the test is over
        } catch (NetlinkException e) {
            throw new AssertionError(e);
        }
    }

    private void answer(Datagram in, MemorySegment out) throws NetlinkException {
        MessageReader question = new MessageReader().over(in.memory(), 0, in.length());
        question.next();
        client = question.portId();
        if (question.type() == RTM_SETLINK) {
            VsiNotice.decode(question).entries().forEach(this::agree);
            say(out, NLMSG_ERROR, question.sequence(), message -> message.bytes(new byte[20]), in.senderPort());
        } else {
            say(out, NLMSG_DONE, question.sequence(), status(), in.senderPort());
        }
    }

    private void agree(PortEntry entry) {
        byte[] instance = entry.attributes().payload(IflaPort.IFLA_PORT_INSTANCE_UUID).orElseThrow();
        Attributes vsi = Attributes.none(IflaPort.ATTRIBUTES).with(IflaPort.IFLA_PORT_INSTANCE_UUID, instance);
        if (entry.request().filter(PortRequest.DISASSOCIATE::equals).isPresent()) {
            agreed.remove(vsi);
        } else {
            agreed.put(vsi, vsi.with(IflaPort.IFLA_PORT_RESPONSE, 0));
        }
    }

    private MessageBody status() {
        Attributes ports = Attributes.none(IflaPort.LIST);
        for (Attributes port : agreed.values()) {
            ports = ports.plus(IflaPort.IFLA_VF_PORT, port);
        }
        Attributes all = ports;
        return LinkSpec.indexed(DEVICE).with(link -> all.numbers().isEmpty() ? link : link.with(Ifla.IFLA_VF_PORTS, all));
    }

    private void say(MemorySegment out, int type, int sequence, MessageBody body, int port) throws NetlinkException {
        MessageWriter writer = new MessageWriter().over(out, 0, out.byteSize()).begin(type, 0, sequence, socket.portId());
        body.write(writer);
        socket.send(out, writer.end(), port);
    }

    @Override
    public void close() {
        socket.close();
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
