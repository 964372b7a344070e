package org.netlink4j.core.schema;

import static org.netlink4j.core.wire.Nlmsg.NLMSG_DONE;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_ERROR;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_HDRLEN;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_NOOP;
import static org.netlink4j.core.wire.Nlmsg.NLMSG_OVERRUN;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK_TLVS;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CAPPED;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_MULTI;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.Nlmsg;

/**
 * A message taken apart by the tables, for text and JSON.
 *
 * @param error the negative error number, or 0, of a message that ends an exchange
 * @param request what an error echoes of the request
 * @param rest what the tables do not know, or what stands before the attributes
 * @param malformed why the message does not follow the format; the payload is then the rest
 */
record ParsedMessage(
        Envelope envelope,
        OptionalInt error,
        Optional<ParsedMessage> request,
        Optional<Structure> header,
        Optional<Attributes> attributes,
        byte[] rest,
        Optional<String> malformed) {
    private static final byte[] NOTHING = new byte[0];

    /** {@code struct nlmsghdr}; all numbers unsigned. */
    record Envelope(String name, long length, int flags, long sequence, long portId) {
        static Envelope of(String name, int length, int flags, int sequence, int portId) {
            return new Envelope(
                    name, Integer.toUnsignedLong(length), flags, Integer.toUnsignedLong(sequence), Integer.toUnsignedLong(portId));
        }
    }

    /** A fixed header with its bytes. */
    record Structure(StructSpec spec, byte[] bytes) {}

    private static ParsedMessage bare(Envelope envelope, byte[] rest, Optional<String> malformed) {
        return new ParsedMessage(
                envelope, OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), rest, malformed);
    }

    static ParsedMessage of(NetlinkProtocol protocol, MessageReader message) {
        Envelope envelope = Envelope.of(
                typeName(message.type(), protocol.nameOf(message)), message.length(), message.flags(), message.sequence(), message.portId());
        try {
            boolean last = message.type() == NLMSG_DONE && (message.flags() & NLM_F_MULTI) != 0 && message.payloadLength() >= 4;
            if (message.type() == NLMSG_ERROR) {
                return error(protocol, envelope, message);
            }
            return last ? done(envelope, message) : body(protocol, envelope, message);
        } catch (MalformedMessageException e) {
            return bare(envelope, message.payload(), Optional.of(e.getMessage()));
        }
    }

    private static String typeName(int type, String name) {
        return switch (type) {
            case NLMSG_NOOP -> "NLMSG_NOOP";
            case NLMSG_ERROR -> "NLMSG_ERROR";
            case NLMSG_DONE -> "NLMSG_DONE";
            case NLMSG_OVERRUN -> "NLMSG_OVERRUN";
            default -> name;
        };
    }

    private static ParsedMessage body(NetlinkProtocol protocol, Envelope envelope, MessageReader message)
            throws MalformedMessageException {
        Optional<MessageSpec> spec = protocol.message(message);
        if (spec.isEmpty()) {
            return bare(envelope, message.payload(), Optional.empty());
        }
        StructSpec header = spec.get().header();
        byte[] payload = message.payload();
        int between = between(spec.get(), payload);
        Attributes attributes = Attributes.decode(spec.get().attributes(), message.attributes(header.size() + between));
        Structure structure = new Structure(header, Arrays.copyOf(payload, header.size()));
        return new ParsedMessage(
                envelope,
                OptionalInt.empty(),
                Optional.empty(),
                header.size() == 0 ? Optional.empty() : Optional.of(structure),
                Optional.of(attributes),
                between == 0 ? NOTHING : Arrays.copyOfRange(payload, header.size(), header.size() + between),
                Optional.empty());
    }

    /** What is too short to say so has nothing there. */
    private static int between(MessageSpec spec, byte[] payload) {
        return spec.between().isPresent() && payload.length >= spec.header().size()
                ? (int) Scalars.get(spec.between().get(), payload, 0)
                : 0;
    }

    /** {@code struct nlmsgerr}: s32 error, the request's header, the request's payload unless capped, attributes if any. */
    private static ParsedMessage error(NetlinkProtocol protocol, Envelope envelope, MessageReader message)
            throws MalformedMessageException {
        Envelope request = Envelope.of(
                typeName(message.u16(8), protocol.nameOf(message.u16(8))), message.u32(4), message.u16(10), message.u32(12), message.u32(16));
        boolean capped = (message.flags() & NLM_F_CAPPED) != 0 || message.u32(0) == 0 && !holds(message, request);
        if (!capped && !holds(message, request)) {
            throw new MalformedMessageException("a request of " + request.length + " bytes in an error of " + message.length());
        }
        long end = 4 + Nlmsg.align(capped ? NLMSG_HDRLEN : request.length);
        ParsedMessage echoed = capped ? bare(request, NOTHING, Optional.empty()) : echoed(protocol, request, message);
        return last(envelope, message, Optional.of(echoed), (int) Math.min(end, message.payloadLength()));
    }

    private static boolean holds(MessageReader message, Envelope request) {
        return request.length >= NLMSG_HDRLEN && 4 + request.length <= message.payloadLength();
    }

    /** A request is never an error in turn, so this goes no deeper. */
    private static ParsedMessage echoed(NetlinkProtocol protocol, Envelope envelope, MessageReader error) {
        byte[] bytes = Arrays.copyOfRange(error.payload(), 4, 4 + (int) envelope.length);
        try {
            MessageReader request = new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length);
            request.next();
            return body(protocol, envelope, request);
        } catch (MalformedMessageException e) {
            return bare(envelope, Arrays.copyOfRange(bytes, NLMSG_HDRLEN, bytes.length), Optional.of(e.getMessage()));
        }
    }

    private static ParsedMessage done(Envelope envelope, MessageReader message) throws MalformedMessageException {
        return last(envelope, message, Optional.empty(), 4);
    }

    private static ParsedMessage last(Envelope envelope, MessageReader message, Optional<ParsedMessage> request, int end)
            throws MalformedMessageException {
        boolean explained = (message.flags() & NLM_F_ACK_TLVS) != 0;
        byte[] payload = message.payload();
        return new ParsedMessage(
                envelope,
                OptionalInt.of(message.u32(0)),
                request,
                Optional.empty(),
                explained ? Optional.of(Attributes.decode(Nlmsgerr.ATTRIBUTES, message.attributes(end))) : Optional.empty(),
                explained ? NOTHING : Arrays.copyOfRange(payload, end, payload.length),
                Optional.empty());
    }
}
