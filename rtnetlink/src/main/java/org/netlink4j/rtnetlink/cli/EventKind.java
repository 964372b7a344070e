package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.link.Ifla.AF_BRIDGE;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.MessageDecoder;
import org.netlink4j.core.wire.MessageReader;

/**
 * A kind of object of whose changes {@code rtnl monitor} tells.
 *
 * @param word what it is called on the command line, as in {@code rtnl WORD list}
 * @param first its {@code RTM_NEW*}; {@code RTM_DEL*}, {@code RTM_GET*} and {@code RTM_SET*} follow
 * @param groups the multicast groups that tell of it
 * @param family which address families it is about: the first byte after the message header
 * @param columns the keys of what a line of text shows
 * @param view makes, for the links of a namespace, what turns a message into the members of a JSON object
 */
record EventKind(
        String word,
        int first,
        Set<Integer> groups,
        IntPredicate family,
        List<String> columns,
        Function<OtherLinks, MessageDecoder<Map<String, Object>>> view) {
    /** A kind of any address family. */
    static EventKind of(
            String word,
            int first,
            Set<Integer> groups,
            List<String> columns,
            Function<OtherLinks, MessageDecoder<Map<String, Object>>> view) {
        return new EventKind(word, first, groups, _ -> true, columns, view);
    }

    /** The same for the family of bridges only. */
    EventKind ofBridges() {
        return new EventKind(word, first, groups, number -> number == AF_BRIDGE, columns, view);
    }

    /** The same for all families but that of bridges. */
    EventKind notOfBridges() {
        return new EventKind(word, first, groups, number -> number != AF_BRIDGE, columns, view);
    }

    boolean fits(MessageReader message) throws MalformedMessageException {
        return message.type() >>> 2 == first >>> 2 && family.test(message.u8(0));
    }
}
