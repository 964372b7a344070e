package org.netlink4j.core.socket;

import org.netlink4j.core.SystemCallException;

/** A program for {@link SocketOptionsIT}: asks for an option for which it has no capability, and prints what it gets. */
final class AllNamespacesProbe {
    private AllNamespacesProbe() {}

    public static void main(String[] arguments) {
        try (NetlinkSocket socket = NetlinkSocket.open(0, SocketOptions.DEFAULT.allNamespaces(true))) {
            System.out.println("opened " + socket.portId());
        } catch (SystemCallException e) {
            System.out.println(e.getMessage());
        }
    }
}
