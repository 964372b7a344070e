package org.netlink4j.macvtap.handover;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.Octets;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.io.FrameFile;
import org.netlink4j.core.io.UnixStream;
import org.netlink4j.macvtap.TapQueue;
import org.netlink4j.macvtap.io.MacvtapBuild;

/** A connection of two processes over which queues go ({@code SCM_RIGHTS}). One thread at a time sends, one receives. */
public final class TapSocket implements AutoCloseable {
    private final UnixStream stream;

    private TapSocket(UnixStream stream) {
        this.stream = stream;
    }

    /**
     * What came.
     *
     * @param bytes bytes that came with the queues; none if the other end was closed
     * @param queues the queues, now of this process, to be closed
     */
    public record Received(Octets bytes, List<TapQueue> queues) {
        /** Copies the list. */
        public Received {
            queues = List.copyOf(queues);
        }
    }

    /**
     * Connects to a process that listens.
     *
     * @param path the file of its unix stream socket
     * @return the connection, to be closed
     * @throws org.netlink4j.core.NotSupportedException in a build without macvtap
     * @throws NetlinkException if nobody listens there
     */
    public static TapSocket connect(Path path) throws NetlinkException {
        MacvtapBuild.require();
        return new TapSocket(UnixStream.connect(path));
    }

    /** A socket to which processes connect. */
    public static final class Listener implements AutoCloseable {
        private final UnixStream.Listener listener;

        private Listener(UnixStream.Listener listener) {
            this.listener = listener;
        }

        /**
         * Waits for a connection.
         *
         * @param wait how long
         * @return the connection, to be closed
         * @throws NetlinkException if none came, this is closed, or the thread interrupted
         */
        public TapSocket accept(Duration wait) throws NetlinkException {
            return new TapSocket(listener.accept(deadline(wait)));
        }

        /** Closes it and removes its file. */
        @Override
        public void close() {
            listener.close();
        }
    }

    /**
     * Makes a socket to which processes connect. Who may do so the directory of its file decides.
     *
     * @param path the file, which must not be there
     * @return the socket, to be closed
     * @throws org.netlink4j.core.NotSupportedException in a build without macvtap
     * @throws NetlinkException if it cannot be made
     */
    public static Listener listen(Path path) throws NetlinkException {
        MacvtapBuild.require();
        return new Listener(UnixStream.listen(path));
    }

    private static long deadline(Duration wait) {
        return System.nanoTime() + wait.toNanos();
    }

    /**
     * Sends queues; the other process gets copies of the descriptors, and ours stay open.
     *
     * @param bytes goes with them, one byte at least; of more than 253 queues the bytes come several times
     * @param queues the queues
     * @param wait how long to wait for room
     * @throws NetlinkException if the other end is closed or makes no room
     */
    public void send(Octets bytes, List<TapQueue> queues, Duration wait) throws NetlinkException {
        int from = 0;
        do {
            int to = Math.min(queues.size(), from + UnixStream.MOST_DESCRIPTORS);
            List<Integer> descriptors = queues.subList(from, to).stream().map(TapQueue::descriptor).toList();
            stream.send(bytes, descriptors, deadline(wait));
            from = to;
        } while (from < queues.size());
    }

    /**
     * Waits for queues.
     *
     * @param wait how long
     * @return what came
     * @throws NetlinkException if nothing came, or a descriptor that is no queue; no descriptor is left open then
     */
    public Received receive(Duration wait) throws NetlinkException {
        UnixStream.Received received = stream.receive(deadline(wait));
        List<Integer> left = new ArrayList<>(received.descriptors());
        List<TapQueue> queues = new ArrayList<>();
        try {
            while (!left.isEmpty()) {
                queues.add(TapQueue.takeOver(left.removeFirst()));
            }
            return new Received(received.bytes(), queues);
        } catch (SystemCallException e) {
            queues.forEach(TapQueue::close);
            FrameFile.close(left);
            throw e;
        }
    }

    /** Closes the connection; queues stay open. May be called again. */
    @Override
    public void close() {
        stream.close();
    }
}
