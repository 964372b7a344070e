package org.netlink4j.macvtap.io;

import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.io.FrameFile;
import org.netlink4j.core.io.PacketSocket;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;

/**
 * Two new network namespaces and, once connected, a virtual cable from one to the other: a lower device to try things on. Nothing
 * has a name outside, so all of it is gone when this is closed or the process ends. Needs {@code CAP_SYS_ADMIN} and
 * {@code CAP_NET_ADMIN}.
 */
public final class Cable implements AutoCloseable {
    /** The name of the near end: the lower device. */
    public static final String LOWER = "lower0";

    /** The name of the far end. */
    public static final String FAR = "far0";

    private final NetworkNamespace near;
    private final NetworkNamespace far;

    /**
     * Makes the namespaces.
     *
     * @throws NetlinkException if the kernel refuses
     */
    public Cable() throws NetlinkException {
        near = NetworkNamespace.createAnonymous();
        try {
            far = NetworkNamespace.createAnonymous();
        } catch (NetlinkException e) {
            near.close();
            throw e;
        }
    }

    /** {@return the namespace of the lower device} */
    public NetworkNamespace near() {
        return near;
    }

    /** {@return the namespace of the far end} */
    public NetworkNamespace far() {
        return far;
    }

    /**
     * Makes the cable, both ends up.
     *
     * @param nearLinks a client in the near namespace
     * @throws NetlinkException if the kernel refuses
     */
    public void connect(Rtnetlink nearLinks) throws NetlinkException {
        // A veth cannot come up before it has its other end, so not in the same request.
        nearLinks.links().create(LinkSpec.named(LOWER).kind(Veth.withPeer(LinkSpec.named(FAR).namespace(far))));
        nearLinks.links().change(LinkSpec.named(LOWER).up());
        try (Rtnetlink farLinks = Rtnetlink.open(far)) {
            farLinks.links().change(LinkSpec.named(FAR).up());
        }
    }

    /**
     * Looks at the far end.
     *
     * @return it, as it is now
     * @throws NetlinkException if it is not there
     */
    public Link farEnd() throws NetlinkException {
        try (Rtnetlink links = Rtnetlink.open(far)) {
            return links.links().get(FAR);
        }
    }

    /**
     * Opens a packet socket on the far end.
     *
     * @param ethertype of the frames that it receives
     * @return the socket, to be closed
     * @throws NetlinkException if the kernel refuses
     */
    public FrameFile openFarEnd(int ethertype) throws NetlinkException {
        return PacketSocket.open(far, farEnd().index(), ethertype);
    }

    @Override
    public void close() {
        near.close();
        far.close();
    }
}
