package org.netlink4j.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.netlink4j.core.socket.NetworkNamespace;

/** Another process of a namespace, with CAP_NET_ADMIN, that sends forged datagrams of NETLINK_ROUTE. Needs nsenter and python3. */
public final class HostileProcess implements AutoCloseable {
    /**
     * Reads "PORT GROUPS SEQUENCE" and sends forged answers to that request; or "flood PORT GROUPS", sends until it is told to stop,
     * and says how often the kernel refused.
     */
    private static final String ATTACKER = """
            import errno, os, select, socket, struct, sys
            s = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0)
            s.bind((0, 0))
            s.setblocking(False)
            refused = 0
            def send(to, datagram):
                global refused
                try:
                    s.sendto(datagram, to)
                except OSError as e:
                    if e.errno == errno.ECONNREFUSED: refused += 1
                    elif e.errno != errno.EAGAIN: raise
            def message(type, flags, seq, payload):
                return struct.pack('=IHHII', 16 + len(payload), type, flags, seq, 0) + payload
            def forge(to, seq):
                link = struct.pack('=BxHiII', 0, 1, 666, 0, 0)
                send(to, message(16, 0, seq, link))                                      # an object
                send(to, message(2, 0x100, seq, struct.pack('=i', 0) + bytes(16)))       # an acknowledgement
                send(to, message(2, 0x100, seq, struct.pack('=i', -1) + bytes(16)))      # a refusal
                send(to, message(16, 2, seq, link) + message(3, 2, seq, bytes(4)))       # a dump
                send(to, message(4, 0, seq, b''))                                        # an overrun
                send(to, b'\\x01\\x02\\x03')                                                # no message
                send(to, struct.pack('=IHHII', 0xffffffff, 16, 0, seq, 0))               # a wrong length
                send(to, bytes(80000))                                                   # too large
            print('ready', flush=True)
            pending = b''
            flood = None
            while True:
                if flood is not None and not select.select([0], [], [], 0)[0]:
                    forge(flood, 1)
                    continue
                while b'\\n' not in pending:
                    more = os.read(0, 4096)
                    if not more: sys.exit()
                    pending += more
                line, pending = pending.split(b'\\n', 1)
                words = line.split()
                if words[0] == b'flood':
                    flood = (int(words[1]), int(words[2]))
                    forge(flood, 1)
                elif words[0] == b'stop':
                    flood = None
                else:
                    forge((int(words[0]), int(words[1])), int(words[2]))
                print(refused, flush=True)
            """;

    private final Process process;
    private final BufferedReader says;

    public HostileProcess(NetworkNamespace namespace) throws IOException {
        process = new ProcessBuilder("nsenter", "--net=" + namespace.path(), "python3", "-c", ATTACKER)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        says = process.inputReader();
        if (!"ready".equals(says.readLine())) {
            close();
            throw new IOException("the attacker did not start");
        }
    }

    /** Tells it to do something and waits until it has: how many sendings were refused so far. */
    private synchronized int tell(String what) {
        try {
            process.outputWriter().write(what + "\n");
            process.outputWriter().flush();
            return Integer.parseInt(says.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends eight forged answers to a request of a port; how many sendings were refused so far. */
    public int forge(int port, long sequence) {
        return forge(port, 0, sequence);
    }

    /** Sends the same to a port, 0 being the kernel's, and to groups, a bit for each; how many sendings were refused so far. */
    public int forge(int port, int groups, long sequence) {
        return tell(Integer.toUnsignedString(port) + " " + groups + " " + sequence);
    }

    /** Sends to a port until it is told to {@link #stop}; how many sendings were refused so far. */
    public int flood(int port) {
        return flood(port, 0);
    }

    /** Sends to a port and to groups until it is told to {@link #stop}; how many sendings were refused so far. */
    public int flood(int port, int groups) {
        return tell("flood " + Integer.toUnsignedString(port) + " " + groups);
    }

    /** Ends a flood; how many sendings were refused so far. */
    public int stop() {
        return tell("stop");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
