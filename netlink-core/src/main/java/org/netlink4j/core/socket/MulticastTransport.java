package org.netlink4j.core.socket;

import java.util.Set;
import org.netlink4j.core.NetlinkException;

/** A transport that can hear multicast groups: a socket, or something else in its place for tests. */
public interface MulticastTransport extends DatagramTransport {
    /**
     * Joins a multicast group. Some groups need a capability.
     *
     * @param group the group's number, from 1 on
     * @throws NetlinkException if there is no such group ({@code EINVAL}) or it may not be joined ({@code EPERM})
     */
    void join(int group) throws NetlinkException;

    /**
     * Leaves a multicast group.
     *
     * @param group the group's number, from 1 on
     * @throws NetlinkException if there is no such group ({@code EINVAL})
     */
    void leave(int group) throws NetlinkException;

    /**
     * The multicast groups that were joined.
     *
     * @return their numbers
     * @throws NetlinkException if the kernel does not tell (before Linux 4.2)
     */
    Set<Integer> memberships() throws NetlinkException;

    /**
     * How many messages were dropped because the receive buffer was full.
     *
     * @return the count since the transport was opened, modulo 2^32
     * @throws NetlinkException if the kernel does not tell (before Linux 4.12)
     */
    long drops() throws NetlinkException;
}
