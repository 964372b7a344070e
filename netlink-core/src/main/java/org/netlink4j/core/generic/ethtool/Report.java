package org.netlink4j.core.generic.ethtool;

import org.netlink4j.core.generic.GenericMessage;
import org.netlink4j.core.schema.Attributes;

/** What the kernel tells of a device: the answer to a request, or a notification of a change. */
public sealed interface Report
        permits Channels, Features, LinkInfo, LinkModes, LinkState, OtherReport, Rings, Statistics, StringSets {
    /** {@return what the kernel sent} */
    Attributes attributes();

    /** {@return the device that it is about; {@link Device#NONE} if none} */
    Device device();

    /**
     * The typed face of a message.
     *
     * @param message a message of the family ethtool
     * @return the report
     */
    static Report of(GenericMessage message) {
        return Kinds.ALL.stream()
                .filter(kind -> kind.table() == message.attributes().set())
                .findFirst()
                .<Report>map(kind -> kind.face().apply(message.attributes()))
                .orElseGet(() -> new OtherReport(message));
    }
}
