package org.netlink4j.macvtap;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.netlink4j.core.Errno;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.io.FrameFile;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.macvtap.io.MacvtapBuild;

/**
 * A queue of a macvtap device: what is written to it leaves through the lower device, what comes in for the device's MAC address
 * is read from it. One thread at a time reads and one at a time writes; any thread may set options and close.
 *
 * <p>Each read and each write is one Ethernet frame without checksum, with a {@link VnetHeader} before it if the queue has
 * {@link Tun#IFF_VNET_HDR}. The memory is native and stays open during the call.
 */
public final class TapQueue implements AutoCloseable {
    /** What {@link #read(MemorySegment)} and {@link #write} return when there is no frame or no room. */
    public static final int WOULD_BLOCK = FrameFile.WOULD_BLOCK;

    private final String device;
    private final FrameFile file;
    private final TapControl control;
    private final TapControl readerControl;

    private TapQueue(String device, int fd) throws SystemCallException {
        this.device = device;
        file = new FrameFile("a queue of " + device, fd);
        control = new TapControl(file.arena(), fd);
        readerControl = new TapControl(file.arena(), fd);
    }

    /** Opens all queues or none. */
    static List<TapQueue> open(TapNode node, TapOptions options) throws NetlinkException {
        List<Integer> descriptors = new ArrayList<>(node.open(options.queues(), options.nodeTimeout()));
        List<TapQueue> queues = new ArrayList<>(descriptors.size());
        try {
            while (!descriptors.isEmpty()) {
                TapQueue queue = new TapQueue(node.device(), descriptors.removeFirst());
                queues.add(queue);
                queue.set(options);
            }
        } catch (NetlinkException e) {
            queues.forEach(TapQueue::close);
            FrameFile.close(descriptors);
            throw e;
        }
        return List.copyOf(queues);
    }

    /**
     * Opens queues of a macvtap that somebody else made.
     *
     * @param namespace where the device is
     * @param device its name
     * @param index its index
     * @param options how many, and how
     * @return the queues, to be closed
     * @throws NotSupportedException on a system without macvtap, or if a vnet header is wanted and the kernel has none
     * @throws SystemCallException {@code ENODEV} if there is no such macvtap, {@code EBUSY} if it has no queue left; what
     *     {@code open} and {@code mknod} said if no device node can be opened
     * @throws NetlinkException if the namespace cannot be entered, which needs {@code CAP_SYS_ADMIN} unless the caller is in it
     */
    public static List<TapQueue> open(NetworkNamespace namespace, String device, int index, TapOptions options)
            throws NetlinkException {
        MacvtapBuild.require();
        return open(new TapNode(namespace, device, index), options);
    }

    /**
     * Takes over a queue that another process opened and handed to this one.
     *
     * @param descriptor a descriptor of this process; closed with the queue, or if this fails
     * @return the queue, to be closed
     * @throws NotSupportedException on a system without macvtap
     * @throws NetlinkException if the descriptor is no queue of a tap ({@code ENOTTY}), or its device is gone ({@code ENOLINK})
     */
    public static TapQueue takeOver(int descriptor) throws NetlinkException {
        MacvtapBuild.require();
        String device;
        try (Arena arena = Arena.ofConfined()) {
            device = new TapControl(arena, descriptor).state().device();
        } catch (SystemCallException e) {
            FrameFile.close(List.of(descriptor));
            throw e;
        }
        return new TapQueue(device, descriptor);
    }

    private void set(TapOptions options) throws NetlinkException {
        if (options.vnetHeader() && (features() & Tun.IFF_VNET_HDR) == 0) {
            throw new NotSupportedException("not supported: this kernel's macvtap has no vnet header (TUNGETFEATURES)");
        }
        int flags = (options.vnetHeader() ? Tun.IFF_VNET_HDR : 0) | (options.queues() > 1 ? Tun.IFF_MULTI_QUEUE : 0);
        setFlags(Tun.IFF_VNET_HDR | Tun.IFF_MULTI_QUEUE, flags);
    }

