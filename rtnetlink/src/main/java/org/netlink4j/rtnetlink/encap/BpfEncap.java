package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.rtnetlink.encap.LwtBpf.LWT_BPF_IN;
import static org.netlink4j.rtnetlink.encap.LwtBpf.LWT_BPF_OUT;
import static org.netlink4j.rtnetlink.encap.LwtBpf.LWT_BPF_PROG_FD;
import static org.netlink4j.rtnetlink.encap.LwtBpf.LWT_BPF_PROG_NAME;
import static org.netlink4j.rtnetlink.encap.LwtBpf.LWT_BPF_XMIT;
import static org.netlink4j.rtnetlink.encap.LwtBpf.LWT_BPF_XMIT_HEADROOM;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * BPF programs that see the packets of a route.
 *
 * @param data attributes of {@link LwtBpf}
 */
public record BpfEncap(Attributes data) implements TypedEncap<BpfEncap> {
    /** Checks the table. */
    public BpfEncap {
        EncapType.BPF.require(data);
    }

    /** {@return the type, {@link LwtunnelEncap#LWTUNNEL_ENCAP_BPF}} */
    @Override
    public int type() {
        return EncapType.BPF.number();
    }

    @Override
    public BpfEncap over(Attributes data) {
        return new BpfEncap(data);
    }

    /** No program yet. */
    public BpfEncap() {
        this(Attributes.none(LwtBpf.ATTRIBUTES));
    }

    private BpfEncap program(int which, int descriptor, String name) {
        return over(data.with(which,
                Attributes.none(LwtBpf.PROGRAM).with(LWT_BPF_PROG_FD, descriptor).with(LWT_BPF_PROG_NAME, name)));
    }

    private Optional<String> name(int which) {
        return data.nest(which).flatMap(program -> program.text(LWT_BPF_PROG_NAME));
    }

    /**
     * Sets the program for what comes in.
     *
     * @param descriptor its file descriptor; type {@code BPF_PROG_TYPE_LWT_IN}
     * @param name a name for people
     * @return the encapsulation with it
     */
    public BpfEncap in(int descriptor, String name) {
        return program(LWT_BPF_IN, descriptor, name);
    }

    /** {@return the name of the program for what comes in; {@code LWT_BPF_IN}} */
    public Optional<String> in() {
        return name(LWT_BPF_IN);
    }

    /**
     * Sets the program for what this host sends.
     *
     * @param descriptor its file descriptor; type {@code BPF_PROG_TYPE_LWT_OUT}
     * @param name a name for people
     * @return the encapsulation with it
     */
    public BpfEncap out(int descriptor, String name) {
        return program(LWT_BPF_OUT, descriptor, name);
    }

    /** {@return the name of the program for what this host sends; {@code LWT_BPF_OUT}} */
    public Optional<String> out() {
        return name(LWT_BPF_OUT);
    }

    /**
     * Sets the program for what leaves.
     *
     * @param descriptor its file descriptor; type {@code BPF_PROG_TYPE_LWT_XMIT}
     * @param name a name for people
     * @return the encapsulation with it
     */
    public BpfEncap xmit(int descriptor, String name) {
        return program(LWT_BPF_XMIT, descriptor, name);
    }

    /** {@return the name of the program for what leaves; {@code LWT_BPF_XMIT}} */
    public Optional<String> xmit() {
        return name(LWT_BPF_XMIT);
    }

    /**
     * Sets the room before the packet.
     *
     * @param bytes at most 256
     * @return the encapsulation with it
     */
    public BpfEncap headroom(int bytes) {
        return over(data.with(LWT_BPF_XMIT_HEADROOM, bytes));
    }

    /** {@return the room before the packet in bytes; {@code LWT_BPF_XMIT_HEADROOM}} */
    public OptionalInt headroom() {
        return data.integer(LWT_BPF_XMIT_HEADROOM);
    }
}
