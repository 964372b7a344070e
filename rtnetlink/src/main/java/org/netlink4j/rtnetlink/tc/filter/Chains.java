package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELCHAIN;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETCHAIN;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWCHAIN;

import java.util.List;
import java.util.Objects;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;

/**
 * Asks for chains of filters, and makes and deletes them. A filter makes its chain, too; a chain that was made here stays when its
 * last filter goes. Since Linux 4.19. Every call blocks until the kernel has answered, at most five seconds. Asking needs no
 * capability; changing needs {@code CAP_NET_ADMIN} in the network namespace, else {@link KernelException} with {@code EPERM}.
 */
public final class Chains {
    private final Requester client;

    /**
     * Chains over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}
     */
    public Chains(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /**
     * Lists the chains at a point.
     *
     * @param point where
     * @return the chains in the order in which they were made; empty if there is no such queueing discipline
     * @throws NetlinkException if there is no answer
     */
    public List<Chain> list(FilterPoint point) throws NetlinkException {
        return client.list(Request.of(RTM_GETCHAIN, FilterSpec.of(point)), Chain::decode);
    }

    /**
     * Gets a chain.
     *
     * @param point where
     * @param chain its number, 28 bits
     * @return the chain
     * @throws KernelException if there is none ({@code EINVAL})
     * @throws NetlinkException if there is no answer
     */
    public Chain get(FilterPoint point, long chain) throws NetlinkException {
        return client.get(Request.of(RTM_GETCHAIN, FilterSpec.of(point).chain(chain)), Chain::decode);
    }

    /**
     * Makes a chain.
     *
     * @param point where
     * @param chain its number, 28 bits
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused, for example because it is there ({@code EEXIST})
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck create(FilterPoint point, long chain) throws NetlinkException {
        return create(FilterSpec.of(point).chain(chain));
    }

    /**
     * Makes a chain with a template: its filters have to be of that kind and must not compare more.
     *
     * @param point where
     * @param chain its number, 28 bits
     * @param template what its filters may compare; its values do not count, its masks do
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused, for example because the kind has no templates ({@code EOPNOTSUPP}); only flower
     *     has
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck create(FilterPoint point, long chain, FilterKind<?> template) throws NetlinkException {
        return create(FilterSpec.of(point).chain(chain).kind(template));
    }

    private ExtendedAck create(FilterSpec chain) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWCHAIN, chain).flags(NLM_F_CREATE | NLM_F_EXCL));
    }

    /**
     * Deletes a chain and all its filters. It stays as long as an action goes on with it.
     *
     * @param point where
     * @param chain its number, 28 bits
     * @throws KernelException if there is none ({@code EINVAL})
     * @throws NetlinkException if there is no answer
     */
    public void delete(FilterPoint point, long chain) throws NetlinkException {
        client.execute(Request.of(RTM_DELCHAIN, FilterSpec.of(point).chain(chain)));
    }
}
