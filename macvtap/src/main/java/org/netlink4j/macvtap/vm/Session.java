package org.netlink4j.macvtap.vm;

import static org.netlink4j.macvtap.vm.InterfaceStep.RECORD;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.macvtap.TapQueue;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.Links;
import org.netlink4j.rtnetlink.link.Macvtap;

/** An interface that is being worked on: what is known of it, and its open queues. One thread at a time works, any may look. */
final class Session {
    private final Host host;
    private volatile InterfaceState state;
    private volatile List<TapQueue> queues = List.of();
    private boolean hasQueues;

    Session(Host host, InterfaceState state) {
        this.host = host;
        this.state = state;
    }

    /** Something that a step does. */
    @FunctionalInterface
    interface Action {
        void run() throws IOException;
    }

    Host host() {
        return host;
    }

    Links links() {
        return host.links();
    }

    InterfaceState state() {
        return state;
    }

    List<TapQueue> queues() {
        return queues;
    }

    /** Whether queues were opened and not closed yet. */
    boolean hasQueues() {
        return hasQueues;
    }

    void opened(List<TapQueue> open) {
        queues = Stream.concat(queues.stream(), open.stream()).toList();
        hasQueues = true;
    }

    void closeQueues() {
        closeQueuesAfter(0);
        hasQueues = false;
    }

    /** Closes all but the first so many. */
    void closeQueuesAfter(int kept) {
        queues.subList(kept, queues.size()).forEach(TapQueue::close);
        queues = List.copyOf(queues.subList(0, kept));
    }

    void step(InterfaceStep step, Action action) throws IOException {
        host.steps().before(step);
        action.run();
        host.steps().after(step);
    }

    /** Notes what is known now; the journal has it with the next {@link #record}. */
    void note(InterfaceState now) {
        state = now;
    }

    /** Notes what is known now, or is about to be done, and keeps it. */
    void record(InterfaceState now) throws IOException {
        note(now);
        step(RECORD, () -> host.journal().save(now));
    }

    // ---- the device

    /** Our device; empty if it is gone, or was never made. What is there in its place is a stranger's. */
    Optional<Link> find() throws NetlinkException {
        InterfaceState.Device device = state.device();
        if (device.name().isEmpty()) {
            return Optional.empty();
        }
        if (device.index() == 0) {
            return lookUp(() -> links().get(device.name())).filter(this::isDevice);
        }
        Optional<Link> found = lookUp(() -> links().get(device.index())).filter(this::isOfOurKind);
        if (found.isPresent() && !isOurs(found.get())) {
            throw new SystemCallException(
                    "leaving " + found.get().name() + " alone, which was " + state + " and was renamed", Errno.ENODEV);
        }
        return found;
    }

    /** Our device, which must be there. */
    Link require() throws NetlinkException {
        return find().orElseThrow(() -> new SystemCallException("looking up " + state, Errno.ENODEV));
    }

    private boolean isOfOurKind(Link link) {
        return link.kind(Macvtap.class).isPresent()
                && link.lower().equals(OptionalInt.of(state.lower().index()))
                && link.lowerNamespaceId().isEmpty();
    }

    boolean isOurs(Link link) {
        return isOfOurKind(link) && link.name().equals(state.device().name());
    }

    /** Whether it is our device and no other that has its name. */
    boolean isDevice(Link link) {
        int index = state.device().index();
        return isOurs(link) && (index == 0 ? isOfOurGroup(link) : link.index() == index);
    }

    boolean isOfOurGroup(Link link) {
        return Integer.toUnsignedLong(link.group().orElse(0)) == state.device().group();
    }

    /** The lower device; empty if it is gone. */
    Optional<Link> lower() throws NetlinkException {
        return find(state.lower().index(), state.lower().name());
    }

    /** A device that is no macvtap of ours; empty if it is gone. */
    Optional<Link> find(int index, String name) throws NetlinkException {
        return lookUp(() -> links().get(index)).filter(link -> link.name().equals(name));
    }

    private interface Lookup {
        Link run() throws NetlinkException;
    }

    private static Optional<Link> lookUp(Lookup lookup) throws NetlinkException {
        try {
            return Optional.of(lookup.run());
        } catch (KernelException e) {
            if (e.errno() == Errno.ENODEV) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
