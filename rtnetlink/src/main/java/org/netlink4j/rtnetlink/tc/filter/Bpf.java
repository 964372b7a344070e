package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.rtnetlink.tc.filter.TcaBpf.TCA_BPF_FD;
import static org.netlink4j.rtnetlink.tc.filter.TcaBpf.TCA_BPF_FLAGS;
import static org.netlink4j.rtnetlink.tc.filter.TcaBpf.TCA_BPF_FLAG_ACT_DIRECT;
import static org.netlink4j.rtnetlink.tc.filter.TcaBpf.TCA_BPF_ID;
import static org.netlink4j.rtnetlink.tc.filter.TcaBpf.TCA_BPF_NAME;
import static org.netlink4j.rtnetlink.tc.filter.TcaBpf.TCA_BPF_OPS;
import static org.netlink4j.rtnetlink.tc.filter.TcaBpf.TCA_BPF_OPS_LEN;
import static org.netlink4j.rtnetlink.tc.filter.TcaBpf.TCA_BPF_TAG;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.netlink4j.core.Octets;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.socket.BpfInstruction;

/**
 * A filter that asks a program: classic BPF, whose instructions are in the message, or a program that was loaded before.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaBpf}
 */
public record Bpf(Attributes data) implements FilterKind<Bpf> {
    static final String KIND = "bpf";

    private static final int INSTRUCTION = 8;

    /** Checks the table. */
    public Bpf {
        FilterKindType.require(TcaBpf.ATTRIBUTES, data);
    }

    /** A filter without program. */
    private static Bpf none() {
        return new Bpf(Attributes.none(TcaBpf.ATTRIBUTES));
    }

    /**
     * A filter of classic BPF. The program returns 0 if the packet does not match, -1 for the class of the filter, or a class.
     *
     * @param program its instructions, at most 4096
     * @return the kind
     */
    public static Bpf classic(List<BpfInstruction> program) {
        ByteBuffer bytes = ByteBuffer.allocate(program.size() * INSTRUCTION).order(ByteOrder.nativeOrder());
        program.forEach(instruction -> bytes.putShort((short) instruction.code()).put((byte) instruction.jumpTrue())
                .put((byte) instruction.jumpFalse()).putInt(instruction.k()));
        Bpf counted = none().with(TCA_BPF_OPS_LEN, program.size());
        return counted.over(counted.data.with(TCA_BPF_OPS, bytes.array()));
    }

    /**
     * A filter of a program that was loaded before.
     *
     * @param descriptor descriptor of the program, which has to be of type {@code BPF_PROG_TYPE_SCHED_CLS}
     * @param name a name for it
     * @return the kind
     */
    public static Bpf loaded(int descriptor, String name) {
        return none().with(TCA_BPF_FD, descriptor).with(TCA_BPF_NAME, name);
    }

    /**
     * Takes what the program returns for a control action.
     *
     * @return the kind with it
     */
    public Bpf directAction() {
        return with(TCA_BPF_FLAGS, TCA_BPF_FLAG_ACT_DIRECT);
    }

    /** {@return whether what the program returns is a control action} */
    public boolean isDirectAction() {
        return (data.integer(TCA_BPF_FLAGS).orElse(0) & TCA_BPF_FLAG_ACT_DIRECT) != 0;
    }

    /** {@return the instructions of classic BPF; empty if it is not that} */
    public List<BpfInstruction> program() {
        ByteBuffer bytes = ByteBuffer.wrap(data.payload(TCA_BPF_OPS).orElse(new byte[0])).order(ByteOrder.nativeOrder());
        List<BpfInstruction> program = new ArrayList<>();
        while (bytes.remaining() >= INSTRUCTION) {
            program.add(new BpfInstruction(Short.toUnsignedInt(bytes.getShort()), Byte.toUnsignedInt(bytes.get()),
                    Byte.toUnsignedInt(bytes.get()), bytes.getInt()));
        }
        return List.copyOf(program);
    }

    /** {@return the name of a program that was loaded before} */
    public Optional<String> name() {
        return data.text(TCA_BPF_NAME);
    }

    /** {@return the hash of a program that was loaded before, 8 bytes; only in answers} */
    public Optional<Octets> tag() {
        return data.payload(TCA_BPF_TAG).map(Octets::of);
    }

    /** {@return the id of a program that was loaded before, u32; only in answers} */
    public OptionalLong id() {
        return data.number(TCA_BPF_ID);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Bpf over(Attributes data) {
        return new Bpf(data);
    }
}
