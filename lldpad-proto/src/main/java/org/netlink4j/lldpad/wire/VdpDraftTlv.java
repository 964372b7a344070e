package org.netlink4j.lldpad.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.VsiType;

/**
 * A request about a VSI, or the answer to it, draft 0.2: organizationally specific, 00-1B-3F, subtype 2. u8 mode, u8 response, u8
 * manager id, u24 type id, u8 version, 16 bytes instance id, then the filters in format 2.
 *
 * @param mode what is asked for
 * @param response u8: 0 in a request, and in the answer that agrees
 * @param vsiType the type of the VSI
 * @param instanceId 16 bytes
 * @param filters at least one
 */
public record VdpDraftTlv(
        PortRequest mode, int response, VsiType vsiType, Octets instanceId, List<VsiFilter.MacVlan> filters)
        implements Tlv {
    static final int SUBTYPE = 2;
    private static final int INSTANCE_LENGTH = 16;

    /** Copies the list and checks the ranges. */
    public VdpDraftTlv {
        Objects.requireNonNull(mode);
        Objects.requireNonNull(vsiType);
        filters = VsiFilters.check(filters);
        if (response >>> 8 != 0 || instanceId.length() != INSTANCE_LENGTH) {
            throw new IllegalArgumentException("response " + response + " has 8 bits, an instance id 16 bytes: " + instanceId);
        }
    }

    static VdpDraftTlv read(OctetReader in) throws MalformedMessageException {
        PortRequest mode = PortRequest.of(in.u8()).orElseThrow(() -> new MalformedMessageException("no such mode"));
        int response = in.u8();
        VsiType type = new VsiType(in.u8(), in.u24(), in.u8());
        Octets instance = in.octets(INSTANCE_LENGTH);
        List<VsiFilter.MacVlan> filters = new ArrayList<>();
        for (VsiFilter filter : VsiFilters.read(in)) {
            if (!(filter instanceof VsiFilter.MacVlan mac)) {
                throw new MalformedMessageException("the draft knows filter format 2 only");
            }
            filters.add(mac);
        }
        return new VdpDraftTlv(mode, response, type, instance, filters);
    }

    @Override
    public int type() {
        return LldpTypes.ORGANIZATION;
    }

    @Override
    public Octets value() {
        OctetWriter out = LldpTypes.organization(EvbDraftTlv.OUI, SUBTYPE)
                .u8(mode.number())
                .u8(response)
                .u8(vsiType.managerId())
                .u24(vsiType.typeId())
                .u8(vsiType.version())
                .octets(instanceId);
        return VsiFilters.write(filters, out).done();
    }

    /**
     * The same with another mode and response.
     *
     * @param mode what is asked for
     * @param response u8
     * @return the TLV
     */
    public VdpDraftTlv with(PortRequest mode, int response) {
        return new VdpDraftTlv(mode, response, vsiType, instanceId, filters);
    }
}
