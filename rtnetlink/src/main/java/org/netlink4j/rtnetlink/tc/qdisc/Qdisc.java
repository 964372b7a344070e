package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.Tca.TCA_EGRESS_BLOCK;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_INGRESS_BLOCK;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_STAB;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.rtnetlink.tc.TcHeader;
import org.netlink4j.rtnetlink.tc.TcObject;
import org.netlink4j.rtnetlink.tc.Tca;

/**
 * A queueing discipline as the kernel describes it: {@code RTM_NEWQDISC}. All that the kernel said is in {@link #attributes}. Equal if all
 * is equal but the counters, for they change all the time.
 *
 * @param header the fixed header; {@code info} is how many use it
 * @param attributes attributes of {@link TcaQdisc}
 */
public record Qdisc(TcHeader header, Attributes attributes) implements TcObject {
    /**
     * What tells queueing disciplines apart: those that a device has by default have no handle.
     *
     * @param index index of the device
     * @param handle its handle
     * @param parent where it hangs
     */
    public record Key(int index, TcHandle handle, TcHandle parent) {}

    /** Checks the table. */
    public Qdisc {
        Objects.requireNonNull(header);
        QdiscSpec.require(attributes);
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWQDISC} or {@code RTM_DELQDISC}
     * @return the queueing discipline, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static Qdisc decode(MessageReader message) throws MalformedMessageException {
        TcHeader header = TcHeader.decode(message);
        return new Qdisc(header, Attributes.decode(TcaQdisc.ATTRIBUTES, message.attributes(Tca.TCMSG.size())));
    }

    /** {@return what tells it from other queueing disciplines of the namespace} */
    public Key key() {
        return new Key(index(), handle(), parent());
    }

    /** {@return the kind with what it says of itself; empty if the kernel did not name it} */
    public Optional<QdiscKind> kind() {
        return kindName().map(name -> KindTypes.QDISCS.decode(name, attributes).orElseGet(() -> unknown(name)));
    }

    private QdiscKind unknown(String name) {
        return attributes.nest(Tca.TCA_OPTIONS)
                .map(data -> new UnknownQdiscKind(name, data))
                .orElseGet(() -> new UnknownQdiscKind(name));
    }

    /**
     * The kind, if it is a certain one.
     *
     * @param <K> the kind
     * @param type its type
     * @return the kind; empty if it is another
     */
    public <K extends QdiscKind> Optional<K> kind(Class<K> type) {
        return kind().filter(type::isInstance).map(type::cast);
    }

    /** {@return whether it is the root of its device} */
    public boolean isRoot() {
        return parent().equals(TcHandle.ROOT);
    }

    /** {@return the shared block of filters for packets that come, u32; {@code TCA_INGRESS_BLOCK}} */
    public OptionalLong ingressBlock() {
        return attributes.number(TCA_INGRESS_BLOCK);
    }

    /** {@return the shared block of filters for packets that leave, u32; {@code TCA_EGRESS_BLOCK}} */
    public OptionalLong egressBlock() {
        return attributes.number(TCA_EGRESS_BLOCK);
    }

    /** {@return what packets of each size count for, attributes of {@link Tca#SIZE_TABLE}; {@code TCA_STAB}} */
    public Optional<Attributes> sizeTable() {
        return attributes.nest(TCA_STAB);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Qdisc that && header.equals(that.header) && lasting().equals(that.lasting());
    }

    @Override
    public int hashCode() {
        return Objects.hash(header, lasting());
    }
}
