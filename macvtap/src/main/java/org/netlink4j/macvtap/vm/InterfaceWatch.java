package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.Watch;
import org.netlink4j.core.client.WatchEvent;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.lldpad.backend.EndedVsi;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.Links;

/**
 * Watches the direct interfaces of one namespace from now on, also those that are made later, and asks the switch again for what it
 * ended: after a second at first, then less and less often, once a minute at last. VSIs of others are no business of it. The
 * listener is called by threads of this watch, one at a time, and is to return soon.
 */
public final class InterfaceWatch implements AutoCloseable {
    private static final int RTNLGRP_LINK = 1;
    private static final Duration LOOK_UP = Duration.ofMillis(200);

    private final DirectInterfaces interfaces;
    private final SwitchEvents switchEvents;
    private final Consumer<InterfaceEvent> listener;
    private final Watch<Integer, Link> links;
    private final Reassociations<DirectInterface> retries = new Reassociations<>();
    private final Thread linkThread;
    private final Thread switchThread;
    private final Thread retryThread;
    private volatile boolean closed;

    private InterfaceWatch(
            DirectInterfaces interfaces, SwitchEvents switchEvents, Consumer<InterfaceEvent> listener, Watch<Integer, Link> links) {
        this.interfaces = interfaces;
        this.switchEvents = switchEvents;
        this.listener = listener;
        this.links = links;
        linkThread = Thread.ofPlatform().daemon().name("netlink4j-links").unstarted(this::followLinks);
        switchThread = Thread.ofPlatform().daemon().name("netlink4j-switch").unstarted(this::followSwitch);
        retryThread = Thread.ofPlatform().daemon().name("netlink4j-retries").unstarted(this::retry);
    }

    /**
     * Begins to watch.
     *
     * @param interfaces the interfaces
     * @param switchEvents what the switch does; for example {@code backend::ended} of a {@link org.netlink4j.lldpad.backend.VsiBackend}
     * @param listener is told
     * @return the watch, to be closed before the interfaces are
     * @throws NetlinkException if the kernel gives no socket
     */
    public static InterfaceWatch open(
            DirectInterfaces interfaces, SwitchEvents switchEvents, Consumer<InterfaceEvent> listener) throws NetlinkException {
        Objects.requireNonNull(switchEvents);
        Objects.requireNonNull(listener);
        EventStream events = EventStream.open(
                Rtnetlink.PROTOCOL, Set.of(RTNLGRP_LINK), SocketOptions.DEFAULT, interfaces.namespace());
        Watch<Integer, Link> links = Watch.open(events, interfaces.host().client(), Links.watched());
        InterfaceWatch watch = new InterfaceWatch(interfaces, switchEvents, listener, links);
        watch.linkThread.start();
        watch.switchThread.start();
        watch.retryThread.start();
        return watch;
    }

    private synchronized void tell(InterfaceEvent event) {
        if (!closed) {
            listener.accept(event);
        }
    }

    // ---- devices

    private void followLinks() {
        while (!closed) {
            try {
                links.next(LOOK_UP).ifPresent(this::changed);
            } catch (ClosedException _) {
                return;
            } catch (NetlinkException _) {
                // what was lost is made good by the watch itself
            }
        }
    }

    private void changed(WatchEvent<Link> event) {
        switch (event) {
            case WatchEvent.Disappeared<Link>(Link link) -> disappeared(link);
            case WatchEvent.Changed<Link>(Link before, Link now) -> readdressed(before, now);
            case WatchEvent.Resynchronised<Link>(List<WatchEvent<Link>> differences) -> differences.forEach(this::changed);
            case WatchEvent.Appeared<Link> _ -> {}
        }
    }

    private List<DirectInterface> known(Predicate<DirectInterface> which) {
        return interfaces.interfaces().stream().filter(which).toList();
    }

    private void disappeared(Link link) {
        for (DirectInterface gone : known(each -> each.settledIndex() == link.index())) {
            cancel(gone);
            tell(gone.hasLower() ? new InterfaceEvent.DeviceGone(gone) : new InterfaceEvent.LowerGone(gone));
        }
    }

    private void readdressed(Link before, Link now) {
        if (!before.address().equals(now.address())) {
            MacAddress address = now.address().orElse(new MacAddress(0));
            known(each -> each.index() == now.index() && !each.address().equals(address))
                    .forEach(each -> tell(new InterfaceEvent.AddressChanged(each, address)));
        }
    }

    // ---- the switch

    private void followSwitch() {
        while (!closed) {
            try {
                switchEvents.next(LOOK_UP).ifPresent(this::heard);
            } catch (NetlinkException e) {
                if (closed || e instanceof ClosedException || !pause()) {
                    return;
                }
            }
        }
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK_UP);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    private void heard(EndedVsi ended) {
        known(each -> isOurs(each, ended.instanceId())).forEach(each -> lost(each, ended.reason().words()));
    }

    private static boolean isOurs(DirectInterface each, UUID instance) {
        return each.association() != DirectInterface.Association.NONE
                && each.state().port() instanceof ProfilePort.Qbg qbg
                && qbg.profile().instanceId().equals(instance);
    }

    private void lost(DirectInterface each, String why) {
        Optional<Duration> retry;
        synchronized (retries) {
            retry = retries.ended(each, System.nanoTime());
            retries.notifyAll();
        }
        retry.ifPresent(wait -> tell(new InterfaceEvent.AssociationEnded(each, why, wait)));
    }

    /**
     * Asks the switch no more for an interface.
     *
     * @param each the interface
     */
    public void cancel(DirectInterface each) {
        synchronized (retries) {
            retries.cancel(each);
        }
    }

    private void retry() {
        while (!closed) {
            List<DirectInterface> due;
            synchronized (retries) {
                due = retries.due(System.nanoTime());
                if (due.isEmpty() && !await()) {
                    return;
                }
            }
            due.forEach(this::reassociate);
        }
    }

    private boolean await() {
        try {
            long millis = retries.untilNext(System.nanoTime()).orElse(Reassociations.LONGEST).toMillis();
            retries.wait(millis + 1);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    private void reassociate(DirectInterface each) {
        if (!interfaces.interfaces().contains(each)) {
            cancel(each);
            return;
        }
        try {
            each.reassociate();
            synchronized (retries) {
                retries.succeeded(each, System.nanoTime());
            }
            tell(new InterfaceEvent.Reassociated(each));
        } catch (IOException e) {
            Optional<Duration> next;
            synchronized (retries) {
                next = retries.failed(each, System.nanoTime());
            }
            next.ifPresent(wait -> tell(new InterfaceEvent.ReassociationFailed(each, e, wait)));
        }
    }

    /** Watches no more; an attempt that is under way is interrupted. The listener is not called afterwards. May be called again. */
    @Override
    public void close() {
        closed = true;
        links.close();
        switchThread.interrupt();
        retryThread.interrupt();
        synchronized (this) {
            // a call of the listener that is under way ends first
        }
    }
}
