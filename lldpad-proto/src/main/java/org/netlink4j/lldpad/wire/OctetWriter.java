package org.netlink4j.lldpad.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.Octets;

/** Collects bytes in network order; a value that does not fit is the caller's mistake. */
final class OctetWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(64);

    private OctetWriter number(long value, int width) {
        if (value >>> 8 * width != 0) {
            throw new IllegalArgumentException(value + " does not fit into " + width + " bytes");
        }
        for (int shift = 8 * (width - 1); shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
        return this;
    }

    OctetWriter u8(int value) {
        return number(value, 1);
    }

    OctetWriter u16(int value) {
        return number(value, 2);
    }

    OctetWriter u24(int value) {
        return number(value, 3);
    }

    OctetWriter u32(long value) {
        return number(value, 4);
    }

    OctetWriter mac(MacAddress address) {
        return number(address.bits(), MacAddress.LENGTH);
    }

    OctetWriter octets(Octets octets) {
        out.writeBytes(octets.toArray());
        return this;
    }

    OctetWriter text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** A text after its length, u8. */
    OctetWriter counted(String text) {
        return counted(Octets.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Bytes after their number, u8. */
    OctetWriter counted(Octets octets) {
        return u8(octets.length()).octets(octets);
    }

    Octets done() {
        return Octets.of(out.toByteArray());
    }
}
