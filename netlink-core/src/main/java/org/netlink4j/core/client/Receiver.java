package org.netlink4j.core.client;

import java.lang.foreign.Arena;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.TruncatedException;
import org.netlink4j.core.conversation.Conversation;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.socket.NetlinkSocket;

/** Receives for a conversation. What is lost on the way ends exchanges; what strangers send is nobody's failure. */
final class Receiver {
    /** The kernel fills at most 32 KiB of a dump into one datagram; single answers may be larger. */
    private static final long ROOM = 64 * 1024;

    private final NetlinkProtocol protocol;
    private final DatagramTransport transport;
    private final Conversation conversation;
    private final int peer;
    private final Datagram datagram;
    private boolean warnedOfStranger;
    private volatile long dropped;

    Receiver(NetlinkProtocol protocol, DatagramTransport transport, Conversation conversation, int peer, Arena arena) {
        this.protocol = protocol;
        this.transport = transport;
        this.conversation = conversation;
        this.peer = peer;
        datagram = new Datagram(arena, ROOM);
    }

    /** Makes a socket deaf to all but the kernel; closes it if that fails. */
    static NetlinkSocket hearingTheKernel(NetlinkSocket socket) throws NetlinkException {
        try {
            socket.hearOnly(0);
            return socket;
        } catch (NetlinkException e) {
            socket.close();
            throw e;
        }
    }

    /** {@return how many datagrams and messages were dropped; any thread may ask} */
    long dropped() {
        return dropped;
    }

    /**
     * Waits for a datagram and lets the conversation have it.
     *
     * @param deadline of {@link System#nanoTime}
     * @return false if the deadline passed first, or the transport was woken
     * @throws NetlinkException if the transport is closed or broken, or the thread was interrupted
     */
    boolean receive(long deadline) throws NetlinkException {
        try {
            if (!transport.receive(datagram, deadline)) {
                return false;
            }
            warnOfStranger();
            conversation.datagram(datagram.memory(), datagram.length(), datagram.senderPort(), datagram.isMulticast());
        } catch (OverrunException e) {
            OverrunEvent.report(protocol);
            logger().log(System.Logger.Level.WARNING, () -> protocol + ": " + e.getMessage() + "; open requests fail");
            conversation.overrun(e);
        } catch (TruncatedException e) {
            warnOfStranger();
            conversation.truncated(datagram.senderPort(), datagram.isMulticast(), e);
        }
        dropped = conversation.dropped();
        return true;
    }

    /** Asked for only when there is something to say: logging takes long to set up. */
    private static System.Logger logger() {
        return System.getLogger("org.netlink4j.core");
    }

    /** Once: a flood of datagrams is not to become a flood of warnings. */
    private void warnOfStranger() {
        if (datagram.senderPort() != peer && !warnedOfStranger) {
            warnedOfStranger = true;
            logger().log(System.Logger.Level.WARNING, () -> protocol + ": dropped a datagram that came from port "
                    + Integer.toUnsignedString(datagram.senderPort()) + " and not from port "
                    + Integer.toUnsignedString(peer) + "; further ones are dropped without a word");
        }
    }
}
