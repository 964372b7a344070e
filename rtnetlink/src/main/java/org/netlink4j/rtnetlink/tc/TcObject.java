package org.netlink4j.rtnetlink.tc;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;

/** What queueing disciplines, classes and filters have in common. */
public interface TcObject {
    /** {@return the fixed header} */
    TcHeader header();

    /** {@return all that the kernel said, attributes of {@link Tca}} */
    Attributes attributes();

    /** {@return the index of the device} */
    default int index() {
        return header().index();
    }

    /** {@return the handle of the object itself} */
    default TcHandle handle() {
        return header().handle();
    }

    /** {@return where it hangs} */
    default TcHandle parent() {
        return header().parent();
    }

    /** {@return the kernel's word for the kind; {@code TCA_KIND}; empty if the kernel did not say} */
    default Optional<String> kindName() {
        return attributes().text(Tca.TCA_KIND);
    }

    /** {@return the counters; {@code TCA_STATS2}; empty if there are none, as in requests} */
    default Optional<TcStatistics> statistics() {
        return attributes().nest(Tca.TCA_STATS2).map(TcStatistics::new);
    }

    /** {@return whether the hardware does it, u8; {@code TCA_HW_OFFLOAD}} */
    default OptionalInt hardwareOffload() {
        return attributes().integer(Tca.TCA_HW_OFFLOAD);
    }

    /** {@return a warning of the kernel about what it did; {@code TCA_EXT_WARN_MSG}; since Linux 6.3} */
    default Optional<String> warning() {
        return attributes().text(Tca.TCA_EXT_WARN_MSG);
    }

    /** {@return the attributes without the counters, which change all the time} */
    default Attributes lasting() {
        return attributes().without(Tca.TCA_STATS).without(Tca.TCA_XSTATS).without(Tca.TCA_STATS2);
    }

    /**
     * Writes what follows the message header, just as it was decoded.
     *
     * @param out a writer after the message header
     */
    default void write(MessageWriter out) {
        out.bytes(header().encode());
        attributes().writeTo(out.attributes());
    }
}
