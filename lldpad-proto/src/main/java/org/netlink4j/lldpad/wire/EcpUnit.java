package org.netlink4j.lldpad.wire;

import java.util.Objects;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;

/**
 * A unit of ECP, ratified; the payload of a frame of EtherType 8940: u16 of 4 bits version, 2 bits operation, 10 bits subtype, u16
 * sequence, then TLVs.
 *
 * @param version 0 to 15
 * @param operation 0 to 3: {@link #REQUEST} or {@link #ACKNOWLEDGEMENT}
 * @param subtype 0 to 1023: {@link #VDP}, or 2 for port extension
 * @param sequence u16; never 0 in a request
 * @param body what follows, padding included
 */
public record EcpUnit(int version, int operation, int subtype, int sequence, Octets body) {
    /** Operation: a request. */
    public static final int REQUEST = 0;

    /** Operation: an acknowledgement. */
    public static final int ACKNOWLEDGEMENT = 1;

    /** Subtype: VDP. */
    public static final int VDP = 1;

    private static final int VERSION = 1;
    private static final int VERSION_SHIFT = 12;
    private static final int OPERATION_SHIFT = 10;

    /** Checks the ranges. */
    public EcpUnit {
        Objects.requireNonNull(body);
        if (version >>> 4 != 0 || operation >>> 2 != 0 || subtype >>> OPERATION_SHIFT != 0) {
            throw new IllegalArgumentException(
                    "version " + version + " has 4 bits, operation " + operation + " 2, subtype " + subtype + " 10");
        }
    }

    /**
     * A unit of VDP.
     *
     * @param operation {@link #REQUEST} or {@link #ACKNOWLEDGEMENT}
     * @param sequence u16
     * @param body what follows
     */
    public EcpUnit(int operation, int sequence, Octets body) {
        this(VERSION, operation, VDP, sequence, body);
    }

    /**
     * Decodes a unit.
     *
     * @param octets the payload of the frame
     * @return the unit
     * @throws MalformedMessageException if it is too short
     */
    public static EcpUnit decode(Octets octets) throws MalformedMessageException {
        OctetReader in = new OctetReader(octets);
        int word = in.u16();
        return new EcpUnit(
                word >>> VERSION_SHIFT,
                word >>> OPERATION_SHIFT & 3,
                word & (1 << OPERATION_SHIFT) - 1,
                in.u16(),
                in.rest());
    }

    /** {@return the payload of the frame} */
    public Octets encode() {
        return new OctetWriter()
                .u16(version << VERSION_SHIFT | operation << OPERATION_SHIFT | subtype)
                .u16(sequence)
                .octets(body)
                .done();
    }
}
