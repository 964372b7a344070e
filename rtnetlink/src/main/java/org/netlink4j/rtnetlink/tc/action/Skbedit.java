package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.rtnetlink.tc.action.TcaSkbedit.SKBEDIT_F_INHERITDSFIELD;
import static org.netlink4j.rtnetlink.tc.action.TcaSkbedit.SKBEDIT_F_TXQ_SKBHASH;
import static org.netlink4j.rtnetlink.tc.action.TcaSkbedit.TCA_SKBEDIT_FLAGS;
import static org.netlink4j.rtnetlink.tc.action.TcaSkbedit.TCA_SKBEDIT_MARK;
import static org.netlink4j.rtnetlink.tc.action.TcaSkbedit.TCA_SKBEDIT_MASK;
import static org.netlink4j.rtnetlink.tc.action.TcaSkbedit.TCA_SKBEDIT_PARMS;
import static org.netlink4j.rtnetlink.tc.action.TcaSkbedit.TCA_SKBEDIT_PRIORITY;
import static org.netlink4j.rtnetlink.tc.action.TcaSkbedit.TCA_SKBEDIT_PTYPE;
import static org.netlink4j.rtnetlink.tc.action.TcaSkbedit.TCA_SKBEDIT_QUEUE_MAPPING;
import static org.netlink4j.rtnetlink.tc.action.TcaSkbedit.TCA_SKBEDIT_QUEUE_MAPPING_MAX;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.tc.TcHandle;

/**
 * Changes what the kernel knows of a packet: priority, queue, mark, to whom it is.
 *
 * @param data {@code TCA_ACT_OPTIONS}, attributes of {@link TcaSkbedit}
 */
public record Skbedit(Attributes data) implements ActionKind<Skbedit> {
    static final String KIND = "skbedit";

    /** Checks the table. */
    public Skbedit {
        ActionKindType.require(TcaSkbedit.ATTRIBUTES, data);
    }

    /** An action that changes nothing yet, after which the next one follows. */
    public Skbedit() {
        this(Attributes.none(TcaSkbedit.ATTRIBUTES).withField(TCA_SKBEDIT_PARMS, TcGen.ACTION, ControlAction.PIPE.value()));
    }

    /**
     * Sets the priority, often a class.
     *
     * @param priority the class
     * @return the kind with it
     */
    public Skbedit priority(TcHandle priority) {
        return with(TCA_SKBEDIT_PRIORITY, Integer.toUnsignedLong(priority.value()));
    }

    /** {@return the priority; {@code TCA_SKBEDIT_PRIORITY}} */
    public Optional<TcHandle> priority() {
        return data.integer(TCA_SKBEDIT_PRIORITY).stream().mapToObj(TcHandle::new).findFirst();
    }

    /**
     * Sets the queue of the device.
     *
     * @param queue u16
     * @return the kind with it
     */
    public Skbedit queue(int queue) {
        return with(TCA_SKBEDIT_QUEUE_MAPPING, queue);
    }

    /**
     * Lets the hash of the packet choose a queue. Since Linux 6.1.
     *
     * @param first u16
     * @param last u16
     * @return the kind with it
     */
    public Skbedit queues(int first, int last) {
        long flags = data.number(TCA_SKBEDIT_FLAGS).orElse(0) | SKBEDIT_F_TXQ_SKBHASH;
        return queue(first).with(TCA_SKBEDIT_QUEUE_MAPPING_MAX, last).with(TCA_SKBEDIT_FLAGS, flags);
    }

    /** {@return the queue, or the first of those of which the hash chooses one; u16} */
    public OptionalInt queue() {
        return data.integer(TCA_SKBEDIT_QUEUE_MAPPING);
    }

    /** {@return the last queue of those of which the hash chooses one; u16; empty if it does not} */
    public OptionalInt lastQueue() {
        return data.integer(TCA_SKBEDIT_QUEUE_MAPPING_MAX);
    }

    /**
     * Sets the mark.
     *
     * @param mark u32
     * @return the kind with it
     */
    public Skbedit mark(long mark) {
        return with(TCA_SKBEDIT_MARK, mark);
    }

    /**
     * Sets which bits of the mark are set.
     *
     * @param mask u32
     * @return the kind with it
     */
    public Skbedit markMask(long mask) {
        return with(TCA_SKBEDIT_MASK, mask);
    }

    /** {@return the mark, the bits of a u32} */
    public OptionalInt mark() {
        return data.integer(TCA_SKBEDIT_MARK);
    }

    /** {@return which bits of the mark are set, the bits of a u32; empty for all} */
    public OptionalInt markMask() {
        return data.integer(TCA_SKBEDIT_MASK);
    }

    /**
     * Sets to whom the packet is.
     *
     * @param type {@code PACKET_*} of {@code linux/if_packet.h}, u16: 0 this host, 1 all, 2 a group, 3 another host
     * @return the kind with it
     */
    public Skbedit packetType(int type) {
        return with(TCA_SKBEDIT_PTYPE, type);
    }

    /** {@return to whom the packet is: {@code PACKET_*}, u16} */
    public OptionalInt packetType() {
        return data.integer(TCA_SKBEDIT_PTYPE);
    }

    /**
     * Takes the priority from the DS field of the packet.
     *
     * @return the kind with it
     */
    public Skbedit inheritDsField() {
        return with(TCA_SKBEDIT_FLAGS, data.number(TCA_SKBEDIT_FLAGS).orElse(0) | SKBEDIT_F_INHERITDSFIELD);
    }

    /** {@return {@code SKBEDIT_F_*}, u64} */
    public OptionalLong flags() {
        return data.number(TCA_SKBEDIT_FLAGS);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Skbedit over(Attributes data) {
        return new Skbedit(data);
    }
}
