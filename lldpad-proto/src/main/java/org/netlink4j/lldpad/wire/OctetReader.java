package org.netlink4j.lldpad.wire;

import java.nio.charset.StandardCharsets;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;

/** A cursor over bytes in network order; every read is checked. */
final class OctetReader {
    private final Octets octets;
    private int at;

    OctetReader(Octets octets) {
        this.octets = octets;
    }

    int left() {
        return octets.length() - at;
    }

    private long number(int width) throws MalformedMessageException {
        need(width);
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | octets.get(at++);
        }
        return value;
    }

    private void need(int length) throws MalformedMessageException {
        if (length > left()) {
            throw new MalformedMessageException(length + " bytes wanted at offset " + at + " of " + octets.length());
        }
    }

    int u8() throws MalformedMessageException {
        return (int) number(1);
    }

    int u16() throws MalformedMessageException {
        return (int) number(2);
    }

    int u24() throws MalformedMessageException {
        return (int) number(3);
    }

    long u32() throws MalformedMessageException {
        return number(4);
    }

    MacAddress mac() throws MalformedMessageException {
        return new MacAddress(number(MacAddress.LENGTH));
    }

    Octets octets(int length) throws MalformedMessageException {
        need(length);
        at += length;
        return octets.slice(at - length, at);
    }

    Octets rest() {
        Octets rest = octets.slice(at, octets.length());
        at = octets.length();
        return rest;
    }

    /** Bytes after their number, u8. */
    Octets counted() throws MalformedMessageException {
        return octets(u8());
    }

    /** A text after its length, u8. */
    String countedText() throws MalformedMessageException {
        return new String(counted().toArray(), StandardCharsets.UTF_8);
    }

    /** A text to the end. */
    String text() {
        return new String(rest().toArray(), StandardCharsets.UTF_8);
    }
}