    private <T> T control(FrameFile.Use<T> call) throws NetlinkException {
        return file.use(() -> {
            synchronized (control) {
                return call.run();
            }
        });
    }

    private interface Change {
        void run() throws SystemCallException;
    }

    private void change(Change change) throws NetlinkException {
        control(() -> {
            change.run();
            return this;
        });
    }

    /**
     * The name that the device has now.
     *
     * @return its name
     * @throws SystemCallException {@code ENOLINK} if the device was deleted
     * @throws NetlinkException if the queue is closed
     */
    public String deviceName() throws NetlinkException {
        return control(() -> control.state().device());
    }

    /**
     * The flags of this queue; {@code TUNGETIFF}.
     *
     * @return {@code IFF_*} of {@link Tun}
     * @throws SystemCallException {@code ENOLINK} if the device was deleted
     * @throws NetlinkException if the queue is closed
     */
    public int flags() throws NetlinkException {
        return control(() -> control.state().flags());
    }

    /**
     * Sets some flags and leaves the others; {@code TUNSETIFF}, only if something changes.
     *
     * @param mask which flags
     * @param flags their values
     * @throws SystemCallException {@code EINVAL} if the kernel does not take the flags: it wants {@link Tun#IFF_TAP} and
     *     {@link Tun#IFF_NO_PI} and knows no others than those of {@link #features}
     * @throws NetlinkException if the queue is closed
     */
    public void setFlags(int mask, int flags) throws NetlinkException {
        change(() -> control.setFlags(mask, flags));
    }

    /**
     * The flags that this kernel knows; {@code TUNGETFEATURES}.
     *
     * @return {@code IFF_*} of {@link Tun}
     * @throws NetlinkException if the queue is closed
     */
    public int features() throws NetlinkException {
        return control(control::features);
    }

    /**
     * The size of the header before every frame, whether there is one or not; {@code TUNGETVNETHDRSZ}.
     *
     * @return bytes
     * @throws NetlinkException if the queue is closed
     */
    public int vnetHeaderSize() throws NetlinkException {
        return control(control::vnetHeaderSize);
    }

    /**
     * Sets the size of the header before every frame; {@code TUNSETVNETHDRSZ}.
     *
     * @param bytes {@link VnetHeader#SIZE} or more; what is more than the kernel knows is skipped
     * @throws SystemCallException {@code EINVAL} if it is less
     * @throws NetlinkException if the queue is closed
     */
    public void setVnetHeaderSize(int bytes) throws NetlinkException {
        change(() -> control.setVnetHeaderSize(bytes));
    }

    /**
     * Says which unfinished frames the reader takes; {@code TUNSETOFFLOAD}. It counts for the whole device, and frames tell what
     * is unfinished only in a {@link VnetHeader}.
     *
     * @param flags {@code TUN_F_*} of {@link Tun}; 0 for none
     * @throws SystemCallException {@code EINVAL} for flags that this kernel does not know
     * @throws NetlinkException if the queue is closed
     */
    public void setOffload(int flags) throws NetlinkException {
        change(() -> control.setOffload(flags));
    }

    /**
     * Limits what was written and has not left yet; {@code TUNSETSNDBUF}.
     *
     * @param bytes more than 0
     * @throws SystemCallException {@code EINVAL} for 0 or less
     * @throws NetlinkException if the queue is closed
     */
    public void setSendBuffer(int bytes) throws NetlinkException {
        change(() -> control.setSendBuffer(bytes));
    }

    /**
     * Gives this queue its share of frames again, after {@link #detach}; {@code TUNSETQUEUE}.
     *
     * @throws SystemCallException {@code EINVAL} if it has one, as every new queue has, or if the device was deleted
     * @throws NetlinkException if the queue is closed
     */
    public void attach() throws NetlinkException {
        change(() -> control.setQueue(Tun.IFF_ATTACH_QUEUE));
    }

