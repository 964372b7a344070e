package org.netlink4j.core.generic;

import static org.netlink4j.core.generic.Ctrl.CTRL_ATTR_FAMILY_NAME;
import static org.netlink4j.core.generic.Ctrl.CTRL_CMD_GETFAMILY;
import static org.netlink4j.core.generic.Ctrl.CTRL_CMD_GETPOLICY;
import static org.netlink4j.core.generic.Genl.GENL_HDRLEN;
import static org.netlink4j.core.generic.Genl.GENL_ID_CTRL;
import static org.netlink4j.core.generic.Genl.NETLINK_GENERIC;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.OverrunException;
import org.netlink4j.core.TruncatedException;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;

/**
 * Generic netlink: finds families by name, lists them, reads their policies, and makes clients for them. What it found is
 * remembered until it proves wrong, {@link #invalidate} is called, or, after {@link #follow}, the controller announces a change.
 * May be shared between threads as its {@link Requester} may.
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

    /** The controller's multicast group; {@code linux/genetlink.h} has no name for it. */
    private static final String NOTIFY = "notify";

    private final FamilyTables tables = new FamilyTables();
    private final NetlinkProtocol protocol = NetlinkProtocol.of(NETLINK_GENERIC, "NETLINK_GENERIC", tables);
    private final Map<String, FamilySpec> specs = new ConcurrentHashMap<>();
    private final Map<String, Family> found = new ConcurrentHashMap<>();
    private final Requester requester;
    private volatile Optional<EventStream> announcements = Optional.empty();
    private int forgotten;
    private boolean closed;

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
        hearAnnouncements();
        Family known = found.get(name);
        return known != null ? known : ask(name);
    }

    private Family ask(String name) throws NetlinkException {
        int before = timesForgotten();
        try {
            Family family = requester.get(control(CTRL_CMD_GETFAMILY, named(name)), Family::decode);
            remember(name, family, before);
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

    private synchronized int timesForgotten() {
        return forgotten;
    }

    /** Unless something was forgotten since it was asked for: the answer may be older than that. */
    private synchronized void remember(String name, Family family, int before) {
        if (forgotten == before) {
            found.put(name, family);
            Optional.ofNullable(specs.get(name)).ifPresent(spec -> tables.learn(family.id(), spec));
        }
    }

    /**
     * Forgets a family, so that it is looked up anew when it is needed next.
     *
     * @param name its name
     */
    public synchronized void invalidate(String name) {
        forgotten++;
        Family family = found.remove(name);
        if (family != null && family.id() != GENL_ID_CTRL) {
            tables.forget(family.id());
        }
    }

    /**
     * From now on listens to what the controller announces, in the current network namespace: a family that goes away or changes is
     * looked up anew when it is needed next, so its id is not used when another family has got it. What was announced is read
     * whenever a family is needed, on the thread that needs it; that takes one system call more a request. A family may still go
     * away between that and the request.
     *
     * @throws IllegalStateException if it listens already
     * @throws NetlinkException if the kernel gives no socket or the group cannot be joined
     */
    public void follow() throws NetlinkException {
        follow(client(Ctrl.FAMILY).listen(NOTIFY, SocketOptions.DEFAULT));
    }

    /**
     * From now on listens to what the controller announces, in another network namespace; see {@link #follow()}. Entering it needs
     * {@code CAP_SYS_ADMIN}.
     *
     * @param namespace that of this generic netlink; it may be closed afterwards
     * @throws IllegalStateException if it listens already
     * @throws NetlinkException if the namespace cannot be entered, the kernel gives no socket or the group cannot be joined
     */
    public void follow(NetworkNamespace namespace) throws NetlinkException {
        follow(client(Ctrl.FAMILY).listen(NOTIFY, SocketOptions.DEFAULT, namespace));
    }

    /**
     * From now on listens to what the controller announces; see {@link #follow()}.
     *
     * @param announced the controller's group {@code "notify"}, heard by nobody else; {@link #close} closes it
     * @throws IllegalStateException if it listens already; the stream is closed then
     * @throws ClosedException if this is closed; the stream is closed then, too
     */
    public synchronized void follow(EventStream announced) throws ClosedException {
        if (closed || announcements.isPresent()) {
            announced.close();
            if (closed) {
                throw new ClosedException("generic netlink is closed");
            }
            throw new IllegalStateException("the controller is listened to already");
        }
        announcements = Optional.of(announced);
        forgetAll(); // what changed before was not heard
    }

    private void hearAnnouncements() throws NetlinkException {
        Optional<EventStream> announced = announcements;
        while (announced.isPresent() && hearOne(announced.get())) {}
    }

    private boolean hearOne(EventStream announced) throws NetlinkException {
        try {
            return announced.poll(Duration.ZERO, (message, _) ->
                    Attributes.decode(Ctrl.ATTRIBUTES, message.attributes(GENL_HDRLEN))
                            .text(CTRL_ATTR_FAMILY_NAME)
                            .ifPresent(this::invalidate));
        } catch (OverrunException | TruncatedException | MalformedMessageException _) {
            forgetAll();
            return true;
        }
    }

    private synchronized void forgetAll() {
        forgotten++;
        List.copyOf(found.keySet()).forEach(this::invalidate);
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

    /** Closes the sockets. Calls that are under way end with a {@link org.netlink4j.core.ClosedException}. Returns at once. */
    @Override
    public synchronized void close() {
        closed = true;
        requester.close();
        announcements.ifPresent(EventStream::close);
    }
}
