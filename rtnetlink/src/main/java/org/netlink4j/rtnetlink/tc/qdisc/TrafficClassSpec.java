package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.Tca.TCA_RATE;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.rtnetlink.tc.TcHeader;

/**
 * What somebody wants of a class, to be handed to {@link TrafficClasses}. Attributes are sent in the order in which they were set.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link TcaClass}
 */
public record TrafficClassSpec(TcHeader header, Attributes attributes) implements MessageBody {
    /** Checks the table. */
    public TrafficClassSpec {
        Objects.requireNonNull(header);
        require(attributes);
    }

    static void require(Attributes attributes) {
        if (attributes.set() != TcaClass.ATTRIBUTES) {
            throw new IllegalArgumentException("not attributes of a class: " + attributes);
        }
    }

    /**
     * A class of a device; which one is not said yet.
     *
     * @param index index of the device
     * @return the spec
     */
    public static TrafficClassSpec on(int index) {
        return new TrafficClassSpec(TcHeader.NONE.index(index), Attributes.none(TcaClass.ATTRIBUTES));
    }

    /**
     * A class of a device.
     *
     * @param index index of the device
     * @param handle its handle
     * @return the spec
     */
    public static TrafficClassSpec of(int index, TcHandle handle) {
        return on(index).handle(handle);
    }

    private TrafficClassSpec over(Attributes attributes) {
        return new TrafficClassSpec(header, attributes);
    }

    /**
     * Sets its handle.
     *
     * @param handle a handle whose major number is that of its queueing discipline
     * @return the spec with it
     */
    public TrafficClassSpec handle(TcHandle handle) {
        return new TrafficClassSpec(header.handle(handle), attributes);
    }

    /**
     * Sets where it hangs.
     *
     * @param parent a queueing discipline or another class of it
     * @return the spec with it
     */
    public TrafficClassSpec parent(TcHandle parent) {
        return new TrafficClassSpec(header.parent(parent), attributes);
    }

    /**
     * Sets what the class says of itself; {@code TCA_KIND} and {@code TCA_OPTIONS}.
     *
     * @param kind of the kind of its queueing discipline
     * @return the spec with it
     */
    public TrafficClassSpec kind(ClassKind kind) {
        return over(switch (kind) {
            case TypedClassKind<?> typed -> KindTypes.CLASSES.tables(typed.kind()).write(attributes, typed.data());
            case UnknownClassKind unknown -> KindTypes.unknown(attributes, unknown.kind(), unknown.data());
        });
    }

    /**
     * Lets the kernel estimate rates; {@code TCA_RATE}.
     *
     * @param interval how often it looks: every 2<sup>interval</sup> quarters of a second, -2 to 3
     * @param averageLog over how many looks it averages: 2<sup>averageLog</sup>, 1 to 31
     * @return the spec with it
     */
    public TrafficClassSpec estimator(int interval, int averageLog) {
        return over(attributes.withStruct(TCA_RATE, interval, averageLog));
    }

    /**
     * Sets anything else.
     *
     * @param change makes attributes of {@link TcaClass} out of those that are set
     * @return the spec with what that returned
     */
    public TrafficClassSpec with(UnaryOperator<Attributes> change) {
        return over(change.apply(attributes));
    }

    @Override
    public void write(MessageWriter out) {
        out.bytes(header.encode());
        attributes.writeTo(out.attributes());
    }
}
