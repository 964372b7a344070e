package org.netlink4j.core.socket;

/** The contract of the real socket. Asks only for what an ordinary user may know. */
class NetlinkSocketContractIT extends TransportContract {
    @Override
    protected DatagramTransport open() throws Exception {
        return NetlinkSocket.open(0, SocketOptions.DEFAULT);
    }
}
