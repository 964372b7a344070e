package org.netlink4j.lldpad.runner;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.netlink4j.core.Errno;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.Octets;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.io.FrameFile;
import org.netlink4j.core.io.UnixStream;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.lldpad.evb.VsiKey;
import org.netlink4j.lldpad.wire.VsiFilter;

/**
 * The station or bridge that a process of this library, another or this one, has on a device. It answers root of its user namespace
 * and the user of its process, and only theirs is believed. Every call is a connection of its own. May be used by many threads. Needs
 * no capability.
 */
public final class PortPeer {
    static final String TABLE = "table";
    static final String ASK = "ask";

    /** How long a process may take to answer what it need not ask a switch for. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int LONGEST_ANSWER = 4 << 20;

    private final NetworkNamespace namespace;
    private final int index;

    private PortPeer(NetworkNamespace namespace, int index) {
        this.namespace = namespace;
        this.index = index;
    }

    /**
     * Whoever speaks on a device.
     *
     * @param namespace where the device is; it must stay open
     * @param index its index
     * @return it; whether there is one the calls tell
     */
    public static PortPeer of(NetworkNamespace namespace, int index) {
        return new PortPeer(namespace, index);
    }

    /**
     * Whether a process speaks there that may be asked.
     *
     * @return whether one does
     * @throws NetlinkException if the namespace cannot be entered
     */
    public boolean isThere() throws NetlinkException {
        try {
            connect().close();
            return true;
        } catch (SystemCallException e) {
            if (e.errno() == Errno.ECONNREFUSED || e.errno() == Errno.EACCES) {
                return false;
            }
            throw e;
        }
    }

    /**
     * What it has.
     *
     * @return its VSIs
     * @throws NetlinkException if nobody speaks there ({@link SystemCallException} with {@code ECONNREFUSED}), if it is another
     *     user's ({@code EACCES}), or if it does not answer within five seconds
     */
    public PortTable table() throws NetlinkException {
        return PortTable.decode(exchange(TABLE, PATIENCE));
    }

    /**
     * Lets a station ask the switch, and waits for the outcome. The VSI is the station's: it stays in force as long as its process
     * keeps it.
     *
     * @param request what for
     * @param timeout how long the switch may take, at most ten minutes
     * @return what became of it
     * @throws NetlinkException as {@link #table}; if it is a bridge ({@code EINVAL})
     */
    public VsiOutcome ask(VsiRequest request, Duration timeout) throws NetlinkException {
        List<VsiFilter> filters = List.of(new VsiFilter.MacVlan(request.address(), request.vlan()));
        String vsi = DoorText.encode(VsiKey.of(request.profile()), request.request(), filters);
        List<String> answer = exchange(ASK + " " + timeout.toMillis() + " " + vsi, timeout.plus(PATIENCE));
        return DoorText.decodeOutcome(String.join("\n", answer));
    }

    // ---- the connection

    /** One that is full is asked again for a while. */
    private UnixStream connect() throws NetlinkException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return checked(UnixStream.connect(namespace, PortClaim.name(index)));
            } catch (SystemCallException e) {
                if (e.errno() != Errno.EAGAIN || deadline - System.nanoTime() <= 0) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static UnixStream checked(UnixStream stream) throws NetlinkException {
        boolean friend = false;
        try {
            UnixStream.Peer peer = stream.peer();
            friend = peer.isRootOrOwn();
            if (!friend) {
                throw new SystemCallException("asking process " + peer.pid() + " of user " + Integer.toUnsignedString(peer.user())
                        + ", who is neither root nor you, of " + stream, Errno.EACCES);
            }
            return stream;
        } finally {
            if (!friend) {
                stream.close();
            }
        }
    }

    private static void pause() throws InterruptedCallException {
        try {
            Thread.sleep(10);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException("interrupted while others were asking");
        }
    }

    private List<String> exchange(String line, Duration wait) throws NetlinkException {
        long deadline = System.nanoTime() + wait.toNanos();
        try (UnixStream stream = connect()) {
            stream.send(Octets.of((line + "\n").getBytes(StandardCharsets.US_ASCII)), List.of(), deadline);
            List<String> lines = read(stream, deadline).lines().toList();
            if (lines.isEmpty() || !lines.getLast().equals(PortDoor.END)) {
                throw new MalformedMessageException("the answer of " + stream + " has no end");
            }
            if (lines.getFirst().startsWith(PortDoor.ERROR + " ")) {
                throw refusal(lines.getFirst());
            }
            return lines.subList(0, lines.size() - 1);
        }
    }

    private static String read(UnixStream stream, long deadline) throws NetlinkException {
        StringBuilder text = new StringBuilder();
        while (true) {
            UnixStream.Received received = stream.receive(deadline);
            FrameFile.close(received.descriptors());
            if (received.bytes().length() == 0) {
                return text.toString();
            }
            text.append(new String(received.bytes().toArray(), StandardCharsets.US_ASCII));
            if (text.length() > LONGEST_ANSWER) {
                throw new MalformedMessageException("an answer of more than " + LONGEST_ANSWER + " characters");
            }
        }
    }

    private static NetlinkException refusal(String line) {
        String[] words = line.split(" ", 3);
        try {
            return new SystemCallException("asking the process that speaks EVB there: " + words[2], Integer.parseInt(words[1]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException _) {
            return DoorText.nonsense(line);
        }
    }
}
