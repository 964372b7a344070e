package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.Tca.TCA_DUMP_INVISIBLE;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_EGRESS_BLOCK;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_INGRESS_BLOCK;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_RATE;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_STAB;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.rtnetlink.tc.TcHeader;
import org.netlink4j.rtnetlink.tc.Tca;

/**
 * What somebody wants of a queueing discipline, to be handed to {@link Qdiscs}. What is not set is left to the kernel, or left as it is.
 * Attributes are sent in the order in which they were set.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link TcaQdisc}
 */
public record QdiscSpec(TcHeader header, Attributes attributes) implements MessageBody {
    /** Checks the table. */
    public QdiscSpec {
        Objects.requireNonNull(header);
        require(attributes);
    }

    static void require(Attributes attributes) {
        if (attributes.set() != TcaQdisc.ATTRIBUTES) {
            throw new IllegalArgumentException("not attributes of a queueing discipline: " + attributes);
        }
    }

    private static QdiscSpec of(TcHeader header) {
        return new QdiscSpec(header, Attributes.none(TcaQdisc.ATTRIBUTES));
    }

    /**
     * A queueing discipline of a device; which one is not said yet.
     *
     * @param index index of the device
     * @return the spec
     */
    public static QdiscSpec on(int index) {
        return of(TcHeader.NONE.index(index));
    }

    /**
     * The root of a device.
     *
     * @param index index of the device
     * @return the spec
     */
    public static QdiscSpec root(int index) {
        return on(index).parent(TcHandle.ROOT);
    }

    /**
     * The ingress discipline of a device, where filters for packets that come are.
     *
     * @param index index of the device
     * @return the spec with that kind
     */
    public static QdiscSpec ingress(int index) {
        return atIngress(index).kind(new Ingress());
    }

    /**
     * The clsact discipline of a device, where filters for packets that come and packets that leave are; it takes the place of ingress.
     *
     * @param index index of the device
     * @return the spec with that kind
     */
    public static QdiscSpec clsact(int index) {
        return atIngress(index).kind(new Clsact());
    }

    /** The kernel knows only one handle here. */
    private static QdiscSpec atIngress(int index) {
        return on(index).parent(TcHandle.INGRESS).handle(TcHandle.qdisc(TcHandle.INGRESS.major()));
    }

    private QdiscSpec over(Attributes attributes) {
        return new QdiscSpec(header, attributes);
    }

    /**
     * Sets where it hangs.
     *
     * @param parent {@link TcHandle#ROOT} or a class
     * @return the spec with it
     */
    public QdiscSpec parent(TcHandle parent) {
        return new QdiscSpec(header.parent(parent), attributes);
    }

    /**
     * Sets its handle.
     *
     * @param handle a handle whose minor number is 0
     * @return the spec with it
     */
    public QdiscSpec handle(TcHandle handle) {
        return new QdiscSpec(header.handle(handle), attributes);
    }

    /**
     * Sets the kind with what it says of itself; {@code TCA_KIND} and {@code TCA_OPTIONS}.
     *
     * @param kind the kind
     * @return the spec with it
     */
    public QdiscSpec kind(QdiscKind kind) {
        return over(switch (kind) {
            case TypedQdiscKind<?> typed -> KindTypes.QDISCS.tables(typed.kind()).write(attributes, typed.data());
            case UnknownQdiscKind unknown -> KindTypes.unknown(attributes, unknown.kind(), unknown.data());
        });
    }

    /**
     * Lets the kernel estimate rates; {@code TCA_RATE}.
     *
     * @param interval how often it looks: every 2<sup>interval</sup> quarters of a second, -2 to 3
     * @param averageLog over how many looks it averages: 2<sup>averageLog</sup>, 1 to 31
     * @return the spec with it
     */
    public QdiscSpec estimator(int interval, int averageLog) {
        return over(attributes.withStruct(TCA_RATE, interval, averageLog));
    }

    /**
     * Sets what packets of each size count for; {@code TCA_STAB}.
     *
     * @param table attributes of {@link Tca#SIZE_TABLE}
     * @return the spec with it
     */
    public QdiscSpec sizeTable(Attributes table) {
        return over(attributes.with(TCA_STAB, table));
    }

    /**
     * Shares the filters for packets that come with other devices; {@code TCA_INGRESS_BLOCK}.
     *
     * @param block number of the block, u32, not 0
     * @return the spec with it
     */
    public QdiscSpec ingressBlock(long block) {
        return over(attributes.with(TCA_INGRESS_BLOCK, block));
    }

    /**
     * Shares the filters for packets that leave with other devices; {@code TCA_EGRESS_BLOCK}; only clsact has it.
     *
     * @param block number of the block, u32, not 0
     * @return the spec with it
     */
    public QdiscSpec egressBlock(long block) {
        return over(attributes.with(TCA_EGRESS_BLOCK, block));
    }

    /**
     * Asks for those that hide, too; {@code TCA_DUMP_INVISIBLE}.
     *
     * @return the spec with it
     */
    public QdiscSpec invisible() {
        return over(attributes.withFlag(TCA_DUMP_INVISIBLE));
    }

    /**
     * Sets anything else.
     *
     * @param change makes attributes of {@link TcaQdisc} out of those that are set
     * @return the spec with what that returned
     */
    public QdiscSpec with(UnaryOperator<Attributes> change) {
        return over(change.apply(attributes));
    }

    @Override
    public void write(MessageWriter out) {
        out.bytes(header.encode());
        attributes.writeTo(out.attributes());
    }
}
