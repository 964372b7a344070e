package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.generic.ethtool.EthtoolHeader.ETHTOOL_A_HEADER_FLAGS;
import static org.netlink4j.core.generic.ethtool.EthtoolHeader.ETHTOOL_FLAG_COMPACT_BITSETS;
import static org.netlink4j.core.generic.ethtool.EthtoolStats.ETHTOOL_A_STATS_GROUPS;
import static org.netlink4j.core.generic.ethtool.EthtoolStrset.ETHTOOL_A_STRINGSETS_STRINGSET;
import static org.netlink4j.core.generic.ethtool.EthtoolStrset.ETHTOOL_A_STRINGSET_ID;
import static org.netlink4j.core.generic.ethtool.EthtoolStrset.ETHTOOL_A_STRSET_STRINGSETS;

import java.util.ArrayList;
import java.util.List;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.generic.FamilyClient;
import org.netlink4j.core.generic.GenericMessage;
import org.netlink4j.core.generic.GenericNetlink;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.core.wire.MessageReader;

/**
 * What drivers tell of their devices: the generic netlink family ethtool, of Linux 5.6 and newer. Reading needs no capability.
 * May be shared between threads as the {@link GenericNetlink} may that it works over.
 *
 * <p>A device whose driver does not implement what is asked for is a {@link KernelException} with {@code EOPNOTSUPP}; the
 * methods that ask for all devices leave it out. A kernel without the family is a {@link NotSupportedException}.
 */
public final class Ethtool {
    private final FamilyClient family;
    private final int flags;

    private Ethtool(FamilyClient family, int flags) {
        this.family = family;
        this.flags = flags;
    }

    /**
     * Works over generic netlink, in the network namespace in which that was opened.
     *
     * @param generic is not closed by this
     * @return the client; {@link Bitset}s come in the verbose form, with names
     */
    public static Ethtool over(GenericNetlink generic) {
        return new Ethtool(generic.client(EthtoolMsg.FAMILY), 0);
    }

    /** {@return a client that asks for {@link Bitset}s in the compact form, without names: for many devices} */
    public Ethtool compact() {
        return new Ethtool(family, flags | ETHTOOL_FLAG_COMPACT_BITSETS);
    }

    /** {@return the client for all requests that this class has no method for} */
    public FamilyClient family() {
        return family;
    }

    /**
     * What a port is; {@code ETHTOOL_MSG_LINKINFO_GET}.
     *
     * @param device the device
     * @return the answer
     * @throws KernelException if the kernel refused
     * @throws NetlinkException if there is no answer
     */
    public LinkInfo linkInfo(Device device) throws NetlinkException {
        return get(LinkInfo.KIND, device);
    }

    /**
     * What the ports of all devices are; {@code ETHTOOL_MSG_LINKINFO_GET}.
     *
     * @return one answer a device
     * @throws NetlinkException if there is no answer
     */
    public List<LinkInfo> linkInfo() throws NetlinkException {
        return list(LinkInfo.KIND);
    }

    /**
     * Speeds and modes of a port; {@code ETHTOOL_MSG_LINKMODES_GET}.
     *
     * @param device the device
     * @return the answer
     * @throws KernelException if the kernel refused
     * @throws NetlinkException if there is no answer
     */
    public LinkModes linkModes(Device device) throws NetlinkException {
        return get(LinkModes.KIND, device);
    }

    /**
     * Speeds and modes of the ports of all devices; {@code ETHTOOL_MSG_LINKMODES_GET}.
     *
     * @return one answer a device
     * @throws NetlinkException if there is no answer
     */
    public List<LinkModes> linkModes() throws NetlinkException {
        return list(LinkModes.KIND);
    }

    /**
     * The state of a link; {@code ETHTOOL_MSG_LINKSTATE_GET}.
     *
     * @param device the device
     * @return the answer
     * @throws KernelException if the kernel refused
     * @throws NetlinkException if there is no answer
     */
    public LinkState linkState(Device device) throws NetlinkException {
        return get(LinkState.KIND, device);
    }

    /**
     * The state of the links of all devices; {@code ETHTOOL_MSG_LINKSTATE_GET}.
     *
     * @return one answer a device
     * @throws NetlinkException if there is no answer
     */
    public List<LinkState> linkState() throws NetlinkException {
        return list(LinkState.KIND);
    }

    /**
     * Offloads of a device; {@code ETHTOOL_MSG_FEATURES_GET}.
     *
     * @param device the device
     * @return the answer
     * @throws KernelException if the kernel refused
     * @throws NetlinkException if there is no answer
     */
    public Features features(Device device) throws NetlinkException {
        return get(Features.KIND, device);
    }

    /**
     * Offloads of all devices; {@code ETHTOOL_MSG_FEATURES_GET}.
     *
     * @return one answer a device
     * @throws NetlinkException if there is no answer
     */
    public List<Features> features() throws NetlinkException {
        return list(Features.KIND);
    }

