package org.netlink4j.macvtap;

import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;

/** A program that opens a queue of the device that its arguments name, in its own namespace, with what it may. */
final class OpenOne {
    private OpenOne() {}

    public static void main(String[] arguments) throws NetlinkException {
        try (NetworkNamespace here = NetworkNamespace.current();
                TapQueue queue = TapQueue.open(here, arguments[0], Integer.parseInt(arguments[1]), TapOptions.DEFAULT)
                        .getFirst()) {
            System.out.println(queue.deviceName() + " " + Capabilities.current().has(Capabilities.CAP_SYS_ADMIN));
        }
    }
}
