package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.Rtm.RTM_DELLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETLINK;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_EXT_MASK;

import java.util.List;
import java.util.Objects;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.rtnetlink.link.Rtext;

/**
 * Asks for bridges and their ports, and changes them, in messages of the bridge's family: what a bridge does with a port, the VLANs
 * of a port in the older way, its tunnels and its states in multiple spanning trees. Every call blocks until the kernel has
 * answered, at most five seconds. Asking needs no capability; changing needs {@code CAP_NET_ADMIN} in the network namespace, else
 * {@link KernelException} with {@code EPERM}.
 */
public final class BridgeLinks {
    private final Requester client;

    /**
     * Bridges and ports over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}
     */
    public BridgeLinks(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /** What asks for a list. */
    static BridgeLinkSpec asking(long more) {
        BridgeLinkSpec all = BridgeLinkSpec.of(0);
        return more == 0 ? all : all.with(attributes -> attributes.with(IFLA_EXT_MASK, more));
    }

    /**
     * Lists bridges and ports, and network cards with a switch of their own.
     *
     * @param more what is wanted beyond the usual, bits of {@link Rtext}; 0 for nothing
     * @return the links
     * @throws NetlinkException if there is no answer
     */
    public List<BridgeLink> list(long more) throws NetlinkException {
        return client.list(Request.of(RTM_GETLINK, asking(more)), BridgeLink::decode);
    }

    /**
     * Changes a bridge or a port, or adds VLANs or tunnels to it.
     *
     * @param wanted what is wanted
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused: the device is no port ({@code EOPNOTSUPP}), or what is wanted cannot be
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck change(BridgeLinkSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_SETLINK, wanted));
    }

    /**
     * Takes VLANs or tunnels from a bridge or a port.
     *
     * @param which the device and what is to go
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public void delete(BridgeLinkSpec which) throws NetlinkException {
        client.execute(Request.of(RTM_DELLINK, which));
    }
}
