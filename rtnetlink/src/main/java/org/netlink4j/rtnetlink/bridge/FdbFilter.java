package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.link.Ifla.AF_BRIDGE;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_MASTER;

import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.neighbour.Nda;
import org.netlink4j.rtnetlink.neighbour.NeighbourHeader;
import org.netlink4j.rtnetlink.neighbour.Nud;

/**
 * Which forwarding entries a list is to contain. The kernel filters by bridge and by device, so that others are not sent at all;
 * VLAN and state are filtered here.
 *
 * @param bridge index of the bridge; empty for any, and for those of devices that are no ports
 * @param device index of the device; empty for any
 * @param vlan id of the VLAN; empty for any, and for none
 * @param states bits of {@link Nud} of which an entry has one; 0 for any
 */
public record FdbFilter(OptionalInt bridge, OptionalInt device, OptionalInt vlan, int states) {
    /** All entries. */
    public static final FdbFilter ALL = new FdbFilter(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(), 0);

    /**
     * Narrows to a bridge and its ports.
     *
     * @param index index of the bridge
     * @return the filter
     */
    public FdbFilter bridge(int index) {
        return new FdbFilter(OptionalInt.of(index), device, vlan, states);
    }

    /**
     * Narrows to a device: a port, or one with a list of its own.
     *
     * @param index its index
     * @return the filter
     */
    public FdbFilter device(int index) {
        return new FdbFilter(bridge, OptionalInt.of(index), vlan, states);
    }

    /**
     * Narrows to a VLAN.
     *
     * @param id 1 to 4094
     * @return the filter
     */
    public FdbFilter vlan(int id) {
        return new FdbFilter(bridge, device, OptionalInt.of(id), states);
    }

    /**
     * Narrows to states.
     *
     * @param states bits of {@link Nud}: {@code NUD_PERMANENT} local, {@code NUD_NOARP} static, {@code NUD_REACHABLE} and
     *     {@code NUD_STALE} dynamic
     * @return the filter
     */
    public FdbFilter states(int states) {
        return new FdbFilter(bridge, device, vlan, states);
    }

    /** What asks the kernel for these entries. */
    FdbSpec request() {
        Attributes which = Attributes.none(Nda.ATTRIBUTES);
        return new FdbSpec(
                new NeighbourHeader(AF_BRIDGE, device.orElse(0), 0, 0, 0),
                bridge.isPresent() ? which.with(NDA_MASTER, bridge.getAsInt()) : which);
    }

    boolean matches(FdbEntry entry) {
        return (vlan.isEmpty() || entry.vlan().equals(vlan)) && (states == 0 || (entry.state() & states) != 0);
    }
}
