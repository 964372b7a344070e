package org.netlink4j.core.schema;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.AttributeReader;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.Nlmsg;

/** Turns the offsets and numbers of an extended acknowledgement into names, by walking the request that they are about. */
public final class AttributePath {
    private static final String SEPARATOR = "/";

    private AttributePath() {}

    /**
     * The path of the attribute at an offset.
     *
     * @param protocol the tables
     * @param request the request's bytes, from its {@code nlmsghdr} on
     * @param offset where the attribute begins, counted from the {@code nlmsghdr}
     * @return the names from the outermost nest inwards, for example {@code "IFLA_LINKINFO/IFLA_INFO_KIND"}; empty if no attribute
     *     of the request is there
     */
    public static Optional<String> at(NetlinkProtocol protocol, byte[] request, int offset) {
        return walk(protocol, request, offset).map(Place::path);
    }

    /**
     * The path of an attribute that is missing.
     *
     * @param protocol the tables
     * @param request the request's bytes, from its {@code nlmsghdr} on
     * @param nestOffset where the nest begins in which it is missing; 0 for the outermost level
     * @param number the number of the missing attribute
     * @return the path as far as the tables know it
     */
    public static String missing(NetlinkProtocol protocol, byte[] request, int nestOffset, int number) {
        Optional<String> path =
                nestOffset == 0
                        ? messageSpec(protocol, request).map(spec -> spec.attributes().nameOf(number))
                        : walk(protocol, request, nestOffset).map(n -> n.path + SEPARATOR + n.inside.nameOf(number));
        return path.orElse("attribute " + number);
    }

    /** An attribute that was found: how to name it, and the table of what is in it. */
    private record Place(String path, AttributeSet inside) {}

    private static MessageReader first(byte[] request) throws MalformedMessageException {
        MessageReader message = new MessageReader().over(MemorySegment.ofArray(request), 0, request.length);
        if (!message.next()) {
            throw new MalformedMessageException("an empty request");
        }
        return message;
    }

    private static Optional<MessageSpec> messageSpec(NetlinkProtocol protocol, byte[] request) {
        try {
            return protocol.message(first(request));
        } catch (MalformedMessageException _) {
            return Optional.empty();
        }
    }

    private static Optional<Place> walk(NetlinkProtocol protocol, byte[] request, int offset) {
        try {
            Optional<MessageSpec> spec = messageSpec(protocol, request);
            if (spec.isEmpty()) {
                return Optional.empty();
            }
            return search(spec.get().attributes(), first(request).attributes(spec.get().header().size()), offset, "");
        } catch (MalformedMessageException _) {
            return Optional.empty(); // the kernel disliked it for a reason
        }
    }

    private static Optional<Place> search(AttributeSet set, AttributeReader reader, int offset, String prefix)
            throws MalformedMessageException {
        long level = reader.nextOffset();
        while (reader.next()) {
            long start = reader.offset() - Nlmsg.NLA_HDRLEN;
            if (offset < start || offset >= reader.offset() + reader.length()) {
                continue;
            }
            String path = prefix + set.nameOf(reader.type());
            Optional<AttributeSpec> nest = nest(set, reader, level);
            Place place = new Place(path, nest.map(AttributeSpec::nest).orElse(AttributeSet.UNKNOWN));
            if (offset == start || nest.isEmpty()) {
                return Optional.of(place);
            }
            reader.enter(nest.get().headerSize());
            Optional<Place> deeper =
                    nest.get().type() == AttributeType.LIST
                            ? element(nest.get(), reader, offset, path)
                            : deeper(place.inside, reader, offset, path);
            return deeper.or(() -> Optional.of(place));
        }
        return Optional.empty();
    }

    /** Empty if the nest holds no attributes, for the tables may be wrong about that. */
    private static Optional<Place> deeper(AttributeSet set, AttributeReader nest, int offset, String path) {
        try {
            return search(set, nest, offset, path + SEPARATOR);
        } catch (MalformedMessageException _) {
            return Optional.empty();
        }
    }

    /** In a list, whose elements are named by their structure and counted from 0. */
    private static Optional<Place> element(AttributeSpec list, AttributeReader reader, int offset, String path) {
        try {
            for (int i = 0; ListElement.nextElement(list, reader); i++) {
                if (offset < reader.offset() + reader.length()) {
                    Place place = new Place(path + SEPARATOR + list.struct().orElseThrow().name() + "(" + i + ")", list.nest());
                    ListElement.enter(list, reader);
                    return deeper(list.nest(), reader, offset, place.path).or(() -> Optional.of(place));
                }
            }
        } catch (MalformedMessageException _) {
            return Optional.empty(); // the kernel disliked it for a reason
        }
        return Optional.empty();
    }

    /** What is known of the current attribute; empty if it is no nest. */
    private static Optional<AttributeSpec> nest(AttributeSet set, AttributeReader reader, long level)
            throws MalformedMessageException {
        AttributeSpec spec = set.lookup(reader.type());
        if (spec != null && spec.type() == AttributeType.SELECTED) {
            spec = Validation.selected(set, spec, reader.memory(), level, reader.endOffset());
        }
        return Optional.ofNullable(spec).filter(known -> known.type().isNest());
    }
}
