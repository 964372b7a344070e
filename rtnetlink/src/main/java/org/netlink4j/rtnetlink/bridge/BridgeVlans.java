package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.Rtm.RTM_DELVLAN;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETVLAN;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWVLAN;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_BRVLAN;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_LINK;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_DUMPF_GLOBAL;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_DUMPF_STATS;
import static org.netlink4j.rtnetlink.bridge.BridgeVlandb.BRIDGE_VLANDB_DUMP_FLAGS;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.client.Watched;
import org.netlink4j.core.schema.Attributes;

/**
 * Asks for VLANs of bridges and their ports and changes them: {@code RTM_*VLAN}, since Linux 5.6. Every call blocks until the kernel
 * has answered, at most five seconds. Asking needs no capability; changing needs {@code CAP_NET_ADMIN} in the network namespace, else
 * {@link KernelException} with {@code EPERM}. A kernel without {@code CONFIG_BRIDGE_VLAN_FILTERING} answers {@code EOPNOTSUPP}.
 * {@link BridgeLinks} is the older way to the same VLANs.
 */
public final class BridgeVlans {
    private final Requester client;

    /**
     * VLANs over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}, whose socket checks strictly
     */
    public BridgeVlans(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /**
     * Single VLANs of all bridges and ports, without counters, for a {@link org.netlink4j.core.client.Watch} over {@link #watchedGroups}.
     * The kernel does not announce everything: for example not which VLAN was that of untagged frames when another one becomes it.
     * So after some notifications the VLANs are listed anew.
     *
     * @return how they are listed and told apart
     */
    public static Watched<BridgeVlan.Key, BridgeVlan> watched() {
        return new BridgeVlansWatched(Request.of(RTM_GETVLAN, asking(0, 0)));
    }

    /** {@return the multicast groups that tell all that {@link #watched} has to hear} */
    public static Set<Integer> watchedGroups() {
        return Set.of(RTNLGRP_BRVLAN, RTNLGRP_LINK);
    }

    /** What asks for a list; device 0 for all. */
    static MessageBody asking(int device, long flags) {
        Attributes attributes = Attributes.none(BridgeVlandb.DUMP_ATTRIBUTES).with(BRIDGE_VLANDB_DUMP_FLAGS, flags);
        return out -> {
            BridgeVlanMessage.writeHeader(out, device);
            attributes.writeTo(out.attributes());
        };
    }

    private List<BridgeVlanMessage> messages(int device, long flags) throws NetlinkException {
        return client.list(Request.of(RTM_GETVLAN, asking(device, flags)), BridgeVlanMessage::decode);
    }

    private static List<BridgeVlan> vlans(List<BridgeVlanMessage> messages) {
        return messages.stream().flatMap(message -> message.vlans().stream()).toList();
    }

    /**
     * Lists the VLANs of all bridges and ports.
     *
     * @return the VLANs, device by device, as ranges where they have the same flags and options
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public List<BridgeVlan> list() throws NetlinkException {
        return vlans(messages(0, 0));
    }

    /**
     * Lists the VLANs of a port, or those of a bridge itself.
     *
     * @param device its index
     * @return the VLANs, as ranges where they have the same flags and options
     * @throws KernelException if there is no such device ({@code ENODEV}), or it has nothing to do with a bridge ({@code EINVAL})
     * @throws NetlinkException if there is no answer
     */
    public List<BridgeVlan> list(int device) throws NetlinkException {
        return vlans(messages(device, 0));
    }

    /**
     * Lists the VLANs of all bridges and ports with what went through them.
     *
     * @return the VLANs, device by device, one by one
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public List<BridgeVlan> listStatistics() throws NetlinkException {
        return vlans(messages(0, BRIDGE_VLANDB_DUMPF_STATS));
    }

    /**
     * Lists the options of the VLANs of all bridges; since Linux 5.15.
     *
     * @return the options, bridge by bridge, as ranges where they are the same
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public List<BridgeVlanOptions> listOptions() throws NetlinkException {
        return messages(0, BRIDGE_VLANDB_DUMPF_GLOBAL).stream().flatMap(message -> message.options().stream()).toList();
    }

    /**
     * Adds VLANs, or changes the flags of those that are there. Options are changed as well, once the VLANs are there.
     *
     * @param wanted what is wanted
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public ExtendedAck create(BridgeVlanSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWVLAN, wanted));
    }

    /**
     * Changes options of VLANs that are there, and nothing else.
     *
     * @param wanted what is wanted; its flags do not count
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if a VLAN is not there ({@code ENOENT}), or the kernel refused for another reason
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck change(BridgeVlanSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWVLAN, wanted.flags(0).onlyOptions()));
    }

    /**
     * Changes options of VLANs of a whole bridge; since Linux 5.15.
     *
     * @param wanted what is wanted
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if a VLAN is not there ({@code ENOENT}), or the kernel refused for another reason
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck change(BridgeVlanOptions wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWVLAN, wanted));
    }

    /**
     * Deletes VLANs; those of the range that are not there do not matter.
     *
     * @param which the device and which VLANs
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public void delete(BridgeVlanSpec which) throws NetlinkException {
        client.execute(Request.of(RTM_DELVLAN, which));
    }
}
