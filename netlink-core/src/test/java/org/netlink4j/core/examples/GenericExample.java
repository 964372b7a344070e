package org.netlink4j.core.examples;

import static org.netlink4j.core.generic.CommandSpec.command;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u64;

import java.util.List;
import java.util.OptionalInt;
import org.netlink4j.core.AttributePolicy;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.generic.FamilyClient;
import org.netlink4j.core.generic.FamilySpec;
import org.netlink4j.core.generic.GenericNetlink;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.socket.NetworkNamespace;

/** Generic netlink: the controller, and a family of which only the tables are given. */
final class GenericExample {
    private GenericExample() {}

    static String controller() throws NetlinkException {
        // @start region="controller"
        try (GenericNetlink generic = GenericNetlink.open()) {
            int id = generic.resolve("ethtool").id();
            AttributePolicy header = generic.policy("ethtool").ofDo(2).get(1); // a nest
            String families = String.join(" ", generic.families().stream().map(f -> f.name()).toList());
            return id + " | " + header + " | " + families;
        }
        // @end
    }

    static int follow(NetworkNamespace namespace) throws NetlinkException {
        // @start region="follow"
        try (GenericNetlink generic = GenericNetlink.open(namespace)) {
            generic.follow(namespace); // a family that is unloaded is no longer found from now on
            return generic.resolve("ethtool").id();
        }
        // @end
    }

    // @start region="family"
    static final AttributeSet NETDEV_A_DEV =
            AttributeSet.of("NETDEV_A_DEV", u32(1, "NETDEV_A_DEV_IFINDEX"), u64(3, "NETDEV_A_DEV_XDP_FEATURES"));

    static final FamilySpec NETDEV = FamilySpec.of("netdev", 1, command(1, "NETDEV_CMD_DEV_GET", NETDEV_A_DEV));

    static List<OptionalInt> devices(GenericNetlink generic) throws NetlinkException {
        FamilyClient netdev = generic.client(NETDEV);
        return netdev.list(1, Attributes.none(NETDEV_A_DEV)).stream().map(m -> m.attributes().integer(1)).toList();
    }
    // @end
}
