package org.netlink4j.core.generic;

import static org.netlink4j.core.generic.Ctrl.CTRL_ATTR_FAMILY_NAME;
import static org.netlink4j.core.generic.Ctrl.CTRL_CMD_GETFAMILY;
import static org.netlink4j.core.generic.Ctrl.CTRL_CMD_GETPOLICY;
import static org.netlink4j.core.generic.Genl.GENL_HDRLEN;
import static org.netlink4j.core.generic.Genl.GENL_ID_CTRL;
import static org.netlink4j.core.generic.Genl.NETLINK_GENERIC;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.NetworkNamespace;

/**
 * Generic netlink: finds families by name, lists them, reads their policies, and makes clients for them. What it found is
 * remembered until it proves wrong or {@link #invalidate} is called. May be shared between threads as its {@link Requester} may.
 *
 * <p>Nothing here needs a capability; the operations of a family may, see {@link Operation}.
 */
public final class GenericNetlink implements AutoCloseable {
    /** Opens a client with tables that name the messages of the families, once these are found. */
    @FunctionalInterface
    public interface Opener {
        /**
         * Opens it.
         *
         * @param protocol NETLINK_GENERIC and what is known of its families
         * @return the client
         * @throws NetlinkException if the kernel gives no socket
         */
        Requester open(NetlinkProtocol protocol) throws NetlinkException;
    }

    private final FamilyTables tables = new FamilyTables();
    private final NetlinkProtocol protocol = NetlinkProtocol.of(NETLINK_GENERIC, "NETLINK_GENERIC", tables);
    private final Map<String, FamilySpec> specs = new ConcurrentHashMap<>();
    private final Map<String, Family> found = new ConcurrentHashMap<>();
    private final Requester requester;

    private GenericNetlink(Opener opener) throws NetlinkException {
        requester = Objects.requireNonNull(opener.open(protocol));
    }

    /**
     * Opens a socket in the current network namespace.
     *
     * @return generic netlink, to be closed
     * @throws NetlinkException if the kernel gives no socket
     */
    public static GenericNetlink open() throws NetlinkException {
        return over(NetlinkClient::open);
    }

    /**
     * Opens a socket in another network namespace. Entering it needs {@code CAP_SYS_ADMIN}.
     *
     * @param namespace where; it may be closed afterwards
     * @return generic netlink, to be closed
     * @throws NetlinkException if the namespace cannot be entered or the kernel gives no socket
     */
    public static GenericNetlink open(NetworkNamespace namespace) throws NetlinkException {
        return over(protocol -> NetlinkClient.open(protocol, namespace));
    }

    /**
     * Generic netlink over a client of the caller's choice, for example {@code over(SharedNetlinkClient::open)}.
     *
     * @param opener opens the client; it is called at once
     * @return generic netlink, to be closed, which closes the client
     * @throws NetlinkException what the opener threw
     */
    public static GenericNetlink over(Opener opener) throws NetlinkException {
        return new GenericNetlink(opener);
    }

    /** {@return NETLINK_GENERIC and what is known of its families so far: for event streams and traces} */
    public NetlinkProtocol protocol() {
        return protocol;
    }

    /** {@return what sends the requests} */
    public Requester requester() {
        return requester;
    }

    /**
     * Finds a family.
     *
     * @param name its name, for example {@code "ethtool"}
     * @return the family
     * @throws NotSupportedException if this kernel has no such family
     * @throws NetlinkException if there is no answer
     */
    public Family resolve(String name) throws NetlinkException {
        Family known = found.get(name);
        return known != null ? known : ask(name);
    }

    private Family ask(String name) throws NetlinkException {
        try {
            Family family = requester.get(control(CTRL_CMD_GETFAMILY, named(name)), Family::decode);
            found.put(name, family);
            Optional.ofNullable(specs.get(name)).ifPresent(spec -> tables.learn(family.id(), spec));
            return family;
        } catch (KernelException refused) {
            if (refused.errno() != Errno.ENOENT) {
                throw refused;
            }
            NotSupportedException absent = new NotSupportedException(
                    "this kernel has no generic netlink family \"" + name + "\": it is not built in, and no module brings it");
            absent.initCause(refused);
            throw absent;
        }
    }

    /**
     * Forgets a family, so that it is looked up anew when it is needed next.
     *
     * @param name its name
     */
    public void invalidate(String name) {
        Family family = found.remove(name);
        if (family != null && family.id() != GENL_ID_CTRL) {
            tables.forget(family.id());
        }
    }

    /**
     * Lists all families.
     *
     * @return the families in the order of their ids
     * @throws NetlinkException if there is no answer
     */
    public List<Family> families() throws NetlinkException {
        return requester.list(control(CTRL_CMD_GETFAMILY, Attributes.none(Ctrl.ATTRIBUTES)), Family::decode);
    }

    /**
     * Reads what the kernel accepts of a family's requests; since Linux 5.7.
     *
     * @param name the name of the family
     * @return the policy; empty if the family has none
     * @throws KernelException {@code ENOENT} if this kernel has no such family, {@code EOPNOTSUPP} if it is too old to tell
     * @throws NetlinkException if there is no answer
     */
    public FamilyPolicy policy(String name) throws NetlinkException {
        try {
            return FamilyPolicy.merge(requester.list(
                    control(CTRL_CMD_GETPOLICY, named(name)),
                    message -> Attributes.decode(Ctrl.ATTRIBUTES, message.attributes(GENL_HDRLEN))));
        } catch (KernelException refused) {
            if (refused.errno() == Errno.ENODATA) {
                return FamilyPolicy.merge(List.of());
            }
            throw refused;
        }
    }

    /**
     * Makes a client for a family. Whether this kernel has it shows with the first request.
     *
     * @param family its tables
     * @return the client
     */
    public FamilyClient client(FamilySpec family) {
        specs.put(family.name(), family);
        Optional.ofNullable(found.get(family.name())).ifPresent(known -> tables.learn(known.id(), family));
        return new FamilyClient(this, family);
    }

    private static Attributes named(String family) {
        return Attributes.none(Ctrl.ATTRIBUTES).with(CTRL_ATTR_FAMILY_NAME, family);
    }

    /** The controller needs no client: its id is always the same. */
    private static Request control(int command, Attributes attributes) {
        return Request.of(GENL_ID_CTRL, out -> {
            out.u8(command).u8(Ctrl.FAMILY.version()).u16(0);
            attributes.writeTo(out.attributes());
        });
    }

    /** Closes the socket. Calls that are under way end with a {@link org.netlink4j.core.ClosedException}. Returns at once. */
    @Override
    public void close() {
        requester.close();
    }
}
