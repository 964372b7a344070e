package org.netlink4j.lldpad.runner;

import java.util.Set;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.io.FrameFile;
import org.netlink4j.core.io.PacketSocket;
import org.netlink4j.core.io.UnixStream;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.control.LldpadControl;
import org.netlink4j.lldpad.evb.EvbPort;
import org.netlink4j.lldpad.wire.EthernetFrame;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Link;

/**
 * A device that is ours to speak for. Two that speak on one port, even in two processes, would answer for one another, so the first
 * holds a name in the network namespace, which the kernel takes back when the process has ended, and by which others ask the first.
 * Nor may there be a lldpad, which acknowledges ECP on all devices of its namespace.
 *
 * @param namespace where the device is
 * @param index its index
 * @param address its MAC address
 * @param listener has the name until it is closed
 */
record PortClaim(NetworkNamespace namespace, int index, MacAddress address, UnixStream.Listener listener) {
    private static final String OURS = "/org/netlink4j/evb/";

    /** The abstract unix name that stands for a device. */
    static String name(int index) {
        return OURS + index;
    }

    static PortClaim of(NetworkNamespace namespace, String device) throws NetlinkException {
        if (LldpadControl.isRunning(namespace)) {
            throw new SystemCallException("speaking EVB on " + device + ", where lldpad does", Errno.EBUSY);
        }
        Link link = link(namespace, device);
        MacAddress address = link.address()
                .orElseThrow(() -> new SystemCallException("speaking EVB on " + device + ", which has no MAC address", Errno.ENODEV));
        return new PortClaim(namespace, link.index(), address, claim(namespace, device, link.index()));
    }

    private static Link link(NetworkNamespace namespace, String device) throws NetlinkException {
        try (Rtnetlink rtnetlink = Rtnetlink.open(namespace)) {
            return rtnetlink.links().get(device);
        }
    }

    private static UnixStream.Listener claim(NetworkNamespace namespace, String device, int index) throws NetlinkException {
        try {
            return UnixStream.listen(namespace, name(index));
        } catch (SystemCallException e) {
            if (e.errno() == Errno.EADDRINUSE) {
                throw new SystemCallException("speaking EVB on " + device + ", where another process of netlink4j does", Errno.EBUSY);
            }
            throw e;
        }
    }

    /** A thread for an end on the device; the claim is given back with it, or if this fails. */
    PortThread thread(VdpGeneration generation, EvbPort port, Runnable afterwards, PortDoor.Host host) throws NetlinkException {
        int ecp = generation == VdpGeneration.DRAFT ? EthernetFrame.ECP_DRAFT : EthernetFrame.ECP;
        try {
            FrameFile file = PacketSocket.open(
                    namespace,
                    index,
                    Set.of(EthernetFrame.LLDP, ecp),
                    Set.of(EthernetFrame.NEAREST_CUSTOMER_BRIDGE, EthernetFrame.NEAREST_BRIDGE));
            return new PortThread(port, afterwards, file, new PortDoor(listener, host));
        } catch (NetlinkException e) {
            listener.close();
            throw e;
        }
    }
}
