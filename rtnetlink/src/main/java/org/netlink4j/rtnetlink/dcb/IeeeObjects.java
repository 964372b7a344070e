package org.netlink4j.rtnetlink.dcb;

import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_DCB_APP_TRUST_TABLE;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_DCB_BUFFER;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_DCB_REWR_TABLE;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_IEEE_APP_TABLE;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_IEEE_ETS;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_IEEE_MAXRATE;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_IEEE_PEER_APP;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_IEEE_PEER_ETS;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_IEEE_PEER_PFC;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_IEEE_PFC;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.netlink4j.core.schema.Attributes;

/**
 * Objects of IEEE 802.1Qaz of a device: those that it has, or those that are to be set or deleted. Everything is in
 * {@link #attributes}, {@code DCB_ATTR_IEEE_QCN} too, which has no type of its own.
 *
 * @param attributes attributes of {@link DcbAttr#IEEE}
 */
public record IeeeObjects(Attributes attributes) {
    /** None. */
    public static final IeeeObjects NONE = new IeeeObjects(Attributes.none(DcbAttr.IEEE));

    /** Checks the table. */
    public IeeeObjects {
        if (Objects.requireNonNull(attributes).set() != DcbAttr.IEEE) {
            throw new IllegalArgumentException("not objects of IEEE 802.1Qaz: " + attributes);
        }
    }

    private Optional<Integer> there(int number) {
        return Optional.of(number).filter(attributes::has);
    }

    /** {@return enhanced transmission selection; {@code DCB_ATTR_IEEE_ETS}} */
    public Optional<Ets> ets() {
        return there(DCB_ATTR_IEEE_ETS).map(number -> Ets.of(attributes, number));
    }

    /** {@return enhanced transmission selection as the other end has it; {@code DCB_ATTR_IEEE_PEER_ETS}} */
    public Optional<Ets> peerEts() {
        return there(DCB_ATTR_IEEE_PEER_ETS).map(number -> Ets.of(attributes, number));
    }

    /** {@return priority flow control; {@code DCB_ATTR_IEEE_PFC}} */
    public Optional<Pfc> pfc() {
        return there(DCB_ATTR_IEEE_PFC).map(number -> Pfc.of(attributes, number));
    }

    /** {@return priority flow control as the other end has it; {@code DCB_ATTR_IEEE_PEER_PFC}} */
    public Optional<Pfc> peerPfc() {
        return there(DCB_ATTR_IEEE_PEER_PFC).map(number -> Pfc.of(attributes, number));
    }

    /** {@return the buffers; {@code DCB_ATTR_DCB_BUFFER}; since Linux 4.18} */
    public Optional<DcbBuffer> buffer() {
        return there(DCB_ATTR_DCB_BUFFER).map(number -> DcbBuffer.of(attributes, number));
    }

    /** {@return of each traffic class, its largest rate in kilobits a second, u64; {@code DCB_ATTR_IEEE_MAXRATE}; 0 for no limit} */
    public Optional<List<Long>> maximumRates() {
        return there(DCB_ATTR_IEEE_MAXRATE).map(number -> Lanes.numbers(attributes, number, "tc_maxrate"));
    }

    /** {@return the priorities of applications; {@code DCB_ATTR_IEEE_APP_TABLE}} */
    public List<AppPriority> applications() {
        return attributes.nest(DCB_ATTR_IEEE_APP_TABLE).map(AppPriority::decode).orElse(List.of());
    }

    /** {@return the priorities of applications at the other end; {@code DCB_ATTR_IEEE_PEER_APP}} */
    public List<AppPriority> peerApplications() {
        return attributes.nest(DCB_ATTR_IEEE_PEER_APP).map(AppPriority::decode).orElse(List.of());
    }

    /** {@return what is written into packets that are sent; {@code DCB_ATTR_DCB_REWR_TABLE}; since Linux 6.3} */
    public List<AppPriority> rewrites() {
        return attributes.nest(DCB_ATTR_DCB_REWR_TABLE).map(AppPriority::decode).orElse(List.of());
    }

    /** {@return the selectors that count, the first most; {@code DCB_ATTR_DCB_APP_TRUST_TABLE}; since Linux 6.3} */
    public Optional<List<Integer>> trust() {
        return attributes.nest(DCB_ATTR_DCB_APP_TRUST_TABLE)
                .map(table -> Lanes.inOrder(table).stream().map(payload -> Byte.toUnsignedInt(payload[0])).toList());
    }

    /**
     * Sets enhanced transmission selection.
     *
     * @param wanted what is wanted
     * @return the objects with it
     */
    public IeeeObjects ets(Ets wanted) {
        return new IeeeObjects(attributes.withStruct(DCB_ATTR_IEEE_ETS, wanted.fields()));
    }

    /**
     * Sets priority flow control.
     *
     * @param wanted what is wanted
     * @return the objects with it
     */
    public IeeeObjects pfc(Pfc wanted) {
        return new IeeeObjects(attributes.withStruct(DCB_ATTR_IEEE_PFC, wanted.fields()));
    }

    /**
     * Sets the buffers.
     *
     * @param wanted what is wanted
     * @return the objects with it
     */
    public IeeeObjects buffer(DcbBuffer wanted) {
        return new IeeeObjects(attributes.withStruct(DCB_ATTR_DCB_BUFFER, wanted.fields()));
    }

    /**
     * Sets the largest rates.
     *
     * @param kilobits of each traffic class, kilobits a second; 0 for no limit
     * @return the objects with it
     */
    public IeeeObjects maximumRates(List<Long> kilobits) {
        return new IeeeObjects(
                attributes.withStruct(DCB_ATTR_IEEE_MAXRATE, Lanes.concat(Lanes.checked(kilobits)).toArray()));
    }

    /**
     * Sets priorities of applications.
     *
     * @param entries those to be added, or deleted
     * @return the objects with them
     */
    public IeeeObjects applications(List<AppPriority> entries) {
        return new IeeeObjects(attributes.with(DCB_ATTR_IEEE_APP_TABLE, AppPriority.encode(entries)));
    }

    /**
     * Sets what is written into packets that are sent; since Linux 6.3.
     *
     * @param entries those to be added, or deleted
     * @return the objects with them
     */
    public IeeeObjects rewrites(List<AppPriority> entries) {
        return new IeeeObjects(attributes.with(DCB_ATTR_DCB_REWR_TABLE, AppPriority.encode(entries)));
    }

    /**
     * Sets which selectors count; since Linux 6.3.
     *
     * @param selectors each at most once, the one that counts most first
     * @return the objects with them
     */
    public IeeeObjects trust(List<Integer> selectors) {
        Attributes table = Attributes.none(DcbAttr.TRUST);
        for (int selector : selectors) {
            if (selector >>> 8 != 0) {
                throw new IllegalArgumentException("a selector has 8 bits: " + selector);
            }
            table = table.plus(AppPriority.attribute(selector), new byte[] {(byte) selector});
        }
        return new IeeeObjects(attributes.with(DCB_ATTR_DCB_APP_TRUST_TABLE, table));
    }

    /**
     * Sets anything else.
     *
     * @param change makes attributes of {@link DcbAttr#IEEE} out of those that are set
     * @return the objects with what that returned
     */
    public IeeeObjects with(UnaryOperator<Attributes> change) {
        return new IeeeObjects(change.apply(attributes));
    }
}
