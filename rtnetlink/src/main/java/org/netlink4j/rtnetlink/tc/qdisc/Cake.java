package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaCake.TCA_CAKE_ACK_FILTER;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCake.TCA_CAKE_ATM;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCake.TCA_CAKE_AUTORATE;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCake.TCA_CAKE_BASE_RATE64;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCake.TCA_CAKE_DIFFSERV_MODE;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCake.TCA_CAKE_FLOW_MODE;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCake.TCA_CAKE_FWMARK;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCake.TCA_CAKE_INGRESS;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCake.TCA_CAKE_MEMORY;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCake.TCA_CAKE_MPU;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCake.TCA_CAKE_NAT;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCake.TCA_CAKE_OVERHEAD;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCake.TCA_CAKE_RTT;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCake.TCA_CAKE_SPLIT_GSO;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCake.TCA_CAKE_TARGET;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaCake.TCA_CAKE_WASH;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * Common applications kept enhanced: shapes, isolates hosts and flows, sorts by DS field and keeps queues short, all in one. Of its
 * counters see {@link CakeStatistics}.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaCake}
 */
public record Cake(Attributes data) implements TypedQdiscKind<Cake> {
    static final String KIND = "cake";

    /** Checks the table. */
    public Cake {
        TcaCake.QDISC.require(data);
    }

    /** One with the defaults of the kernel. */
    public Cake() {
        this(Attributes.none(TcaCake.QDISC.data()));
    }

    /** {@return the rate in bytes per second, u64; 0 for no limit; {@code TCA_CAKE_BASE_RATE64}} */
    public OptionalLong bandwidth() {
        return data.number(TCA_CAKE_BASE_RATE64);
    }

    /**
     * Sets the rate in bytes per second.
     *
     * @param bytesPerSecond u64; 0 for no limit
     * @return the kind with it
     */
    public Cake bandwidth(long bytesPerSecond) {
        return with(TCA_CAKE_BASE_RATE64, bytesPerSecond);
    }

    /** {@return how packets are sorted into tins, {@code CAKE_DIFFSERV_*} of {@link TcaCake}; {@code TCA_CAKE_DIFFSERV_MODE}} */
    public OptionalLong diffserv() {
        return data.number(TCA_CAKE_DIFFSERV_MODE);
    }

    /**
     * Sets how packets are sorted into tins, {@code CAKE_DIFFSERV_*} of {@link TcaCake}.
     *
     * @param mode the value
     * @return the kind with it
     */
    public Cake diffserv(long mode) {
        return with(TCA_CAKE_DIFFSERV_MODE, mode);
    }

    /** {@return how packets go over the wire, {@code CAKE_ATM_*} of {@link TcaCake}; {@code TCA_CAKE_ATM}} */
    public OptionalLong atm() {
        return data.number(TCA_CAKE_ATM);
    }

    /**
     * Sets how packets go over the wire, {@code CAKE_ATM_*} of {@link TcaCake}.
     *
     * @param mode the value
     * @return the kind with it
     */
    public Cake atm(long mode) {
        return with(TCA_CAKE_ATM, mode);
    }

    /** {@return what a flow is, {@code CAKE_FLOW_*} of {@link TcaCake}; {@code TCA_CAKE_FLOW_MODE}} */
    public OptionalLong flowMode() {
        return data.number(TCA_CAKE_FLOW_MODE);
    }

    /**
     * Sets what a flow is, {@code CAKE_FLOW_*} of {@link TcaCake}.
     *
     * @param mode the value
     * @return the kind with it
     */
    public Cake flowMode(long mode) {
        return with(TCA_CAKE_FLOW_MODE, mode);
    }

    /** {@return how many bytes every packet is longer on the wire, s32, -64 to 256; {@code TCA_CAKE_OVERHEAD}} */
    public OptionalInt overhead() {
        return data.integer(TCA_CAKE_OVERHEAD);
    }

    /**
     * Sets how many bytes every packet is longer on the wire.
     *
     * @param bytes s32, -64 to 256
     * @return the kind with it
     */
    public Cake overhead(int bytes) {
        return with(TCA_CAKE_OVERHEAD, bytes);
    }

    /** {@return the time that a packet takes to and fro, in microseconds, u32; {@code TCA_CAKE_RTT}} */
    public OptionalLong rtt() {
        return data.number(TCA_CAKE_RTT);
    }

    /**
     * Sets the time that a packet takes to and fro, in microseconds.
     *
     * @param microseconds u32
     * @return the kind with it
     */
    public Cake rtt(long microseconds) {
        return with(TCA_CAKE_RTT, microseconds);
    }

