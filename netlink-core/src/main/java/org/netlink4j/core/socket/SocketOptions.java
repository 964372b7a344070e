package org.netlink4j.core.socket;

/**
 * What a socket is to do beyond its default. Extended and capped acknowledgements ({@code NETLINK_EXT_ACK},
 * {@code NETLINK_CAP_ACK}) are always asked for. An option that this kernel lacks is not fatal:
 * {@link NetlinkSocket#unsupportedOptions} names it.
 *
 * @param strictChecking {@code NETLINK_GET_STRICT_CHK}: the kernel checks requests strictly, and filters dumps by them instead of
 *     ignoring what it does not know (Linux 4.20)
 * @param packetInfo {@code NETLINK_PKTINFO}: each datagram tells its multicast group
 * @param allNamespaces {@code NETLINK_LISTEN_ALL_NSID}: multicast from all namespaces that have an id here, each datagram with
 *     that id; needs {@code CAP_NET_BROADCAST}
 * @param noEnobufs {@code NETLINK_NO_ENOBUFS}: lost multicast messages are not reported
 * @param broadcastError {@code NETLINK_BROADCAST_ERROR}: who sends a multicast message hears of it if this socket had no room
 * @param receiveBuffer wanted size of the receive buffer in bytes, 0 for the system's default; more than
 *     {@code net.core.rmem_max} needs {@code CAP_NET_ADMIN}, else the largest that is allowed is taken
 * @param sendBuffer wanted size of the send buffer in bytes, 0 for the system's default; like {@code receiveBuffer}
 */
public record SocketOptions(
        boolean strictChecking,
        boolean packetInfo,
        boolean allNamespaces,
        boolean noEnobufs,
        boolean broadcastError,
        int receiveBuffer,
        int sendBuffer) {
    /** For requests: strict checking, everything else as the system has it. */
    public static final SocketOptions DEFAULT = new SocketOptions(true, false, false, false, false, 0, 0);

    /** Refuses negative sizes. */
    public SocketOptions {
        if (receiveBuffer < 0 || sendBuffer < 0) {
            throw new IllegalArgumentException("buffers of " + receiveBuffer + " and " + sendBuffer + " bytes");
        }
    }

    /**
     * Changes strict checking.
     *
     * @param on whether to check strictly
     * @return the options with it
     */
    public SocketOptions strictChecking(boolean on) {
        return new SocketOptions(on, packetInfo, allNamespaces, noEnobufs, broadcastError, receiveBuffer, sendBuffer);
    }

    /**
     * Changes whether datagrams tell their group.
     *
     * @param on whether they do
     * @return the options with it
     */
    public SocketOptions packetInfo(boolean on) {
        return new SocketOptions(strictChecking, on, allNamespaces, noEnobufs, broadcastError, receiveBuffer, sendBuffer);
    }

    /**
     * Changes whether multicast comes from all namespaces that have an id.
     *
     * @param on whether it does
     * @return the options with it
     */
    public SocketOptions allNamespaces(boolean on) {
        return new SocketOptions(strictChecking, packetInfo, on, noEnobufs, broadcastError, receiveBuffer, sendBuffer);
    }

    /**
     * Changes whether losses go unreported.
     *
     * @param on whether they do
     * @return the options with it
     */
    public SocketOptions noEnobufs(boolean on) {
        return new SocketOptions(strictChecking, packetInfo, allNamespaces, on, broadcastError, receiveBuffer, sendBuffer);
    }

    /**
     * Changes whether a multicast sender hears of this socket's losses.
     *
     * @param on whether it does
     * @return the options with it
     */
    public SocketOptions broadcastError(boolean on) {
        return new SocketOptions(strictChecking, packetInfo, allNamespaces, noEnobufs, on, receiveBuffer, sendBuffer);
    }

    /**
     * Asks for a size of the receive buffer.
     *
     * @param bytes the size, 0 for the system's default
     * @return the options with it
     */
    public SocketOptions receiveBuffer(int bytes) {
        return new SocketOptions(strictChecking, packetInfo, allNamespaces, noEnobufs, broadcastError, bytes, sendBuffer);
    }

    /**
     * Asks for a size of the send buffer.
     *
     * @param bytes the size, 0 for the system's default
     * @return the options with it
     */
    public SocketOptions sendBuffer(int bytes) {
        return new SocketOptions(strictChecking, packetInfo, allNamespaces, noEnobufs, broadcastError, receiveBuffer, bytes);
    }
}
