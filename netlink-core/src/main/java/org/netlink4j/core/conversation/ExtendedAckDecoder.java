package org.netlink4j.core.conversation;

import static org.netlink4j.core.schema.Nlmsgerr.NLMSGERR_ATTR_COOKIE;
import static org.netlink4j.core.schema.Nlmsgerr.NLMSGERR_ATTR_MISS_NEST;
import static org.netlink4j.core.schema.Nlmsgerr.NLMSGERR_ATTR_MISS_TYPE;
import static org.netlink4j.core.schema.Nlmsgerr.NLMSGERR_ATTR_MSG;
import static org.netlink4j.core.schema.Nlmsgerr.NLMSGERR_ATTR_OFFS;
import static org.netlink4j.core.schema.Nlmsgerr.NLMSGERR_ATTR_POLICY;

import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.AttributePath;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.schema.NlPolicyTypeAttr;
import org.netlink4j.core.schema.Nlmsgerr;
import org.netlink4j.core.wire.AttributeReader;

/** Decodes extended acknowledgements: {@code enum nlmsgerr_attrs} of {@code linux/netlink.h}. */
final class ExtendedAckDecoder {
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
        Attributes said = Attributes.decode(Nlmsgerr.ATTRIBUTES, attributes);
        OptionalInt offset = said.integer(NLMSGERR_ATTR_OFFS);
        Optional<String> path =
                offset.isPresent() ? AttributePath.at(protocol, request, offset.getAsInt()) : Optional.empty();
        OptionalInt missing = said.integer(NLMSGERR_ATTR_MISS_TYPE);
        int nest = said.integer(NLMSGERR_ATTR_MISS_NEST).orElse(0);
        Optional<String> missingPath =
                missing.isPresent()
                        ? Optional.of(AttributePath.missing(protocol, request, nest, missing.getAsInt()))
                        : Optional.empty();
        return new ExtendedAck(
                said.text(NLMSGERR_ATTR_MSG),
                offset,
                path,
                missingPath,
                said.nest(NLMSGERR_ATTR_POLICY).map(NlPolicyTypeAttr::policy),
                said.payload(NLMSGERR_ATTR_COOKIE).map(HexFormat.of()::formatHex));
    }
}
