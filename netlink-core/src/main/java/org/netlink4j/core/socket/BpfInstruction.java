package org.netlink4j.core.socket;

/**
 * One instruction of a classic BPF program; {@code struct sock_filter} of {@code linux/filter.h}.
 *
 * @param code the operation, 16 bits, for example 0x06 for {@code BPF_RET | BPF_K}
 * @param jumpTrue how many instructions to skip if the condition holds, 8 bits
 * @param jumpFalse how many instructions to skip if it does not, 8 bits
 * @param k the operand, the bits of an unsigned 32-bit number; netlink headers are in host byte order, while BPF loads in network
 *     byte order
 */
public record BpfInstruction(int code, int jumpTrue, int jumpFalse, int k) {
    /** Checks the ranges. */
    public BpfInstruction {
        if (code >>> 16 != 0 || jumpTrue >>> 8 != 0 || jumpFalse >>> 8 != 0) {
            throw new IllegalArgumentException("code " + code + ", jumps " + jumpTrue + " and " + jumpFalse);
        }
    }
}
