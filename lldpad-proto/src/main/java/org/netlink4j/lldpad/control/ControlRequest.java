package org.netlink4j.lldpad.control;

import static org.netlink4j.lldpad.control.ControlText.hex;

import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.lldpad.PortRequest;

/**
 * A command to lldpad about a device: what it begins with, which the answer repeats, and what follows.
 *
 * @param words the command in words, for complaints
 * @param module 1 for LLDP, 0x80c4 for VDP
 * @param head version, command, operations and device
 * @param tail agent, and what it is about
 */
record ControlRequest(String words, int module, String head, String tail) {
    static final int LLDP = 1;
    static final int VDP = 0x80c4;

    private static final String VERSION = "C3";
    private static final String NEAREST_CUSTOMER_BRIDGE = "02";
    private static final int GET = 1;
    private static final int SET = 2;
    private static final int GET_AGENT = 3;
    private static final int SET_AGENT = 4;

    // operations, and in the third byte the number of filters
    private static final int LOCAL = 0x1;
    private static final int ARGUMENT = 0x4;
    private static final int VALUE = 0x8;
    private static final int CONFIGURATION = 0x10;
    private static final int FILTER = 0x100;

    private static final String ADMIN_STATUS = "adminStatus";

    private static ControlRequest of(String words, int module, int command, int operations, String device, String tail) {
        return new ControlRequest(
                words + " of " + device,
                module,
                VERSION + hex(2, command) + hex(8, operations) + ControlText.named(device),
                NEAREST_CUSTOMER_BRIDGE + tail);
    }

    static ControlRequest get(String device, ControlTlv tlv) {
        return of("getting " + tlv, LLDP, GET, LOCAL | CONFIGURATION, device, hex(8, tlv.number()));
    }

    static ControlRequest get(String device, ControlTlv tlv, String key) {
        String tail = hex(8, tlv.number()) + ControlText.named(key);
        return of("getting " + key + " of " + tlv, LLDP, GET, LOCAL | ARGUMENT | CONFIGURATION, device, tail);
    }

    static ControlRequest set(String device, ControlTlv tlv, String key, String value) {
        String tail = hex(8, tlv.number()) + new ControlText.Pair(key, value).encoded();
        return of("setting " + key + " of " + tlv, LLDP, SET, ARGUMENT | VALUE | CONFIGURATION, device, tail);
    }

    static ControlRequest sent(String device, ControlTlv tlv) {
        return of("getting the TLV " + tlv, LLDP, GET, LOCAL, device, hex(8, tlv.number()));
    }

    static ControlRequest adminStatus(String device) {
        return of("getting " + ADMIN_STATUS, LLDP, GET_AGENT, ARGUMENT, device, ControlText.named(ADMIN_STATUS));
    }

    static ControlRequest adminStatus(String device, String status) {
        String tail = new ControlText.Pair(ADMIN_STATUS, status).encoded();
        return of("setting " + ADMIN_STATUS, LLDP, SET_AGENT, ARGUMENT | VALUE, device, tail);
    }

    /** The modes are numbered from 1. */
    private static String tlv(PortRequest mode) {
        return hex(8, 1 + mode.number());
    }

    static ControlRequest vsis(String device, PortRequest mode) {
        return of("getting the VSIs", VDP, GET, LOCAL, device, tlv(mode));
    }

    static ControlRequest ask(String device, PortRequest mode, ControlVsi vsi) {
        int operations = ARGUMENT | VALUE | CONFIGURATION | FILTER * vsi.filters().size();
        return of("asking about a VSI", VDP, SET, operations, device, tlv(mode) + vsi.encoded());
    }

    /** {@return the message} */
    String text() {
        return "M" + hex(8, module) + head + tail;
    }

    /**
     * What an answer says.
     *
     * @return what follows the repetition of the request; empty if the answer belongs to another request
     */
    Optional<ControlText> payload(byte[] answer) throws MalformedMessageException, ControlRefusedException {
        ControlText text = ControlText.of(answer);
        if (!text.skip("R")) {
            throw new MalformedMessageException("no answer of lldpad");
        }
        int status = text.hex(2);
        if (!text.skip(head)) {
            return Optional.empty();
        }
        if (status != 0) {
            throw new ControlRefusedException(words, status);
        }
        if (!head.startsWith(VERSION + hex(2, GET_AGENT)) && !head.startsWith(VERSION + hex(2, SET_AGENT))
                && !text.skip(tail.substring(2, 10))) {
            throw new MalformedMessageException("lldpad answers about something else: " + text.rest());
        }
        return Optional.of(text);
    }
}
