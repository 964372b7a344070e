package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ROOT;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELACTION;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETACTION;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWACTION;
import static org.netlink4j.rtnetlink.tc.action.TcaRoot.TCA_ACT_FLAG_LARGE_DUMP_ON;
import static org.netlink4j.rtnetlink.tc.action.TcaRoot.TCA_ROOT_FLAGS;
import static org.netlink4j.rtnetlink.tc.action.TcaRoot.TCA_ROOT_TIME_DELTA;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.schema.Attributes;

/**
 * Asks for actions that stand alone, and makes, replaces and deletes them. Actions of filters are among them, too. Every call blocks
 * until the kernel has answered, at most five seconds. Asking needs no capability; changing needs {@code CAP_NET_ADMIN} in the initial
 * user namespace, else {@link KernelException} with {@code EPERM}: to be root in a namespace of one's own does not do. The actions of
 * filters need no more than filters do.
 */
public final class Actions {
    private final Requester client;

    /**
     * Actions over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}
     */
    public Actions(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /**
     * Lists the actions of a kind.
     *
     * @param kind {@code TCA_ACT_KIND}
     * @return the actions by index
     * @throws KernelException if the kernel does not know the kind ({@code ENOENT}; old kernels answer with none)
     * @throws NetlinkException if there is no answer
     */
    public List<Action> list(String kind) throws NetlinkException {
        return messages(listing(kind)).stream().flatMap(message -> message.actions().stream()).toList();
    }

    /**
     * Lists the actions of a kind that were used lately.
     *
     * @param kind {@code TCA_ACT_KIND}
     * @param since at most so long ago, up to 49 days
     * @return the actions by index
     * @throws NetlinkException if there is no answer
     */
    public List<Action> list(String kind, Duration since) throws NetlinkException {
        return messages(listing(kind, since)).stream().flatMap(message -> message.actions().stream()).toList();
    }

    /**
     * Lists the actions of a kind as they come, many in a message.
     *
     * @param kind {@code TCA_ACT_KIND}
     * @return the messages
     * @throws NetlinkException if there is no answer
     */
    public List<ActionMessage> messages(String kind) throws NetlinkException {
        return messages(listing(kind));
    }

    private List<ActionMessage> messages(ActionMessage request) throws NetlinkException {
        return client.list(Request.of(RTM_GETACTION, request), ActionMessage::decode);
    }

    /** A dump of all actions of a kind, in messages as large as the kernel likes. */
    static ActionMessage listing(String kind) {
        Action named = new Action(Attributes.none(TcaAct.ATTRIBUTES).with(TcaAct.TCA_ACT_KIND, kind));
        long large = TCA_ACT_FLAG_LARGE_DUMP_ON | (long) TCA_ACT_FLAG_LARGE_DUMP_ON << Integer.SIZE;
        return new ActionMessage(ActionMessage.of(List.of(named)).attributes().with(TCA_ROOT_FLAGS, large));
    }

    static ActionMessage listing(String kind, Duration since) {
        return new ActionMessage(listing(kind).attributes().with(TCA_ROOT_TIME_DELTA, since.toMillis()));
    }

    /**
     * Gets an action.
     *
     * @param kind {@code TCA_ACT_KIND}
     * @param index u32: its number among those of its kind
     * @return the action
     * @throws KernelException if there is none ({@code ENOENT})
     * @throws NetlinkException if there is no answer
     */
    public Action get(String kind, long index) throws NetlinkException {
        return client.get(Request.of(RTM_GETACTION, naming(kind, index)), message -> {
            List<Action> actions = ActionMessage.decode(message).actions();
            if (actions.size() != 1) {
                throw new MalformedMessageException(actions.size() + " actions in an answer about one");
            }
            return actions.getFirst();
        });
    }

    static ActionMessage naming(String kind, long index) {
        return ActionMessage.of(List.of(Action.named(kind, index)));
    }

    /**
     * Makes actions.
     *
     * @param actions at most 32
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused, for example because there is one with that index ({@code EEXIST}); then none
     *     is made
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck create(List<Action> actions) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWACTION, ActionMessage.of(actions)).flags(NLM_F_CREATE | NLM_F_EXCL));
    }

    /**
     * Makes an action.
     *
     * @param action the action
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused, for example because there is one with that index ({@code EEXIST})
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck create(Action action) throws NetlinkException {
        return create(List.of(action));
    }

    /**
     * Makes an action, or puts it in the place of the one with its index, in all filters that have that.
     *
     * @param action the action
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck replace(Action action) throws NetlinkException {
        return client.execute(
                Request.of(RTM_NEWACTION, ActionMessage.of(List.of(action))).flags(NLM_F_CREATE | NLM_F_REPLACE));
    }

    /**
     * Deletes an action.
     *
     * @param kind {@code TCA_ACT_KIND}
     * @param index u32: its number among those of its kind
     * @throws KernelException if there is none ({@code ENOENT}), or a filter has it ({@code EPERM})
     * @throws NetlinkException if there is no answer
     */
    public void delete(String kind, long index) throws NetlinkException {
        client.execute(Request.of(RTM_DELACTION, naming(kind, index)));
    }

    /**
     * Deletes all actions of a kind that no filter has.
     *
     * @param kind {@code TCA_ACT_KIND}
     * @throws KernelException if the kernel does not know the kind ({@code EINVAL})
     * @throws NetlinkException if there is no answer
     */
    public void flush(String kind) throws NetlinkException {
        client.execute(Request.of(RTM_DELACTION, listing(kind)).flags(NLM_F_ROOT));
    }
}
