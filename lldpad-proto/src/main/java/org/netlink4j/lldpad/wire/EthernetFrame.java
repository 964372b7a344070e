package org.netlink4j.lldpad.wire;

import java.util.Objects;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;

/**
 * An Ethernet frame without its checksum: 6 bytes destination, 6 source, u16 EtherType, payload.
 *
 * @param destination where it goes
 * @param source where it comes from
 * @param etherType 0 to 65535
 * @param payload what follows, padding included
 */
public record EthernetFrame(MacAddress destination, MacAddress source, int etherType, Octets payload) {
    /** EtherType of LLDP. */
    public static final int LLDP = 0x88cc;

    /** EtherType of ECP, draft 0.2. */
    public static final int ECP_DRAFT = 0x88b7;

    /** EtherType of ECP, ratified. */
    public static final int ECP = 0x8940;

    /** Group address of the nearest customer bridge: LLDP of both generations, ratified ECP. */
    public static final MacAddress NEAREST_CUSTOMER_BRIDGE = MacAddress.parse("01:80:c2:00:00:00");

    /** Group address of the nearest bridge: draft ECP. */
    public static final MacAddress NEAREST_BRIDGE = MacAddress.parse("01:80:c2:00:00:0e");

    private static final int HEADER = 14;
    private static final int SHORTEST = 60;

    /** Checks the range. */
    public EthernetFrame {
        Objects.requireNonNull(destination);
        Objects.requireNonNull(source);
        Objects.requireNonNull(payload);
        if (etherType >>> 16 != 0) {
            throw new IllegalArgumentException("an EtherType has 16 bits: " + etherType);
        }
    }

    /**
     * Decodes a frame.
     *
     * @param octets the frame
     * @return the value
     * @throws MalformedMessageException if it is shorter than its header
     */
    public static EthernetFrame decode(Octets octets) throws MalformedMessageException {
        OctetReader in = new OctetReader(octets);
        return new EthernetFrame(in.mac(), in.mac(), in.u16(), in.rest());
    }

    /** {@return the frame as it is sent} */
    public Octets encode() {
        return new OctetWriter().mac(destination).mac(source).u16(etherType).octets(payload).done();
    }

    /** {@return the frame, filled up with zeros to the 60 bytes that Ethernet wants} */
    public EthernetFrame padded() {
        int missing = Math.max(0, SHORTEST - HEADER - payload.length());
        return new EthernetFrame(
                destination, source, etherType, new OctetWriter().octets(payload).octets(Octets.zeros(missing)).done());
    }
}
