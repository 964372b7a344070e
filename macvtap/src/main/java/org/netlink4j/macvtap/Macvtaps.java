package org.netlink4j.macvtap;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.socket.NetlinkSocket;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.ObservedTransport;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.macvtap.io.MacvtapBuild;
import org.netlink4j.macvtap.io.NameGenerator;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkKind;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Macvtap;

/**
 * The macvtap devices of one network namespace. Calls block until the kernel has answered, at most five seconds a request.
 * Looking needs no capability; changing needs {@code CAP_NET_ADMIN}. May be used by many threads.
 *
 * <p>Only macvtaps are ever changed or deleted, and none is touched to make room for another: two devices on one lower device may
 * have the same MAC address, but the kernel lets only one of them be up.
 */
public final class Macvtaps implements AutoCloseable {
    private final NetworkNamespace namespace;
    private final Rtnetlink rtnetlink;
    private final NameGenerator names = new NameGenerator();

    private Macvtaps(NetworkNamespace namespace, Rtnetlink rtnetlink) {
        this.namespace = namespace;
        this.rtnetlink = rtnetlink;
    }

    /**
     * Opens the network namespace of the calling thread.
     *
     * @return its macvtaps, to be closed
     * @throws NotSupportedException in a build without macvtap, or on another system than Linux
     * @throws NetlinkException if the kernel gives no socket
     */
    public static Macvtaps open() throws NetlinkException {
        MacvtapBuild.require();
        try (NetworkNamespace here = NetworkNamespace.current()) {
            return open(here);
        }
    }

    /**
     * Opens a network namespace. Entering another than the calling thread's needs {@code CAP_SYS_ADMIN}.
     *
     * @param namespace where; it may be closed afterwards
     * @return its macvtaps, to be closed
     * @throws NotSupportedException in a build without macvtap, or on another system than Linux
     * @throws NetlinkException if the namespace cannot be entered or the kernel gives no socket
     */
    public static Macvtaps open(NetworkNamespace namespace) throws NetlinkException {
        MacvtapBuild.require();
        return over(namespace, socketIn(namespace));
    }

    /**
     * The same with every netlink message shown.
     *
     * @param namespace where; it may be closed afterwards
     * @param observer sees the datagrams
     * @return its macvtaps, to be closed
     * @throws NotSupportedException in a build without macvtap, or on another system than Linux
     * @throws NetlinkException if the namespace cannot be entered or the kernel gives no socket
     */
    public static Macvtaps open(NetworkNamespace namespace, ObservedTransport.Observer observer) throws NetlinkException {
        MacvtapBuild.require();
        return over(namespace, new ObservedTransport(socketIn(namespace), observer));
    }

    private static NetlinkSocket socketIn(NetworkNamespace namespace) throws NetlinkException {
        return NetlinkSocket.open(Rtnetlink.PROTOCOL.number(), SocketOptions.DEFAULT, namespace);
    }

    static Macvtaps over(NetworkNamespace namespace, DatagramTransport transport) throws NetlinkException {
        try {
            return new Macvtaps(
                    NetworkNamespace.ofPath(namespace.path()),
                    Rtnetlink.over(NetlinkClient.over(Rtnetlink.PROTOCOL, transport)));
        } catch (SystemCallException e) {
            transport.close();
            throw e;
        }
    }

    /** {@return all that NETLINK_ROUTE offers in this namespace, over the same socket; closed by {@link #close}} */
    public Rtnetlink rtnetlink() {
        return rtnetlink;
    }

    NetworkNamespace namespace() {
        return namespace;
    }

