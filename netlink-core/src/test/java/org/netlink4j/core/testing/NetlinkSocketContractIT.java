package org.netlink4j.core.testing;

import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.SocketOptions;

/** The contract of the real socket. Asks only for what an ordinary user may know. */
class NetlinkSocketContractIT extends TransportContract {
    @Override
    DatagramTransport open() throws Exception {
        return NetlinkSocket.open(0, SocketOptions.DEFAULT);
    }
}
