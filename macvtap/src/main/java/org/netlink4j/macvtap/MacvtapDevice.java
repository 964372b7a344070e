package org.netlink4j.macvtap;

import java.util.List;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.Macvtap;

/**
 * A macvtap device as it was when the kernel was asked, by its index: it stays the same device when it is renamed. Its
 * {@link Macvtaps} must be open while it is used. May be used by many threads.
 */
public final class MacvtapDevice {
    private final Macvtaps owner;
    private final Link link;
    private final Macvtap kind;

    MacvtapDevice(Macvtaps owner, Link link) throws SystemCallException {
        this.owner = owner;
        this.link = link;
        kind = link.kind(Macvtap.class)
                .orElseThrow(() -> new SystemCallException(
                        "looking up macvtap " + link.name() + ", which is a " + Macvtaps.kindOf(link), Errno.ENODEV));
    }

    /** {@return its name} */
    public String name() {
        return link.name();
    }

    /** {@return its index in its network namespace} */
    public int index() {
        return link.index();
    }

    /** {@return all that the kernel said of it} */
    public Link link() {
        return link;
    }

    /** {@return what only a macvtap has: mode, flags and so on} */
    public Macvtap kind() {
        return kind;
    }

    /**
     * Asks the kernel again.
     *
     * @return the same device as it is now
     * @throws KernelException {@code ENODEV} if it was deleted
     * @throws NetlinkException if there is no answer
     */
    public MacvtapDevice refresh() throws NetlinkException {
        return owner.get(link.index());
    }

    /**
     * Brings the device up. It may be up while its lower device is down.
     *
     * @throws KernelException {@code EADDRINUSE} (older kernels {@code EBUSY}) if its MAC address is that of its lower device, or
     *     of another macvtap or macvlan there that is up; the device stays, and so does the other
     * @throws NetlinkException if there is no answer
     */
    public void setUp() throws NetlinkException {
        owner.rtnetlink().links().setUp(link.index());
    }

    /**
     * Brings the device down. Queues stay open.
     *
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public void setDown() throws NetlinkException {
        owner.rtnetlink().links().setDown(link.index());
    }

    /**
     * Opens one queue with plain frames.
     *
     * @return the queue, to be closed
     * @throws NetlinkException as {@link #openQueues}
     */
    public TapQueue openQueue() throws NetlinkException {
        return openQueues(TapOptions.DEFAULT).getFirst();
    }

    /**
     * Opens queues. The device node that is opened is surely that of this device: the node in {@code /dev} is compared with sysfs
     * before, and name and number are compared afterwards. If {@code /dev} has no node of this device, a private one is made,
     * which needs {@code CAP_MKNOD}. The kernel spreads incoming frames over all queues by flow.
     *
     * @param options how many, and how
     * @return the queues, to be closed
     * @throws NotSupportedException if a vnet header is wanted and the kernel has none
     * @throws SystemCallException {@code ENODEV} if the device was deleted or renamed, {@code EBUSY} if it has no queue left;
     *     what {@code open} and {@code mknod} said if no device node can be opened
     * @throws NetlinkException if the network namespace cannot be entered
     */
    public List<TapQueue> openQueues(TapOptions options) throws NetlinkException {
        return TapQueue.open(owner.namespace(), link.name(), link.index(), options);
    }

    /**
     * Deletes the device. Queues that are open stay open and get no frames any more.
     *
     * @throws KernelException {@code ENODEV} if it was deleted already
     * @throws SystemCallException {@code ENODEV} if its index is another device's by now; nothing is deleted then
     * @throws NetlinkException if there is no answer
     */
    public void delete() throws NetlinkException {
        refresh();
        owner.rtnetlink().links().delete(link.index());
    }

    /** {@return for example {@code "macvtap0 (index 4)"}} */
    @Override
    public String toString() {
        return name() + " (index " + index() + ")";
    }
}
