package org.netlink4j.rtnetlink.nexthop;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.netlink4j.core.MalformedMessageException;

/**
 * A member of a group of next-hop objects: {@code struct nexthop_grp}.
 *
 * @param id the object, u32
 * @param weight 1 to 255, since Linux 6.12 to 65535
 */
public record NextHopMember(long id, int weight) {
    private static final int SIZE = 8;
    private static final int LARGEST = 1 << Short.SIZE;

    /** Checks the ranges. */
    public NextHopMember {
        if (id >>> 32 != 0 || weight < 1 || weight > LARGEST) {
            throw new IllegalArgumentException("id " + id + " has more than 32 bits, or weight " + weight + " is not 1 to " + LARGEST);
        }
    }

    /**
     * A member of weight 1.
     *
     * @param id the object, u32
     * @return the member
     */
    public static NextHopMember of(long id) {
        return new NextHopMember(id, 1);
    }

    static byte[] encode(List<NextHopMember> members) {
        ByteBuffer out = ByteBuffer.allocate(members.size() * SIZE).order(ByteOrder.nativeOrder());
        for (NextHopMember member : members) {
            int less = member.weight - 1;
            out.putInt((int) member.id).put((byte) less).put((byte) (less >>> Byte.SIZE)).putShort((short) 0);
        }
        return out.array();
    }

    static List<NextHopMember> decode(byte[] bytes) throws MalformedMessageException {
        if (bytes.length % SIZE != 0) {
            throw new MalformedMessageException("NHA_GROUP of " + bytes.length + " bytes, no multiple of " + SIZE);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
        List<NextHopMember> members = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += SIZE) {
            int less = in.get(at + 4) & 0xff | (in.get(at + 5) & 0xff) << Byte.SIZE;
            members.add(new NextHopMember(Integer.toUnsignedLong(in.getInt(at)), less + 1));
        }
        return List.copyOf(members);
    }
}