    /**
     * Takes away this queue's share of frames, for example while the guest uses fewer; the others of the device get them, and without
     * any they are lost. It stays open, and what is written to it still leaves. {@code TUNSETQUEUE}.
     *
     * @throws SystemCallException {@code EINVAL} if it has none, or if the device was deleted
     * @throws NetlinkException if the queue is closed
     */
    public void detach() throws NetlinkException {
        change(() -> control.setQueue(Tun.IFF_DETACH_QUEUE));
    }

    /**
     * Reads a frame if there is one. A device that was deleted looks like one that gets no frames.
     *
     * @param into where it goes
     * @return its length with the header, or {@link #WOULD_BLOCK}
     * @throws org.netlink4j.core.TruncatedException if the frame is longer than the memory; its tail is lost
     * @throws NetlinkException if the queue is closed or the read fails
     */
    public int read(MemorySegment into) throws NetlinkException {
        return file.read(into);
    }

    /**
     * Waits for a frame. {@link #close} and an interrupt of the thread end the wait at once; that the device was deleted is
     * noticed within 50 milliseconds.
     *
     * @param into where it goes
     * @param deadline of {@link System#nanoTime}
     * @return its length with the header, or {@link #WOULD_BLOCK} if the deadline passed
     * @throws org.netlink4j.core.TruncatedException if the frame is longer than the memory; its tail is lost
     * @throws SystemCallException {@code ENOLINK} if the device was deleted
     * @throws org.netlink4j.core.ClosedException if the queue was closed
     * @throws org.netlink4j.core.InterruptedCallException if the thread was interrupted
     * @throws NetlinkException if the read fails
     */
    public int read(MemorySegment into, long deadline) throws NetlinkException {
        return file.read(into, deadline, this::checkDevice);
    }

    private void checkDevice() throws SystemCallException {
        try {
            readerControl.state();
        } catch (SystemCallException e) {
            throw e.errno() == Errno.ENOLINK ? new SystemCallException(device + " was deleted: TUNGETIFF", e.errno()) : e;
        }
    }

    /**
     * Writes a frame if there is room. A device that is down takes frames and drops them.
     *
     * @param frame the frame and nothing else, with its header before it if the queue has one
     * @return its length, or {@link #WOULD_BLOCK}
     * @throws SystemCallException {@code EINVAL} if it is shorter than an Ethernet header or its vnet header makes no sense;
     *     {@code ENOLINK} or {@code ENXIO} if the device was deleted
     * @throws NetlinkException if the queue is closed
     */
    public int write(MemorySegment frame) throws NetlinkException {
        return file.write(frame);
    }

    /**
     * Reads frames as long as there are some and room for them, in one go: cheaper than one at a time when many come.
     *
     * @param into where they go, a segment a frame
     * @param lengths gets the length of each with its header; as long as {@code into}
     * @return how many frames were read; 0 if there is none
     * @throws org.netlink4j.core.TruncatedException if the first frame is longer than its memory; its tail is lost. A later one that
     *     is too long is lost
     * @throws NetlinkException if the queue is closed or the first read fails
     */
    public int readBatch(MemorySegment[] into, int[] lengths) throws NetlinkException {
        return file.readBatch(into, lengths);
    }

    /**
     * Writes frames as long as there is room, in one go.
     *
     * @param frames a segment a frame
     * @param count how many of them
     * @return how many were written, from the first on
     * @throws NetlinkException as {@link #write}, for the first frame
     */
    public int writeBatch(MemorySegment[] frames, int count) throws NetlinkException {
        return file.writeBatch(frames, count);
    }

    /**
     * The descriptor, for a process that gets it as an argument or over a socket, such as a virtual machine monitor.
     *
     * @return a descriptor of this process, non-blocking and closed on exec, valid until {@link #close}
     */
    public int descriptor() {
        return file.descriptor();
    }

    /**
     * Closes the queue; a thread that waits in it gets a {@link org.netlink4j.core.ClosedException}. Returns at once. May be called
     * again.
     */
    @Override
    public void close() {
        file.close();
    }

    /** {@return for example {@code "a queue of macvtap0"}} */
    @Override
    public String toString() {
        return file.toString();
    }
}
