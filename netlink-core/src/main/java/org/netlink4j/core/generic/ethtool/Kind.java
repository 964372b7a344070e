package org.netlink4j.core.generic.ethtool;

import java.util.function.Function;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.generic.GenericMessage;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/** What ties a report to its messages: the command that asks for it, the table, the number of the header, the typed face. */
record Kind<T extends Report>(int command, AttributeSet table, int header, Function<Attributes, T> face) {
    T of(GenericMessage message) throws MalformedMessageException {
        if (message.attributes().set() != table) {
            throw new MalformedMessageException("command " + command + " was answered with " + message);
        }
        return face.apply(message.attributes());
    }
}
