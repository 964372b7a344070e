package org.netlink4j.rtnetlink.dcb;

import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_IFNAME;

import java.util.Objects;
import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/**
 * A message of data centre bridging: {@code RTM_GETDCB} and {@code RTM_SETDCB}, as request, as answer, and as what is told to
 * {@code RTNLGRP_DCB}.
 *
 * @param command a {@code DCB_CMD_*} of {@link DcbCmd}, u8
 * @param attributes attributes of {@link DcbAttr}
 */
public record DcbMessage(int command, Attributes attributes) implements MessageBody {
    /** Checks the range and the table. */
    public DcbMessage {
        if (command >>> 8 != 0) {
            throw new IllegalArgumentException("a command has 8 bits: " + command);
        }
        if (Objects.requireNonNull(attributes).set() != DcbAttr.ATTRIBUTES) {
            throw new IllegalArgumentException("not attributes of data centre bridging: " + attributes);
        }
    }

    /**
     * What a request begins with.
     *
     * @param command a {@code DCB_CMD_*}
     * @param device the name of the device, at most 15 bytes
     * @return the message with nothing more than that
     */
    public static DcbMessage of(int command, String device) {
        return new DcbMessage(command, Attributes.none(DcbAttr.ATTRIBUTES).with(DCB_ATTR_IFNAME, device));
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_GETDCB} or {@code RTM_SETDCB}
     * @return the message, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static DcbMessage decode(MessageReader message) throws MalformedMessageException {
        return new DcbMessage(message.u8(1), Attributes.decode(DcbAttr.ATTRIBUTES, message.attributes(DcbAttr.DCBMSG.size())));
    }

    /** {@return the name of the device; {@code DCB_ATTR_IFNAME}} */
    public Optional<String> device() {
        return attributes.text(DCB_ATTR_IFNAME);
    }

    @Override
    public void write(MessageWriter out) {
        out.u8(0).u8(command).u16(0);
        attributes.writeTo(out.attributes());
    }
}
