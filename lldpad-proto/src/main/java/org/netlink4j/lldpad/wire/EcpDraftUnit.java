package org.netlink4j.lldpad.wire;

import java.util.Objects;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;

/**
 * A unit of ECP, draft 0.2; the payload of a frame of EtherType 88b7: u24 OUI 00-1B-3F, u8 reserved, u16 subtype, u8 operation, u16
 * sequence, then TLVs.
 *
 * @param reserved u8, 0
 * @param subtype u16, 0
 * @param operation u8: {@link #REQUEST} or {@link #ACKNOWLEDGEMENT}
 * @param sequence u16
 * @param body what follows, padding included
 */
public record EcpDraftUnit(int reserved, int subtype, int operation, int sequence, Octets body) {
    /** Operation: a request. */
    public static final int REQUEST = 0;

    /** Operation: an acknowledgement. */
    public static final int ACKNOWLEDGEMENT = 1;

    /** Refuses nulls. */
    public EcpDraftUnit {
        Objects.requireNonNull(body);
    }

    /**
     * A unit of VDP.
     *
     * @param operation {@link #REQUEST} or {@link #ACKNOWLEDGEMENT}
     * @param sequence u16
     * @param body what follows
     */
    public EcpDraftUnit(int operation, int sequence, Octets body) {
        this(0, 0, operation, sequence, body);
    }

    /**
     * Decodes a unit.
     *
     * @param octets the payload of the frame
     * @return the unit
     * @throws MalformedMessageException if it is too short or of another organization
     */
    public static EcpDraftUnit decode(Octets octets) throws MalformedMessageException {
        OctetReader in = new OctetReader(octets);
        int oui = in.u24();
        if (oui != EvbDraftTlv.OUI) {
            throw new MalformedMessageException("ECP of the organization " + Integer.toHexString(oui));
        }
        return new EcpDraftUnit(in.u8(), in.u16(), in.u8(), in.u16(), in.rest());
    }

    /** {@return the payload of the frame} */
    public Octets encode() {
        return new OctetWriter()
                .u24(EvbDraftTlv.OUI)
                .u8(reserved)
                .u16(subtype)
                .u8(operation)
                .u16(sequence)
                .octets(body)
                .done();
    }
}
