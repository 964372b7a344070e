package org.netlink4j.lldpad.control;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.Octets;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.io.FrameFile;
import org.netlink4j.core.io.UnixSocket;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.VdpGeneration;

/**
 * The control socket of the lldpad of a network namespace: an abstract unix datagram socket. All commands are about the agent of the
 * nearest customer bridge, which is that of EVB. A command waits for its answer four seconds at most; one is under way at a time.
 * What lldpad sends gives a result, a {@link ControlRefusedException} or a {@link MalformedMessageException}. May be used by many
 * threads. Needs no capability.
 */
public final class LldpadControl implements AutoCloseable {
    /** Its abstract unix name, without the leading NUL; there is a socket of that name as long as lldpad runs. */
    public static final String SOCKET = "/com/intel/lldpad";

    private static final Duration ANSWER = Duration.ofSeconds(4);
    private static final long BUFFER = 16 * 1024;

    /** Events that wait to be read; the oldest are dropped. */
    private static final int MOST_EVENTS = 1000;

    private final FrameFile file;
    private final MemorySegment in;
    private final MemorySegment out;
    private final Queue<byte[]> events = new ArrayDeque<>();

    private LldpadControl(FrameFile file) {
        this.file = file;
        in = file.arena().allocate(BUFFER);
        out = file.arena().allocate(BUFFER);
    }

    /**
     * Connects.
     *
     * @param namespace where lldpad runs; it may be closed afterwards
     * @return the connection, to be closed
     * @throws NetlinkException if no lldpad runs there ({@link org.netlink4j.core.SystemCallException} with {@code ECONNREFUSED})
     */
    public static LldpadControl open(NetworkNamespace namespace) throws NetlinkException {
        return new LldpadControl(UnixSocket.connected(namespace, SOCKET + "/" + UUID.randomUUID(), SOCKET));
    }

    /**
     * Whether a lldpad runs.
     *
     * @param namespace where
     * @return whether it does
     * @throws NetlinkException if the namespace cannot be entered
     */
    public static boolean isRunning(NetworkNamespace namespace) throws NetlinkException {
        return UnixSocket.isThere(namespace, SOCKET);
    }

    // ---- commands

    /**
     * Asks whether it is there.
     *
     * @return its process id, as it sees it itself
     * @throws IOException if it does not answer, or with nonsense
     */
    public long ping() throws IOException {
        String id = simple("P", "PPONG").rest();
        try {
            return Long.parseUnsignedLong(id);
        } catch (NumberFormatException _) {
            throw new MalformedMessageException("lldpad says it is process \"" + id + "\"");
        }
    }

    /**
     * Reads what is set.
     *
     * @param device name of the device
     * @param tlv about what
     * @return keys and values
     * @throws IOException if it refuses, or does not answer
     */
    public Map<String, String> get(String device, ControlTlv tlv) throws IOException {
        return command(ControlRequest.get(device, tlv)).pairs();
    }

    /**
     * Reads one thing that is set.
     *
     * @param device name of the device
     * @param tlv about what
     * @param key the key
     * @return its value; empty if lldpad does not say
     * @throws IOException if it refuses, or does not answer
     */
    public Optional<String> get(String device, ControlTlv tlv, String key) throws IOException {
        return Optional.ofNullable(command(ControlRequest.get(device, tlv, key)).pairs().get(key));
    }

    /**
     * Sets something. lldpad writes it into its configuration file.
     *
     * @param device name of the device
     * @param tlv about what
     * @param key the key
     * @param value the value
     * @throws IOException if it refuses, or does not answer
     */
    public void set(String device, ControlTlv tlv, String key, String value) throws IOException {
        command(ControlRequest.set(device, tlv, key, value));
    }

    /**
     * Finds out which generation lldpad speaks on a port, and leaves nothing behind. It decides when it starts: what is set later
     * counts after a restart only.
     *
     * @param device name of the device
     * @return the draft where that is enabled, else the ratified generation
     * @throws IOException if it refuses, as for a device that it does not know, or does not answer
     */
    public VdpGeneration generation(String device) throws IOException {
        Optional<String> draft = get(device, ControlTlv.EVB_DRAFT, "enableTx");
        return draft.filter("yes"::equals).isPresent() ? VdpGeneration.DRAFT : VdpGeneration.RATIFIED;
    }

    /**
     * Reads a TLV as lldpad sends it.
     *
     * @param device name of the device
     * @param tlv which
     * @return the TLV with its header of two bytes
     * @throws IOException if it refuses, or does not answer
     */
    public Octets sent(String device, ControlTlv tlv) throws IOException {
        String digits = command(ControlRequest.sent(device, tlv)).rest();
        try {
            return Octets.of(HexFormat.of().parseHex(digits));
        } catch (IllegalArgumentException _) {
            throw new MalformedMessageException("no TLV in hexadecimal digits: " + digits);
        }
    }

