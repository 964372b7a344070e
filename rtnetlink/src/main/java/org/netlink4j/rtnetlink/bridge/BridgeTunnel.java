package org.netlink4j.rtnetlink.bridge;

/**
 * VLANs that a port maps to tunnels, as the older way tells them.
 *
 * @param device index of the port
 * @param ids which VLANs
 * @param first id of the tunnel of the first VLAN, u32; those of the others follow it
 */
public record BridgeTunnel(int device, VlanRange ids, long first) {
    /** {@return the id of the tunnel of the last VLAN, u32} */
    public long last() {
        return first + ids.size() - 1;
    }
}
