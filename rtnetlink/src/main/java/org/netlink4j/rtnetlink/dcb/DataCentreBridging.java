package org.netlink4j.rtnetlink.dcb;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETDCB;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETDCB;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_CEE;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_DCBX;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_FEATCFG;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_IEEE;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_FEATCFG_ATTR_ALL;
import static org.netlink4j.rtnetlink.dcb.DcbCmd.DCB_CMD_CEE_GET;
import static org.netlink4j.rtnetlink.dcb.DcbCmd.DCB_CMD_GDCBX;
import static org.netlink4j.rtnetlink.dcb.DcbCmd.DCB_CMD_GFEATCFG;
import static org.netlink4j.rtnetlink.dcb.DcbCmd.DCB_CMD_IEEE_DEL;
import static org.netlink4j.rtnetlink.dcb.DcbCmd.DCB_CMD_IEEE_GET;
import static org.netlink4j.rtnetlink.dcb.DcbCmd.DCB_CMD_IEEE_SET;
import static org.netlink4j.rtnetlink.dcb.DcbCmd.DCB_CMD_SDCBX;
import static org.netlink4j.rtnetlink.dcb.DcbCmd.DCB_CMD_SFEATCFG;

import java.util.Objects;
import java.util.Optional;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;

/**
 * Data centre bridging of devices. Every call blocks until the kernel has answered, at most five seconds. Asking needs no
 * capability, changing {@code CAP_NET_ADMIN} in the first user namespace. A device without it is a {@link KernelException} with
 * {@code EOPNOTSUPP}, no such device one with {@code ENODEV}. What the driver refuses comes in an answer of its own, as u8; it is a
 * {@link KernelException} all the same. Changes are told to {@code RTNLGRP_DCB}, as {@link DcbMessage}s.
 */
public final class DataCentreBridging {
    private static final int NUMBERS = 0x100;

    private final Requester client;

    /**
     * Data centre bridging over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}
     */
    public DataCentreBridging(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /**
     * Gets the objects of IEEE 802.1Qaz.
     *
     * @param device the name of the device
     * @return the objects
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public IeeeObjects get(String device) throws NetlinkException {
        return new IeeeObjects(nest(ask(DcbMessage.of(DCB_CMD_IEEE_GET, device)), DCB_ATTR_IEEE));
    }

    /**
     * Sets objects of IEEE 802.1Qaz; priorities of applications are added to those that are there.
     *
     * @param device the name of the device
     * @param wanted what is wanted; others stay as they are
     * @throws NetlinkException if the kernel or the driver refused, or there is no answer
     */
    public void set(String device, IeeeObjects wanted) throws NetlinkException {
        change(with(DcbMessage.of(DCB_CMD_IEEE_SET, device), DCB_ATTR_IEEE, wanted.attributes()), DCB_ATTR_IEEE);
    }

    /**
     * Deletes priorities of applications, or rewrites.
     *
     * @param device the name of the device
     * @param which those in {@code DCB_ATTR_IEEE_APP_TABLE} and {@code DCB_ATTR_DCB_REWR_TABLE}
     * @throws KernelException if there is no such entry ({@code ENOENT})
     * @throws NetlinkException if the kernel or the driver refused, or there is no answer
     */
    public void delete(String device, IeeeObjects which) throws NetlinkException {
        change(with(DcbMessage.of(DCB_CMD_IEEE_DEL, device), DCB_ATTR_IEEE, which.attributes()), DCB_ATTR_IEEE);
    }

    /**
     * Gets the mode of DCBX.
     *
     * @param device the name of the device
     * @return {@code DCB_CAP_DCBX_*} of {@link DcbAttr}, u8
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public int dcbx(String device) throws NetlinkException {
        return ask(DcbMessage.of(DCB_CMD_GDCBX, device)).integer(DCB_ATTR_DCBX)
                .orElseThrow(() -> new MalformedMessageException("an answer without DCB_ATTR_DCBX"));
    }

    /**
     * Sets the mode of DCBX.
     *
     * @param device the name of the device
     * @param mode {@code DCB_CAP_DCBX_*} of {@link DcbAttr}, u8
     * @throws NetlinkException if the kernel or the driver refused, or there is no answer
     */
    public void setDcbx(String device, int mode) throws NetlinkException {
        DcbMessage request = DcbMessage.of(DCB_CMD_SDCBX, device);
        change(new DcbMessage(request.command(), request.attributes().with(DCB_ATTR_DCBX, mode)), DCB_ATTR_DCBX);
    }

    /**
     * Gets the objects of CEE.
     *
     * @param device the name of the device
     * @return attributes of {@link DcbAttr#CEE}
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public Attributes cee(String device) throws NetlinkException {
        return nest(ask(DcbMessage.of(DCB_CMD_CEE_GET, device)), DCB_ATTR_CEE);
    }

    /**
     * Gets the state of features.
     *
     * @param device the name of the device
     * @return attributes of {@link DcbAttr#FEATURES}
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public Attributes features(String device) throws NetlinkException {
        Attributes all = Attributes.none(DcbAttr.FEATURES).withFlag(DCB_FEATCFG_ATTR_ALL);
        return nest(ask(with(DcbMessage.of(DCB_CMD_GFEATCFG, device), DCB_ATTR_FEATCFG, all)), DCB_ATTR_FEATCFG);
    }

    /**
     * Sets the state of features.
     *
     * @param device the name of the device
     * @param wanted attributes of {@link DcbAttr#FEATURES}
     * @throws NetlinkException if the kernel or the driver refused, or there is no answer
     */
    public void setFeatures(String device, Attributes wanted) throws NetlinkException {
        change(with(DcbMessage.of(DCB_CMD_SFEATCFG, device), DCB_ATTR_FEATCFG, wanted), DCB_ATTR_FEATCFG);
    }

    private static DcbMessage with(DcbMessage request, int number, Attributes nest) {
        return new DcbMessage(request.command(), request.attributes().with(number, nest));
    }

    private static Attributes nest(Attributes answer, int number) throws MalformedMessageException {
        return answer.nest(number).orElseThrow(() -> new MalformedMessageException("an answer without " + answer.set().nameOf(number)));
    }

    private Attributes ask(DcbMessage request) throws NetlinkException {
        return client.get(Request.of(RTM_GETDCB, request), DcbMessage::decode).attributes();
    }

    /** The answer to a change has one byte in place of what was to change: 0, or the low 8 bits of a negative error number. */
    private void change(DcbMessage request, int number) throws NetlinkException {
        client.converse(Request.of(RTM_SETDCB, request), NLM_F_ACK, message -> check(message, number));
    }

    private static void check(MessageReader message, int number) throws NetlinkException {
        Optional<byte[]> outcome = DcbMessage.decode(message).attributes().payload(number);
        if (outcome.isPresent() && outcome.get().length == 1 && outcome.get()[0] != 0) {
            throw new KernelException("RTM_SETDCB", NUMBERS - Byte.toUnsignedInt(outcome.get()[0]), ExtendedAck.NONE);
        }
    }
}
