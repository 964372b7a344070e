package org.netlink4j.core.conversation;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.AttributePath;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.wire.AttributeReader;

/** Decodes extended acknowledgements: {@code enum nlmsgerr_attrs} of {@code linux/netlink.h}. */
final class ExtendedAckDecoder {
    private static final int NLMSGERR_ATTR_MSG = 1;
    private static final int NLMSGERR_ATTR_OFFS = 2;
    private static final int NLMSGERR_ATTR_COOKIE = 3;
    private static final int NLMSGERR_ATTR_POLICY = 4;
    private static final int NLMSGERR_ATTR_MISS_TYPE = 5;
    private static final int NLMSGERR_ATTR_MISS_NEST = 6;

    private static final AttributeSet NLMSGERR =
            AttributeSet.of(
                    "NLMSGERR_ATTR",
                    string(NLMSGERR_ATTR_MSG, "NLMSGERR_ATTR_MSG"),
                    u32(NLMSGERR_ATTR_OFFS, "NLMSGERR_ATTR_OFFS"),
                    binary(NLMSGERR_ATTR_COOKIE, "NLMSGERR_ATTR_COOKIE"),
                    nest(NLMSGERR_ATTR_POLICY, "NLMSGERR_ATTR_POLICY", () -> AttributeSet.UNKNOWN),
                    u32(NLMSGERR_ATTR_MISS_TYPE, "NLMSGERR_ATTR_MISS_TYPE"),
                    u32(NLMSGERR_ATTR_MISS_NEST, "NLMSGERR_ATTR_MISS_NEST"));

    private ExtendedAckDecoder() {}

    /**
     * Decodes what the last message of an exchange said beyond the error number.
     *
     * @param protocol the tables by which attributes of the request are named
     * @param attributes a reader before the first attribute
     * @param request the request from its {@code nlmsghdr} on
     * @return what it said
     * @throws MalformedMessageException if the attributes do not follow the format
     */
    static ExtendedAck decode(NetlinkProtocol protocol, AttributeReader attributes, byte[] request)
            throws MalformedMessageException {
        Attributes said = Attributes.decode(NLMSGERR, attributes);
        OptionalInt offset = said.integer(NLMSGERR_ATTR_OFFS);
        Optional<String> path =
                offset.isPresent() ? AttributePath.at(protocol, request, offset.getAsInt()) : Optional.empty();
        OptionalInt missing = said.integer(NLMSGERR_ATTR_MISS_TYPE);
        int nest = said.integer(NLMSGERR_ATTR_MISS_NEST).orElse(0);
        Optional<String> missingPath =
                missing.isPresent()
                        ? Optional.of(AttributePath.missing(protocol, request, nest, missing.getAsInt()))
                        : Optional.empty();
        return new ExtendedAck(said.text(NLMSGERR_ATTR_MSG), offset, path, missingPath);
    }
}
