package org.netlink4j.core.generic;

import static org.netlink4j.core.generic.Genl.GENL_HDRLEN;

import java.util.List;
import java.util.Set;
import org.netlink4j.core.Errno;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.core.wire.MessageReader;

/**
 * A client for one family. The family's id is looked up with the first request and remembered. If a request fails as it would if
 * the id were out of date ({@code ENOENT} or {@code EOPNOTSUPP}), the id is looked up again, and if it has changed the request is
 * sent once more. May be shared between threads as the {@link Requester} may.
 *
 * <p>All methods throw {@link NotSupportedException} if this kernel does not have the family.
 */
public final class FamilyClient {
    /**
     * What to do with a request.
     *
     * @param <T> the answer
     */
    @FunctionalInterface
    public interface Call<T> {
        /**
         * Sends the request, perhaps with other flags or another timeout, and waits for the answer.
         *
         * @param requester sends it
         * @param request the request
         * @return the answer
         * @throws NetlinkException if there is none
         */
        T make(Requester requester, Request request) throws NetlinkException;
    }

    private final GenericNetlink generic;
    private final FamilySpec spec;

    FamilyClient(GenericNetlink generic, FamilySpec spec) {
        this.generic = generic;
        this.spec = spec;
    }

    /** {@return the tables of the family} */
    public FamilySpec spec() {
        return spec;
    }

    /**
     * The family as this kernel has it.
     *
     * @return the family
     * @throws NetlinkException if there is no answer
     */
    public Family family() throws NetlinkException {
        return generic.resolve(spec.name());
    }

    /**
     * Sends a request and waits until it is acknowledged.
     *
     * @param command {@code genlmsghdr.cmd}
     * @param attributes the attributes, of the set that the tables name for this command
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck execute(int command, Attributes attributes) throws NetlinkException {
        return call(command, body(command, attributes), Requester::execute);
    }

    /**
     * Sends a request and waits for the one message that answers it.
     *
     * @param command {@code genlmsghdr.cmd}
     * @param attributes the attributes, of the set that the tables name for this command
     * @return the answer
     * @throws KernelException if the kernel refused
     * @throws NetlinkException if there is no answer
     */
    public GenericMessage get(int command, Attributes attributes) throws NetlinkException {
        return call(command, body(command, attributes), (requester, request) -> requester.get(request, this::decode));
    }

    /**
     * Lists objects: a dump, repeated if the kernel marks it as interrupted.
     *
     * @param command {@code genlmsghdr.cmd}
     * @param attributes the attributes, of the set that the tables name for this command
     * @return one message an object
     * @throws KernelException if the kernel refused
     * @throws NetlinkException if there is no answer
     */
    public List<GenericMessage> list(int command, Attributes attributes) throws NetlinkException {
        return call(command, body(command, attributes), (requester, request) -> requester.list(request, this::decode));
    }

    /**
     * Sends a request that the other methods cannot: one with a header of the family's own, with flags, with a view instead of
     * values as its answer.
     *
     * @param <T> the answer
     * @param command {@code genlmsghdr.cmd}
     * @param body writes what follows {@code genlmsghdr}
     * @param call sends it; called again if the family's id has changed
     * @return the answer
     * @throws KernelException if the kernel refused
     * @throws NetlinkException if there is no answer
     */
    public <T> T call(int command, MessageBody body, Call<T> call) throws NetlinkException {
        int id = family().id();
        try {
            return call.make(generic.requester(), request(id, command, body));
        } catch (KernelException refused) {
            if (refused.errno() != Errno.ENOENT && refused.errno() != Errno.EOPNOTSUPP) {
                throw refused;
            }
            generic.invalidate(spec.name());
            int now = family().id();
            if (now == id) {
                throw refused;
            }
            return call.make(generic.requester(), request(now, command, body));
        }
    }

    private Request request(int id, int command, MessageBody body) {
        return Request.of(id, out -> {
            out.u8(command).u8(spec.version()).u16(0);
            body.write(out);
        });
    }

    private MessageBody body(int command, Attributes attributes) {
        AttributeSet expected = spec.request(command).attributes();
        if (expected != attributes.set()) {
            throw new IllegalArgumentException(
                    spec.request(command).name() + " has " + expected + " attributes, not " + attributes.set());
        }
        return out -> {
            out.zeros(spec.header().size() - GENL_HDRLEN);
            attributes.writeTo(out.attributes());
        };
    }

    /**
     * Decodes an answer or a notification of this family.
     *
     * @param message a message of this family
     * @return the message as a value
     * @throws MalformedMessageException if it does not follow the tables
     */
    public GenericMessage decode(MessageReader message) throws MalformedMessageException {
        CommandSpec command = spec.answer(message.u8(0));
        return new GenericMessage(
                command, Attributes.decode(command.attributes(), message.attributes(spec.header().size())));
    }

    /**
     * Listens to a multicast group of the family in the current network namespace; {@link #decode} reads what comes.
     *
     * @param group the group's name
     * @param options what the socket is to do beyond its default
     * @return the stream, to be closed
     * @throws NotSupportedException if this kernel's family has no such group
     * @throws NetlinkException if the kernel gives no socket or the group cannot be joined
     */
    public EventStream listen(String group, SocketOptions options) throws NetlinkException {
        return EventStream.open(generic.protocol(), Set.of(groupId(group)), options);
    }

    /**
     * Listens to a multicast group of the family in another network namespace; {@link #decode} reads what comes. Entering the
     * namespace needs {@code CAP_SYS_ADMIN}.
     *
     * @param group the group's name
     * @param options what the socket is to do beyond its default
     * @param namespace where; it may be closed afterwards
     * @return the stream, to be closed
     * @throws NotSupportedException if this kernel's family has no such group
     * @throws NetlinkException if the namespace cannot be entered, the kernel gives no socket or the group cannot be joined
     */
    public EventStream listen(String group, SocketOptions options, NetworkNamespace namespace) throws NetlinkException {
        return EventStream.open(generic.protocol(), Set.of(groupId(group)), options, namespace);
    }

    private int groupId(String group) throws NetlinkException {
        return family()
                .group(group)
                .orElseThrow(() -> new NotSupportedException(
                        "the generic netlink family \"" + spec.name() + "\" of this kernel has no group \"" + group + "\""))
                .id();
    }
}
