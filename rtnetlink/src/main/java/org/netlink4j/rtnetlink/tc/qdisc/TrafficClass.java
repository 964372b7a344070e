package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.rtnetlink.tc.TcH.TC_H_UNSPEC;

import java.util.Objects;
import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.rtnetlink.tc.TcHeader;
import org.netlink4j.rtnetlink.tc.TcObject;
import org.netlink4j.rtnetlink.tc.Tca;

/**
 * A class of a queueing discipline as the kernel describes it: {@code RTM_NEWTCLASS}. All that the kernel said is in
 * {@link #attributes}. Equal if all is equal but the counters, for they change all the time.
 *
 * @param header the fixed header; {@code info} is the handle of the queueing discipline in it
 * @param attributes attributes of {@link TcaClass}
 */
public record TrafficClass(TcHeader header, Attributes attributes) implements TcObject {
    /**
     * What tells classes apart.
     *
     * @param index index of the device
     * @param handle its handle, whose major number is that of its queueing discipline
     */
    public record Key(int index, TcHandle handle) {}

    /** Checks the table. */
    public TrafficClass {
        Objects.requireNonNull(header);
        TrafficClassSpec.require(attributes);
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWTCLASS} or {@code RTM_DELTCLASS}
     * @return the class, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static TrafficClass decode(MessageReader message) throws MalformedMessageException {
        TcHeader header = TcHeader.decode(message);
        return new TrafficClass(header, Attributes.decode(TcaClass.ATTRIBUTES, message.attributes(Tca.TCMSG.size())));
    }

    /** {@return what tells it from other classes of the namespace} */
    public Key key() {
        return new Key(index(), handle());
    }

    /** {@return the kind with what the class says of itself; empty if the kernel did not name it} */
    public Optional<ClassKind> kind() {
        return kindName().map(name -> KindTypes.CLASSES.decode(name, attributes).orElseGet(() -> new UnknownClassKind(name)));
    }

    /**
     * The kind, if it is a certain one.
     *
     * @param <K> the kind
     * @param type its type
     * @return the kind; empty if it is another
     */
    public <K extends ClassKind> Optional<K> kind(Class<K> type) {
        return kind().filter(type::isInstance).map(type::cast);
    }

    /** {@return the queueing discipline in it; empty if there is none that was made} */
    public Optional<TcHandle> leaf() {
        return Optional.of(new TcHandle(header.info())).filter(leaf -> leaf.value() != TC_H_UNSPEC);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TrafficClass that && header.equals(that.header) && lasting().equals(that.lasting());
    }

    @Override
    public int hashCode() {
        return Objects.hash(header, lasting());
    }
}