    /**
     * Ring sizes of a device; {@code ETHTOOL_MSG_RINGS_GET}.
     *
     * @param device the device
     * @return the answer
     * @throws KernelException if the kernel refused
     * @throws NetlinkException if there is no answer
     */
    public Rings rings(Device device) throws NetlinkException {
        return get(Rings.KIND, device);
    }

    /**
     * Ring sizes of all devices; {@code ETHTOOL_MSG_RINGS_GET}.
     *
     * @return one answer a device
     * @throws NetlinkException if there is no answer
     */
    public List<Rings> rings() throws NetlinkException {
        return list(Rings.KIND);
    }

    /**
     * Channels of a device; {@code ETHTOOL_MSG_CHANNELS_GET}.
     *
     * @param device the device
     * @return the answer
     * @throws KernelException if the kernel refused
     * @throws NetlinkException if there is no answer
     */
    public Channels channels(Device device) throws NetlinkException {
        return get(Channels.KIND, device);
    }

    /**
     * Channels of all devices; {@code ETHTOOL_MSG_CHANNELS_GET}.
     *
     * @return one answer a device
     * @throws NetlinkException if there is no answer
     */
    public List<Channels> channels() throws NetlinkException {
        return list(Channels.KIND);
    }

    /**
     * Sets of names; {@code ETHTOOL_MSG_STRSET_GET}.
     *
     * @param device the device for its own sets, or {@link Device#NONE} for those that are the same everywhere
     * @param ids which sets; see {@link EthSs}
     * @return the answer; a set that the driver does not have is left out
     * @throws KernelException if the kernel refused
     * @throws NetlinkException if there is no answer
     */
    public StringSets stringSets(Device device, int... ids) throws NetlinkException {
        Attributes sets = Attributes.none(EthtoolStrset.STRINGSETS);
        for (int id : ids) {
            sets = sets.plus(
                    ETHTOOL_A_STRINGSETS_STRINGSET,
                    Attributes.none(EthtoolStrset.STRINGSET).with(ETHTOOL_A_STRINGSET_ID, Integer.toUnsignedLong(id)));
        }
        return get(StringSets.KIND, request(StringSets.KIND, device).with(ETHTOOL_A_STRSET_STRINGSETS, sets));
    }

    /**
     * Standard statistics of a device; {@code ETHTOOL_MSG_STATS_GET}, since Linux 5.13.
     *
     * @param device the device
     * @param groups which groups; {@code ETHTOOL_STATS_*} of {@link EthtoolStats}
     * @return the answer; counters that the driver does not have are left out
     * @throws KernelException if the kernel refused
     * @throws NetlinkException if there is no answer
     */
    public Statistics statistics(Device device, int... groups) throws NetlinkException {
        return get(
                Statistics.KIND,
                request(Statistics.KIND, device).with(ETHTOOL_A_STATS_GROUPS, Bitset.of(groups).attributes()));
    }

    /**
     * Listens to changes in the current network namespace; {@link #decode} reads what comes.
     *
     * @param options what the socket is to do beyond its default
     * @return the stream, to be closed
     * @throws NetlinkException if the kernel gives no socket or the group cannot be joined
     */
    public EventStream monitor(SocketOptions options) throws NetlinkException {
        return family.listen(EthtoolMsg.ETHTOOL_MCGRP_MONITOR_NAME, options);
    }

    /**
     * Listens to changes in another network namespace; {@link #decode} reads what comes. Entering the namespace needs
     * {@code CAP_SYS_ADMIN}.
     *
     * @param options what the socket is to do beyond its default
     * @param namespace where; it may be closed afterwards
     * @return the stream, to be closed
     * @throws NetlinkException if the namespace cannot be entered, the kernel gives no socket or the group cannot be joined
     */
    public EventStream monitor(SocketOptions options, NetworkNamespace namespace) throws NetlinkException {
        return family.listen(EthtoolMsg.ETHTOOL_MCGRP_MONITOR_NAME, options, namespace);
    }

    /**
     * Decodes a notification.
     *
     * @param message a message of this family
     * @return the report; {@link OtherReport} if there is no record for it
     * @throws MalformedMessageException if it does not follow the tables
     */
    public Report decode(MessageReader message) throws MalformedMessageException {
        return Report.of(family.decode(message));
    }

    private <T extends Report> T get(Kind<T> kind, Device device) throws NetlinkException {
        return get(kind, request(kind, device));
    }

    private <T extends Report> T get(Kind<T> kind, Attributes request) throws NetlinkException {
        return kind.of(family.get(kind.command(), request));
    }

    private <T extends Report> List<T> list(Kind<T> kind) throws NetlinkException {
        List<T> reports = new ArrayList<>();
        for (GenericMessage message : family.list(kind.command(), request(kind, Device.NONE))) {
            reports.add(kind.of(message));
        }
        return List.copyOf(reports);
    }

    private Attributes request(Kind<?> kind, Device device) {
        Attributes header = flags == 0 ? device.attributes() : device.attributes().with(ETHTOOL_A_HEADER_FLAGS, flags);
        return Attributes.none(kind.table()).with(kind.header(), header);
    }
}
