package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.rtnetlink.tc.action.TcaPedit.TCA_PEDIT_KEY_EX_CMD;
import static org.netlink4j.rtnetlink.tc.action.TcaPedit.TCA_PEDIT_KEY_EX_CMD_ADD;
import static org.netlink4j.rtnetlink.tc.action.TcaPedit.TCA_PEDIT_KEY_EX_CMD_SET;
import static org.netlink4j.rtnetlink.tc.action.TcaPedit.TCA_PEDIT_KEY_EX_HDR_TYPE_NETWORK;
import static org.netlink4j.rtnetlink.tc.action.TcaPedit.TCA_PEDIT_KEY_EX_HTYPE;

import java.nio.ByteBuffer;
import org.netlink4j.core.Octets;
import org.netlink4j.core.schema.Attributes;

/**
 * Four bytes of a packet and how they change: {@code struct tc_pedit_key} and what {@code TCA_PEDIT_KEY_EX} says of it.
 *
 * @param header from which header on the offset counts: {@code TCA_PEDIT_KEY_EX_HDR_TYPE_*}, u16
 * @param command {@code TCA_PEDIT_KEY_EX_CMD_*}, u16: whether the value replaces what is there or is added
 * @param offset the first of the four bytes, a multiple of 4; negative for what is before the header
 * @param value the new bits, 4 bytes in the order of the packet
 * @param keep which bits stay as they are, 4 bytes in the order of the packet
 * @param at where in the packet a byte is that is added to the offset; 0 if {@code offsetMask} is
 * @param offsetMask which bits of that byte count, u32; 0 for none
 * @param shift by how many bits it is shifted to the right
 */
public record PeditKey(int header, int command, int offset, Octets value, Octets keep, int at, int offsetMask, int shift) {
    private static final int WIDTH = 4;

    /** Checks the lengths. */
    public PeditKey {
        if (value.length() != WIDTH || keep.length() != WIDTH) {
            throw new IllegalArgumentException("value " + value + " and mask " + keep + " have 4 bytes each");
        }
        if ((header | command) >>> Short.SIZE != 0) {
            throw new IllegalArgumentException("header " + header + " and command " + command + " have 16 bits each");
        }
    }

    /**
     * Replaces bits.
     *
     * @param header from which header on the offset counts: {@code TCA_PEDIT_KEY_EX_HDR_TYPE_*}
     * @param offset the first of the four bytes, a multiple of 4
     * @param value the new bits, 4 bytes in the order of the packet
     * @param keep which bits stay as they are, 4 bytes in the order of the packet
     * @return the key
     */
    public static PeditKey set(int header, int offset, Octets value, Octets keep) {
        return new PeditKey(header, TCA_PEDIT_KEY_EX_CMD_SET, offset, value, keep, 0, 0, 0);
    }

    /**
     * Adds to what is there.
     *
     * @param header from which header on the offset counts: {@code TCA_PEDIT_KEY_EX_HDR_TYPE_*}
     * @param offset the first of the four bytes, a multiple of 4
     * @param value what to add, 4 bytes in the order of the packet
     * @param keep which bits stay as they are, 4 bytes in the order of the packet
     * @return the key
     */
    public static PeditKey add(int header, int offset, Octets value, Octets keep) {
        return new PeditKey(header, TCA_PEDIT_KEY_EX_CMD_ADD, offset, value, keep, 0, 0, 0);
    }

    /** Whether kernels without extended keys understand it. */
    boolean isLegacy() {
        return header == TCA_PEDIT_KEY_EX_HDR_TYPE_NETWORK && command == TCA_PEDIT_KEY_EX_CMD_SET;
    }

    static PeditKey decode(ByteBuffer key) {
        Octets keep = octets(key);
        Octets value = octets(key);
        return new PeditKey(TCA_PEDIT_KEY_EX_HDR_TYPE_NETWORK, TCA_PEDIT_KEY_EX_CMD_SET, key.getInt(), value, keep, key.getInt(),
                key.getInt(), key.getInt());
    }

    private static Octets octets(ByteBuffer key) {
        byte[] octets = new byte[WIDTH];
        key.get(octets);
        return Octets.of(octets);
    }

    PeditKey extended(Attributes how) {
        return new PeditKey(
                how.integer(TCA_PEDIT_KEY_EX_HTYPE).orElse(header), how.integer(TCA_PEDIT_KEY_EX_CMD).orElse(command), offset, value,
                keep, at, offsetMask, shift);
    }

    byte[] encode() {
        byte[] numbers = TcaPedit.PEDIT_KEY.encode(0, 0, Integer.toUnsignedLong(offset), Integer.toUnsignedLong(at),
                Integer.toUnsignedLong(offsetMask), Integer.toUnsignedLong(shift));
        return ByteBuffer.wrap(numbers).put(keep.toArray()).put(value.toArray()).array();
    }
}
