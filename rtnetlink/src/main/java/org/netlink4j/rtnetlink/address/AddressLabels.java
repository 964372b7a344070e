package org.netlink4j.rtnetlink.address;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.rtnetlink.IpFamily.AF_INET6;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELADDRLABEL;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETADDRLABEL;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWADDRLABEL;

import java.util.List;
import java.util.Objects;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.schema.Attributes;

/**
 * Asks for the labels of IPv6 prefixes and changes them. Every call blocks until the kernel has answered, at most five seconds. Asking
 * needs no capability; changing needs {@code CAP_NET_ADMIN} in the network namespace. The kernel tells nobody of changes.
 */
public final class AddressLabels {
    private final Requester client;

    /**
     * Labels over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}
     */
    public AddressLabels(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /**
     * Lists the labels.
     *
     * @return the labels, those of longer prefixes first
     * @throws NetlinkException if there is no answer
     */
    public List<AddressLabel> list() throws NetlinkException {
        AddressLabel all = new AddressLabel(AF_INET6, 0, 0, 0, Attributes.none(Ifal.ATTRIBUTES));
        return client.list(Request.of(RTM_GETADDRLABEL, all), AddressLabel::decode);
    }

    /**
     * Gets the label of an address.
     *
     * @param address the whole address, and the device if only its labels count
     * @return the label of the longest prefix in which the address lies; the message names the address, not that prefix
     * @throws KernelException if there is none ({@code ESRCH}), or the prefix is not a whole address ({@code EINVAL})
     * @throws NetlinkException if there is no answer
     */
    public AddressLabel get(AddressLabel address) throws NetlinkException {
        return client.get(Request.of(RTM_GETADDRLABEL, address), AddressLabel::decode);
    }

    /**
     * Adds a label.
     *
     * @param wanted prefix and label
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the prefix has one ({@code EEXIST})
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck create(AddressLabel wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWADDRLABEL, wanted).flags(NLM_F_CREATE | NLM_F_EXCL));
    }

    /**
     * Adds a label, or changes the one that is there.
     *
     * @param wanted prefix and label
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public ExtendedAck replace(AddressLabel wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWADDRLABEL, wanted).flags(NLM_F_CREATE | NLM_F_REPLACE));
    }

    /**
     * Deletes a label. The kernel wants to be told the label itself, though it does not look at it.
     *
     * @param which prefix and label
     * @throws KernelException if there is none ({@code ESRCH})
     * @throws NetlinkException if there is no answer
     */
    public void delete(AddressLabel which) throws NetlinkException {
        client.execute(Request.of(RTM_DELADDRLABEL, which));
    }
}
