package org.netlink4j.lldpad.client;

import static org.netlink4j.core.wire.Nlmsg.NLMSG_DONE;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_ERROR;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETLINK;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.netlink4j.core.Errno;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.TruncatedException;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.lldpad.LldpadPidFile;
import org.netlink4j.lldpad.LldpadReply;
import org.netlink4j.lldpad.PortStatus;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.rtnetlink.link.LinkSpec;

/**
 * One conversation with lldpad at a time. An answer counts only if it comes from lldpad's socket address and repeats the sequence
 * number. The pid file is read anew for every request, for lldpad may have been restarted.
 */
final class LldpadSocket implements LldpadChannel {
    private static final Duration ANSWER = Duration.ofSeconds(4); // a draft lldpad is deaf for a second for every VSI it ends
    private static final long BUFFER = 64 * 1024;

    private final Arena arena = Arena.ofShared();
    private final DatagramTransport transport;
    private final Path pidFile;
    private final int noticePort;
    private final MemorySegment out = arena.allocate(BUFFER, 8);
    private final Datagram in = new Datagram(arena, BUFFER);
    private int sequence;

    /**
     * A conversation.
     *
     * @param transport a socket of NETLINK_ROUTE, closed with this
     * @param pidFile lldpad's file
     * @param noticePort the port id to which lldpad is to send notices
     */
    LldpadSocket(DatagramTransport transport, Path pidFile, int noticePort) {
        this.transport = transport;
        this.pidFile = pidFile;
        this.noticePort = noticePort;
    }

    /** lldpad's port id; if there is no file there is no lldpad, as if nobody listened. */
    static int portId(Path pidFile) throws NetlinkException {
        try {
            return (int) LldpadPidFile.parse(Files.readAllBytes(pidFile));
        } catch (NetlinkException e) {
            throw e;
        } catch (IOException _) {
            throw new SystemCallException("reading " + pidFile, Errno.ECONNREFUSED);
        }
    }

    @Override
    public synchronized LldpadReply set(VsiRequest request) throws NetlinkException {
        return LldpadReply.decode(ask(RTM_SETLINK, request, NLMSG_ERROR));
    }

    @Override
    public synchronized PortStatus get(int index) throws NetlinkException {
        return PortStatus.decode(ask(RTM_GETLINK, LinkSpec.indexed(index), NLMSG_DONE));
    }

    private MessageReader ask(int type, MessageBody body, int wanted) throws NetlinkException {
        int lldpad = portId(pidFile);
        MessageWriter writer = new MessageWriter().over(out, 0, out.byteSize());
        writer.begin(type, NLM_F_REQUEST | NLM_F_ACK, ++sequence, noticePort);
        body.write(writer);
        transport.send(out, writer.end(), lldpad);
        long deadline = System.nanoTime() + ANSWER.toNanos();
        do {
            if (!receive(deadline)) {
                break;
            }
            MessageReader message = new MessageReader().over(in.memory(), 0, in.length());
            if (in.senderPort() != lldpad || !message.next() || message.sequence() != sequence) {
                continue;
            }
            if (message.type() == wanted) {
                return message;
            }
            if (message.type() == NLMSG_ERROR) {
                throw new KernelException("RTM_GETLINK", LldpadReply.decode(message).errno(), ExtendedAck.NONE);
            }
        } while (deadline - System.nanoTime() > 0); // other processes could else send for ever
        throw new TimedOutException("lldpad did not answer within " + ANSWER);
    }

    /** A datagram that is larger than any of lldpad's is taken for an empty one; its sender is known. */
    private boolean receive(long deadline) throws NetlinkException {
        try {
            return transport.receive(in, deadline);
        } catch (TruncatedException _) {
            return true;
        }
    }

    @Override
    public void close() {
        transport.close();
        synchronized (this) {
            if (arena.scope().isAlive()) {
                arena.close();
            }
        }
    }
}