    /**
     * Reads whether LLDP is received and sent.
     *
     * @param device name of the device
     * @return {@code "rxtx"}, {@code "rx"}, {@code "tx"} or {@code "disabled"}
     * @throws IOException if it refuses, or does not answer
     */
    public String adminStatus(String device) throws IOException {
        return command(ControlRequest.adminStatus(device)).pair().value();
    }

    /**
     * Sets whether LLDP is received and sent.
     *
     * @param device name of the device
     * @param status {@code "rxtx"}, {@code "rx"}, {@code "tx"} or {@code "disabled"}
     * @throws IOException if it refuses, or does not answer
     */
    public void setAdminStatus(String device, String status) throws IOException {
        command(ControlRequest.adminStatus(device, status));
    }

    /**
     * Reads the VSI table of a station of the ratified generation.
     *
     * @param device name of the device
     * @param mode only those of which the switch was last asked this
     * @return the VSIs
     * @throws IOException if it refuses, or does not answer
     */
    public List<ControlVsi> vsis(String device, PortRequest mode) throws IOException {
        return ControlVsi.decode(command(ControlRequest.vsis(device, mode)));
    }

    /**
     * Asks the switch about a VSI; an event tells what it says.
     *
     * @param device name of the device
     * @param mode what for; the same as the parameter {@code mode} says
     * @param vsi the VSI
     * @throws IOException if it refuses, or does not answer
     */
    public void ask(String device, PortRequest mode, ControlVsi vsi) throws IOException {
        command(ControlRequest.ask(device, mode, vsi));
    }

    /**
     * Lets lldpad tell of what happens to VSIs of the ratified generation.
     *
     * @throws IOException if it refuses, or does not answer
     */
    public void attach() throws IOException {
        simple("A" + Integer.toHexString(ControlRequest.VDP), "A");
    }

    /**
     * Lets lldpad tell nothing more.
     *
     * @throws IOException if it refuses, or does not answer
     */
    public void detach() throws IOException {
        simple("D", "D");
    }

    /**
     * Waits for lldpad to tell of something; {@link #attach} is needed before.
     *
     * @param wait how long
     * @return what it told; empty if nothing
     * @throws NetlinkException if it tells nonsense, the connection is closed, or the thread interrupted
     */
    public synchronized Optional<ControlEvent> event(Duration wait) throws NetlinkException {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            byte[] known = events.poll();
            if (known != null) {
                return Optional.of(ControlEvent.decode(known));
            }
            Optional<byte[]> message = receive(deadline);
            if (message.isEmpty()) {
                return Optional.empty();
            }
            message.filter(ControlEvent::is).ifPresent(events::add); // else an answer that came too late
        }
    }

    // ---- messages

    private synchronized ControlText simple(String command, String echo) throws IOException {
        send(command);
        long deadline = System.nanoTime() + ANSWER.toNanos();
        while (true) {
            ControlText text = ControlText.of(answer(deadline));
            if (!text.skip("R")) {
                throw new MalformedMessageException("no answer of lldpad");
            }
            int status = text.hex(2);
            if (text.skip(echo)) {
                if (status != 0) {
                    throw new ControlRefusedException("command " + command, status);
                }
                return text;
            }
        }
    }

    private synchronized ControlText command(ControlRequest request) throws IOException {
        send(request.text());
        long deadline = System.nanoTime() + ANSWER.toNanos();
        while (true) {
            Optional<ControlText> payload = request.payload(answer(deadline));
            if (payload.isPresent()) {
                return payload.get();
            }
        }
    }

    private void send(String text) throws NetlinkException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        MemorySegment memory = out.asSlice(0, bytes.length);
        MemorySegment.copy(bytes, 0, memory, JAVA_BYTE, 0, bytes.length);
        long deadline = System.nanoTime() + ANSWER.toNanos();
        while (file.write(memory) == FrameFile.WOULD_BLOCK) { // lldpad has not read what came before
            if (System.nanoTime() - deadline >= 0) {
                throw new TimedOutException("lldpad reads nothing");
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                throw new InterruptedCallException("interrupted while lldpad read nothing");
            }
        }
    }

    private byte[] answer(long deadline) throws NetlinkException {
        while (true) {
            byte[] message = receive(deadline).orElseThrow(() -> new TimedOutException("lldpad did not answer within " + ANSWER));
            if (!ControlEvent.is(message)) {
                return message;
            }
            if (events.size() == MOST_EVENTS) {
                events.remove();
            }
            events.add(message);
        }
    }

    private Optional<byte[]> receive(long deadline) throws NetlinkException {
        int length = file.read(in, deadline, () -> {});
        return length == FrameFile.WOULD_BLOCK ? Optional.empty() : Optional.of(in.asSlice(0, length).toArray(JAVA_BYTE));
    }

    /** Closes the connection; a call under way ends with a {@link org.netlink4j.core.ClosedException}. */
    @Override
    public void close() {
        file.close();
    }
}
