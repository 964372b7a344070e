package org.netlink4j.lldpad.control;

import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.io.UnixSocket;
import org.netlink4j.core.socket.NetworkNamespace;

/** The control socket of the lldpad of a network namespace. */
public final class LldpadControl {
    /** Its abstract unix name, without the leading NUL; there is a socket of that name as long as lldpad runs. */
    public static final String SOCKET = "/com/intel/lldpad";

    private LldpadControl() {}

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
}
