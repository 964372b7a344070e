package org.netlink4j.lldpad.runner;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.Octets;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.io.FrameFile;
import org.netlink4j.core.io.UnixStream;

/**
 * Where other processes ask an end of this library: the socket whose name claims the port. Who connects writes one line of ASCII and
 * reads lines until the connection is closed; the last is {@value #END}, and the first begins with {@value #ERROR} if the rest says
 * why not. Only root and the user of this process are answered. What they send is bounded, in length, time and number.
 */
final class PortDoor implements AutoCloseable {
    static final String END = "end";
    static final String ERROR = "error";

    /** Longer than a request about a VSI of one filter. */
    private static final int LONGEST_LINE = 512;

    private static final int MOST_CALLERS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final UnixStream.Listener listener;
    private final Host host;
    private final Thread thread;
    private final Semaphore room = new Semaphore(MOST_CALLERS);

    /** Who is asked. */
    interface Host {
        /** Answers a line with lines; what is wrong with it is an {@link IllegalArgumentException} or malformed. */
        String answer(String line) throws NetlinkException;
    }

    PortDoor(UnixStream.Listener listener, Host host) {
        this.listener = listener;
        this.host = host;
        thread = Thread.ofPlatform().daemon().name("netlink4j-evb-door").unstarted(this::run);
    }

    void open() {
        thread.start();
    }

    private void run() {
        while (true) {
            try {
                room.acquire();
                admit();
            } catch (ClosedException | InterruptedException _) {
                return;
            } catch (NetlinkException _) {
                pause(); // no descriptor is left, for example
            }
        }
    }

    private void admit() throws NetlinkException {
        try {
            UnixStream caller = listener.accept(System.nanoTime() + TimeUnit.HOURS.toNanos(1));
            Thread.ofPlatform().daemon().name("netlink4j-evb-caller").start(() -> serve(caller));
        } catch (NetlinkException e) {
            room.release();
            throw e;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(UnixStream caller) {
        try (caller) {
            byte[] answer = (answer(caller) + "\n" + END + "\n").getBytes(StandardCharsets.US_ASCII);
            caller.send(Octets.of(answer), List.of(), deadline());
        } catch (NetlinkException _) {
            // it has gone, or does not read
        } finally {
            room.release();
        }
    }

    private static long deadline() {
        return System.nanoTime() + PATIENCE.toNanos();
    }

    private String answer(UnixStream caller) throws NetlinkException {
        try {
            String line = line(caller); // also a stranger's: what is left unread would reset the connection before he has the answer
            return caller.peer().isRootOrOwn()
                    ? host.answer(line)
                    : error(Errno.EACCES, "only root and the user who speaks EVB there may ask");
        } catch (SystemCallException e) {
            return error(e.errno(), e.getMessage());
        } catch (IllegalArgumentException | MalformedMessageException e) {
            return error(Errno.EINVAL, e.getMessage());
        }
    }

    private static String error(int errno, String words) {
        return ERROR + " " + errno + " " + words.replace('\n', ' ');
    }

    private static String line(UnixStream caller) throws NetlinkException {
        StringBuilder line = new StringBuilder();
        long deadline = deadline();
        while (true) {
            UnixStream.Received received = caller.receive(deadline);
            FrameFile.close(received.descriptors());
            line.append(new String(received.bytes().toArray(), StandardCharsets.US_ASCII));
            int end = line.indexOf("\n");
            if (end >= 0 && end <= LONGEST_LINE) {
                return line.substring(0, end);
            }
            if (line.length() > LONGEST_LINE) {
                throw new MalformedMessageException("a line has at most " + LONGEST_LINE + " characters");
            }
            if (received.bytes().length() == 0) {
                throw new ClosedException("the caller closed the connection before it had asked");
            }
        }
    }

    /** Gives the name back; callers that are being served are served to the end. */
    @Override
    public void close() {
        listener.close();
        try {
            thread.join(PATIENCE); // with the last user of the socket its name becomes free
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