    /**
     * Creates a device, which is down.
     *
     * @param wanted what is wanted
     * @return the device
     * @throws NotSupportedException if the kernel has no macvtap
     * @throws KernelException {@code EEXIST} if a name that was chosen is taken, or no number of a template is free;
     *     {@code EADDRNOTAVAIL} for a MAC address that no device can have; {@code EINVAL} for an unknown mode, and for passthru
     *     mode on a lower device that has a macvlan or macvtap; {@code ENODEV} without the lower device
     * @throws IllegalArgumentException if the name cannot be one
     * @throws NetlinkException if there is no answer; the device may have been made
     */
    public MacvtapDevice create(MacvtapSpec wanted) throws NetlinkException {
        Objects.requireNonNull(wanted);
        LinkSpec spec = wanted.link().lower(indexOf(wanted.lower())).kind(wanted.kind());
        return names.firstFree(wanted.name(), name -> createNamed(name, spec));
    }

    private int indexOf(MacvtapSpec.Lower lower) throws NetlinkException {
        return switch (lower) {
            case MacvtapSpec.Lower.Named(String name) -> rtnetlink.links().get(name).index();
            case MacvtapSpec.Lower.Indexed(int index) -> index;
        };
    }

    private MacvtapDevice createNamed(String name, LinkSpec spec) throws NetlinkException {
        try {
            rtnetlink.links().create(spec.name(name));
        } catch (KernelException e) {
            throw MacvtapBuild.refused(e);
        }
        return get(name);
    }

    /**
     * Creates a device and brings it up. If it does not come up, it is deleted again.
     *
     * @param wanted what is wanted
     * @return the device
     * @throws KernelException as {@link #create}; {@code EADDRINUSE} (older kernels {@code EBUSY}) if a device with the same MAC
     *     address is up on the lower device
     * @throws NetlinkException if there is no answer
     */
    public MacvtapDevice createUp(MacvtapSpec wanted) throws NetlinkException {
        MacvtapDevice device = create(wanted);
        try {
            device.setUp();
            return device;
        } catch (NetlinkException e) {
            try {
                device.delete();
            } catch (NetlinkException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    /**
     * Gets a device by its name.
     *
     * @param name its name
     * @return the device
     * @throws KernelException {@code ENODEV} if there is nothing of that name
     * @throws SystemCallException {@code ENODEV} if it is no macvtap
     * @throws NetlinkException if there is no answer
     */
    public MacvtapDevice get(String name) throws NetlinkException {
        return new MacvtapDevice(this, rtnetlink.links().get(name));
    }

    /**
     * Gets a device by its index.
     *
     * @param index its index
     * @return the device
     * @throws KernelException {@code ENODEV} if there is nothing of that index
     * @throws SystemCallException {@code ENODEV} if it is no macvtap
     * @throws NetlinkException if there is no answer
     */
    public MacvtapDevice get(int index) throws NetlinkException {
        return new MacvtapDevice(this, rtnetlink.links().get(index));
    }

    /**
     * Lists all devices.
     *
     * @return the devices
     * @throws org.netlink4j.core.DumpInterruptedException if devices of any kind came or went meanwhile
     * @throws NetlinkException if there is no answer
     */
    public List<MacvtapDevice> list() throws NetlinkException {
        List<MacvtapDevice> devices = new ArrayList<>();
        for (Link link : rtnetlink.links().list()) {
            if (link.kind(Macvtap.class).isPresent()) {
                devices.add(new MacvtapDevice(this, link));
            }
        }
        return List.copyOf(devices);
    }

    /**
     * Deletes a device. Queues that are open stay open and get no frames any more.
     *
     * @param name its name
     * @throws KernelException {@code ENODEV} if there is nothing of that name
     * @throws SystemCallException {@code ENODEV} if it is no macvtap; nothing is deleted then
     * @throws NetlinkException if there is no answer
     */
    public void delete(String name) throws NetlinkException {
        get(name).delete();
    }

    /** What a link is, if it is not what is looked for. */
    static String kindOf(Link link) {
        return link.kind().map(LinkKind::kind).orElse("device without a kind");
    }

    /** Closes the socket; devices stay as they are, and open queues stay open. May be called again, and from any thread. */
    @Override
    public void close() {
        rtnetlink.close();
        namespace.close();
    }
}
