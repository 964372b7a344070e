package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.bridge.Mdba.BR_MDB_ENTRY;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * What a member of a multicast group is: {@code struct br_mdb_entry}, 28 bytes.
 *
 * @param port index of the port; that of the bridge if this host is the member, or that of the VXLAN; 0 for any in a request
 * @param state 0 if it expires, {@link #MDB_PERMANENT} if it stays; u8
 * @param flags bits of {@link MdbFlags}, u8; 0 in requests
 * @param vlan id of the VLAN, 0 for none; u16
 * @param group the group
 */
public record MdbHeader(int port, int state, int flags, int vlan, MdbGroup group) {
    /** The member stays until somebody deletes it; {@code linux/if_bridge.h}. */
    public static final int MDB_PERMANENT = 1;

    /** Checks the ranges. */
    public MdbHeader {
        if ((state | flags) >>> Byte.SIZE != 0 || vlan >>> Short.SIZE != 0) {
            throw new IllegalArgumentException("a field has more bits than the structure has for it");
        }
        Objects.requireNonNull(group);
    }

    /** Decodes at least 28 bytes. */
    static MdbHeader decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        ByteBuffer address = ByteBuffer.wrap(bytes);
        return new MdbHeader(
                in.getInt(0),
                Byte.toUnsignedInt(in.get(4)),
                Byte.toUnsignedInt(in.get(5)),
                Short.toUnsignedInt(in.getShort(6)),
                new MdbGroup(Short.toUnsignedInt(address.getShort(24)), address.getLong(8), address.getLong(16)));
    }

    byte[] encode() {
        byte[] bytes = new byte[BR_MDB_ENTRY.size()];
        ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder())
                .putInt(0, port)
                .put(4, (byte) state)
                .put(5, (byte) flags)
                .putShort(6, (short) vlan);
        ByteBuffer.wrap(bytes).putLong(8, group.high()).putLong(16, group.low()).putShort(24, (short) group.protocol());
        return bytes;
    }

    MdbHeader withPort(int port) {
        return new MdbHeader(port, state, flags, vlan, group);
    }

    MdbHeader withState(int state) {
        return new MdbHeader(port, state, flags, vlan, group);
    }

    MdbHeader withVlan(int vlan) {
        return new MdbHeader(port, state, flags, vlan, group);
    }
}
