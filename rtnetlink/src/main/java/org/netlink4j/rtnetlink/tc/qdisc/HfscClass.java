package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.qdisc.TcaHfsc.TCA_HFSC_FSC;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaHfsc.TCA_HFSC_RSC;
import static org.netlink4j.rtnetlink.tc.qdisc.TcaHfsc.TCA_HFSC_USC;

import java.util.Optional;
import org.netlink4j.core.schema.Attributes;

/**
 * A class of hfsc.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaHfsc}
 */
public record HfscClass(Attributes data) implements TypedClassKind<HfscClass> {
    static final String KIND = "hfsc";

    /** Checks the table. */
    public HfscClass {
        TcaHfsc.CLASS.require(data);
    }

    /** A class without curves, to which some are added: the kernel wants at least one. */
    public HfscClass() {
        this(Attributes.none(TcaHfsc.ATTRIBUTES));
    }

    /** {@return what it is guaranteed; {@code TCA_HFSC_RSC}} */
    public Optional<ServiceCurve> realTime() {
        return ServiceCurve.of(data, TCA_HFSC_RSC);
    }

    /**
     * Sets what it is guaranteed; {@code TCA_HFSC_RSC}.
     *
     * @param curve the curve
     * @return the kind with it
     */
    public HfscClass realTime(ServiceCurve curve) {
        return over(data.withStruct(TCA_HFSC_RSC, curve.first(), curve.time(), curve.second()));
    }

    /** {@return its share of what is left; {@code TCA_HFSC_FSC}} */
    public Optional<ServiceCurve> linkShare() {
        return ServiceCurve.of(data, TCA_HFSC_FSC);
    }

    /**
     * Sets its share of what is left; {@code TCA_HFSC_FSC}.
     *
     * @param curve the curve
     * @return the kind with it
     */
    public HfscClass linkShare(ServiceCurve curve) {
        return over(data.withStruct(TCA_HFSC_FSC, curve.first(), curve.time(), curve.second()));
    }

    /** {@return what it may have at most; {@code TCA_HFSC_USC}} */
    public Optional<ServiceCurve> upperLimit() {
        return ServiceCurve.of(data, TCA_HFSC_USC);
    }

    /**
     * Sets what it may have at most; {@code TCA_HFSC_USC}.
     *
     * @param curve the curve
     * @return the kind with it
     */
    public HfscClass upperLimit(ServiceCurve curve) {
        return over(data.withStruct(TCA_HFSC_USC, curve.first(), curve.time(), curve.second()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public HfscClass over(Attributes data) {
        return new HfscClass(data);
    }
}
