package org.netlink4j.lldpad.wire;

import java.util.Objects;
import org.netlink4j.core.MacAddress;

/** Which frames belong to a VSI. */
public sealed interface VsiFilter {
    private static void checkTag(int tag) {
        if (tag >>> 16 != 0) {
            throw new IllegalArgumentException("a tag has 16 bits: " + tag);
        }
    }

    private static void checkGroup(long group) {
        if (group >>> 32 != 0) {
            throw new IllegalArgumentException("a group id has 32 bits: " + group);
        }
    }

    /** {@return u16: high 4 bits significance and priority, low 12 bits VLAN id} */
    int tag();

    /** {@return VLAN id, 0 to 4095; 0 lets the switch choose} */
    default int vlan() {
        return tag() & 0xfff;
    }

    /**
     * The same in another VLAN.
     *
     * @param vlan VLAN id, 0 to 4095
     * @return the filter
     */
    VsiFilter withVlan(int vlan);

    private static int tagWith(int tag, int vlan) {
        if (vlan >>> 12 != 0) {
            throw new IllegalArgumentException("a VLAN id has 12 bits: " + vlan);
        }
        return tag & 0xf000 | vlan;
    }

    /**
     * Format 1: a VLAN.
     *
     * @param tag u16: high 4 bits significance and priority, low 12 bits VLAN id
     */
    record Vlan(int tag) implements VsiFilter {
        /** Checks the range. */
        public Vlan {
            checkTag(tag);
        }

        @Override
        public Vlan withVlan(int vlan) {
            return new Vlan(tagWith(tag, vlan));
        }
    }

    /**
     * Format 2: an address in a VLAN.
     *
     * @param address the address
     * @param tag u16: high 4 bits significance and priority, low 12 bits VLAN id
     */
    record MacVlan(MacAddress address, int tag) implements VsiFilter {
        /** Checks the range. */
        public MacVlan {
            Objects.requireNonNull(address);
            checkTag(tag);
        }

        @Override
        public MacVlan withVlan(int vlan) {
            return new MacVlan(address, tagWith(tag, vlan));
        }
    }

    /**
     * Format 3: a group of machines in a VLAN.
     *
     * @param group u32
     * @param tag u16: high 4 bits significance and priority, low 12 bits VLAN id
     */
    record GroupVlan(long group, int tag) implements VsiFilter {
        /** Checks the ranges. */
        public GroupVlan {
            checkGroup(group);
            checkTag(tag);
        }

        @Override
        public GroupVlan withVlan(int vlan) {
            return new GroupVlan(group, tagWith(tag, vlan));
        }
    }

    /**
     * Format 4: an address of a group of machines in a VLAN.
     *
     * @param group u32
     * @param address the address
     * @param tag u16: high 4 bits significance and priority, low 12 bits VLAN id
     */
    record GroupMacVlan(long group, MacAddress address, int tag) implements VsiFilter {
        /** Checks the ranges. */
        public GroupMacVlan {
            Objects.requireNonNull(address);
            checkGroup(group);
            checkTag(tag);
        }

        @Override
        public GroupMacVlan withVlan(int vlan) {
            return new GroupMacVlan(group, address, tagWith(tag, vlan));
        }
    }
}
