package org.netlink4j.lldpad.backend;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.client.LldpadConfig;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.lldpad.control.LldpadControl;

/** Whoever speaks with the switch about VSIs. May be used by many threads. */
public sealed interface VsiBackend extends AutoCloseable permits LldpadBackend, BuiltInBackend, StationBackend {
    /** Which one. */
    enum Kind {
        /** The lldpad of the network namespace. */
        LLDPAD("lldpad"),
        /** A station of this library in this process; what it associates lasts as long as it is open. */
        BUILT_IN("built-in"),
        /**
         * A station of this library in another process, of the same user or root; what it associates lasts as long as that process
         * keeps it.
         */
        STATION("station");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** {@return the word for it in texts} */
        public String word() {
            return word;
        }
    }

    /**
     * A back end of a kind.
     *
     * @param kind which
     * @param namespace where the devices are; it may be closed afterwards
     * @param config how to reach lldpad, which generation to speak, how long to wait
     * @return the back end, to be closed
     * @throws NetlinkException if the kernel gives no socket, or the namespace cannot be entered
     */
    static VsiBackend open(Kind kind, NetworkNamespace namespace, LldpadConfig config) throws NetlinkException {
        return switch (kind) {
            case LLDPAD -> LldpadBackend.open(namespace, config);
            case BUILT_IN -> BuiltInBackend.open(namespace, config);
            case STATION -> StationBackend.open(namespace, config);
        };
    }

    /**
     * lldpad where it runs, else the built-in station. It is chosen once.
     *
     * @param namespace where the devices are; it may be closed afterwards
     * @param config how to reach lldpad, which generation to speak, how long to wait
     * @return the back end, to be closed
     * @throws NetlinkException if the kernel gives no socket, or the namespace cannot be entered
     */
    static VsiBackend automatic(NetworkNamespace namespace, LldpadConfig config) throws NetlinkException {
        Kind kind = LldpadControl.isRunning(namespace) ? Kind.LLDPAD : Kind.BUILT_IN;
        return open(kind, namespace, config);
    }

    /** {@return which one it is} */
    Kind kind();

    /**
     * Asks for something and waits until the switch has answered, at most as long as the configuration says and the time that
     * cleaning up takes.
     *
     * @param request what for
     * @return what became of it
     * @throws NetlinkException if the back end is closed, the thread is interrupted, or a device is gone
     */
    VsiOutcome request(VsiRequest request) throws NetlinkException;

    /**
     * Lists the VSIs of a port.
     *
     * @param device name of the device
     * @param index its index
     * @return what is known of them; from lldpad the newest first
     * @throws NetlinkException if lldpad, or the other process, is not running ({@link org.netlink4j.core.SystemCallException}
     *     with {@code ECONNREFUSED}) or does not answer; if the other process is another user's ({@code EACCES})
     */
    List<ListedVsi> status(String device, int index) throws NetlinkException;

    /**
     * Waits for a VSI of this back end to end without having been asked for that.
     *
     * @param wait how long
     * @return what ended; empty if nothing did
     * @throws NetlinkException if the back end is closed or the thread interrupted
     */
    Optional<EndedVsi> ended(Duration wait) throws NetlinkException;

    /** Closes it. With the built-in station all its VSIs end at the switch, once that misses the keep-alive. */
    @Override
    void close();
}
