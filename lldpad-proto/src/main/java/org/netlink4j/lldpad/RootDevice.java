package org.netlink4j.lldpad;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkKind;

/**
 * The physical device under a macvtap, and the VLAN between them: what lldpad is told about.
 *
 * @param link the device
 * @param vlan VLAN id of the topmost VLAN device on the way down; 0 if there is none
 */
public record RootDevice(Link link, int vlan) {
    private static final Set<String> STACKED = Set.of("macvtap", "macvlan", "vlan");
    private static final String VLAN = "vlan";
    private static final int IFLA_VLAN_ID = 1;
    private static final int DEEPEST = 8;

    /** Refuses nulls. */
    public RootDevice {
        Objects.requireNonNull(link);
    }

    /**
     * Walks down from a device. The walk ends at the first device that does not stand on another one of this namespace, so also
     * at a veth, whose {@code IFLA_LINK} is its peer.
     *
     * @param top the device to begin with
     * @param links finds the devices below
     * @return the device at the bottom
     * @throws NetlinkException if a device is gone, or there is no answer
     */
    public static RootDevice below(Link top, LinkLookup links) throws NetlinkException {
        Set<Integer> seen = new HashSet<>();
        Link link = top;
        OptionalInt vlan = vlanOf(link);
        while (seen.add(link.index()) && seen.size() <= DEEPEST && standsOnAnother(link)) {
            link = links.get(link.lower().orElseThrow());
            vlan = vlan.isPresent() ? vlan : vlanOf(link);
        }
        return new RootDevice(link, vlan.orElse(0));
    }

    private static boolean standsOnAnother(Link link) {
        return link.lower().isPresent()
                && link.lowerNamespaceId().isEmpty()
                && link.kind().map(LinkKind::kind).filter(STACKED::contains).isPresent();
    }

    private static OptionalInt vlanOf(Link link) {
        return link.kind()
                .filter(kind -> kind.kind().equals(VLAN))
                .flatMap(kind -> kind.data().payload(IFLA_VLAN_ID))
                .filter(id -> id.length == Short.BYTES)
                .map(id -> OptionalInt.of(Short.toUnsignedInt(ByteBuffer.wrap(id).order(ByteOrder.nativeOrder()).getShort())))
                .orElse(OptionalInt.empty());
    }
}