    /** {@return the delay that is acceptable, in microseconds, u32; {@code TCA_CAKE_TARGET}} */
    public OptionalLong target() {
        return data.number(TCA_CAKE_TARGET);
    }

    /**
     * Sets the delay that is acceptable, in microseconds.
     *
     * @param microseconds u32
     * @return the kind with it
     */
    public Cake target(long microseconds) {
        return with(TCA_CAKE_TARGET, microseconds);
    }

    /** {@return whether the rate is found out from packets that come; {@code TCA_CAKE_AUTORATE}} */
    public Optional<Boolean> autorate() {
        return truth(TCA_CAKE_AUTORATE);
    }

    /**
     * Sets whether the rate is found out from packets that come.
     *
     * @param on the answer
     * @return the kind with it
     */
    public Cake autorate(boolean on) {
        return with(TCA_CAKE_AUTORATE, on);
    }

    /** {@return how much memory waiting packets may take, in bytes, u32; 0 for as much as the rate wants; {@code TCA_CAKE_MEMORY}} */
    public OptionalLong memory() {
        return data.number(TCA_CAKE_MEMORY);
    }

    /**
     * Sets how much memory waiting packets may take, in bytes.
     *
     * @param bytes u32; 0 for as much as the rate wants
     * @return the kind with it
     */
    public Cake memory(long bytes) {
        return with(TCA_CAKE_MEMORY, bytes);
    }

    /** {@return whether flows are told apart behind NAT; {@code TCA_CAKE_NAT}} */
    public Optional<Boolean> nat() {
        return truth(TCA_CAKE_NAT);
    }

    /**
     * Sets whether flows are told apart behind NAT.
     *
     * @param on the answer
     * @return the kind with it
     */
    public Cake nat(boolean on) {
        return with(TCA_CAKE_NAT, on);
    }

    /** {@return whether the DS field is cleared; {@code TCA_CAKE_WASH}} */
    public Optional<Boolean> wash() {
        return truth(TCA_CAKE_WASH);
    }

    /**
     * Sets whether the DS field is cleared.
     *
     * @param on the answer
     * @return the kind with it
     */
    public Cake wash(boolean on) {
        return with(TCA_CAKE_WASH, on);
    }

    /** {@return the least that a packet counts for in bytes, u32; {@code TCA_CAKE_MPU}} */
    public OptionalLong minimum() {
        return data.number(TCA_CAKE_MPU);
    }

    /**
     * Sets the least that a packet counts for in bytes.
     *
     * @param bytes u32
     * @return the kind with it
     */
    public Cake minimum(long bytes) {
        return with(TCA_CAKE_MPU, bytes);
    }

    /** {@return whether dropped packets count, too, as packets that come have already used the line; {@code TCA_CAKE_INGRESS}} */
    public Optional<Boolean> ingress() {
        return truth(TCA_CAKE_INGRESS);
    }

    /**
     * Sets whether dropped packets count, too, as packets that come have already used the line.
     *
     * @param on the answer
     * @return the kind with it
     */
    public Cake ingress(boolean on) {
        return with(TCA_CAKE_INGRESS, on);
    }

    /** {@return whether needless TCP acknowledgements are dropped, {@code CAKE_ACK_*} of {@link TcaCake}; {@code TCA_CAKE_ACK_FILTER}} */
    public OptionalLong ackFilter() {
        return data.number(TCA_CAKE_ACK_FILTER);
    }

    /**
     * Sets whether needless TCP acknowledgements are dropped, {@code CAKE_ACK_*} of {@link TcaCake}.
     *
     * @param mode the value
     * @return the kind with it
     */
    public Cake ackFilter(long mode) {
        return with(TCA_CAKE_ACK_FILTER, mode);
    }

    /** {@return whether packets are split that the device would have to split; {@code TCA_CAKE_SPLIT_GSO}} */
    public Optional<Boolean> splitGso() {
        return truth(TCA_CAKE_SPLIT_GSO);
    }

    /**
     * Sets whether packets are split that the device would have to split.
     *
     * @param on the answer
     * @return the kind with it
     */
    public Cake splitGso(boolean on) {
        return with(TCA_CAKE_SPLIT_GSO, on);
    }

    /** {@return the mask of the packet's mark that chooses the tin, u32; 0 for none; {@code TCA_CAKE_FWMARK}} */
    public OptionalLong fwmark() {
        return data.number(TCA_CAKE_FWMARK);
    }

    /**
     * Sets the mask of the packet's mark that chooses the tin.
     *
     * @param mask u32; 0 for none
     * @return the kind with it
     */
    public Cake fwmark(long mask) {
        return with(TCA_CAKE_FWMARK, mask);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Cake over(Attributes data) {
        return new Cake(data);
    }
}
