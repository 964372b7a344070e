package org.netlink4j.lldpad.wire;

import java.util.ArrayList;
import java.util.List;
import org.netlink4j.core.MalformedMessageException;

/** Filter lists in both generations: u8 format, u16 number of filters, filters. */
final class VsiFilters {
    private VsiFilters() {}

    private static int format(VsiFilter filter) {
        return switch (filter) {
            case VsiFilter.Vlan _ -> 1;
            case VsiFilter.MacVlan _ -> 2;
            case VsiFilter.GroupVlan _ -> 3;
            case VsiFilter.GroupMacVlan _ -> 4;
        };
    }

    /** A copy of the list, which has at least one filter, all of one format. */
    static <F extends VsiFilter> List<F> check(List<F> filters) {
        if (filters.stream().mapToInt(VsiFilters::format).distinct().count() != 1) {
            throw new IllegalArgumentException("filters, at least one, all of one format: " + filters);
        }
        return List.copyOf(filters);
    }

    static OctetWriter write(List<? extends VsiFilter> filters, OctetWriter out) {
        out.u8(format(filters.getFirst())).u16(filters.size());
        for (VsiFilter filter : filters) {
            switch (filter) {
                case VsiFilter.Vlan vlan -> out.u16(vlan.tag());
                case VsiFilter.MacVlan mac -> out.mac(mac.address()).u16(mac.tag());
                case VsiFilter.GroupVlan group -> out.u32(group.group()).u16(group.tag());
                case VsiFilter.GroupMacVlan group -> out.u32(group.group()).mac(group.address()).u16(group.tag());
            }
        }
        return out;
    }

    static List<VsiFilter> read(OctetReader in) throws MalformedMessageException {
        int format = in.u8();
        int count = in.u16();
        if (count == 0) {
            throw new MalformedMessageException("no filter");
        }
        List<VsiFilter> filters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            filters.add(switch (format) {
                case 1 -> new VsiFilter.Vlan(in.u16());
                case 2 -> new VsiFilter.MacVlan(in.mac(), in.u16());
                case 3 -> new VsiFilter.GroupVlan(in.u32(), in.u16());
                case 4 -> new VsiFilter.GroupMacVlan(in.u32(), in.mac(), in.u16());
                default -> throw new MalformedMessageException("filter format " + format);
            });
        }
        return filters;
    }
}
