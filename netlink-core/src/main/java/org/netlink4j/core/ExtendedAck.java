package org.netlink4j.core;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What an extended acknowledgement ({@code NLM_F_ACK_TLVS}, {@code enum nlmsgerr_attrs} of {@code linux/netlink.h}) says beyond the
 * error number.
 *
 * @param message the kernel's words; {@code NLMSGERR_ATTR_MSG}
 * @param offset where in the request the offending attribute begins, in bytes from its {@code nlmsghdr};
 *     {@code NLMSGERR_ATTR_OFFS}
 * @param attributePath that attribute in words, from the outermost nest inwards
 * @param missing the attribute that should have been there, in words; {@code NLMSGERR_ATTR_MISS_TYPE} and {@code _MISS_NEST}
 * @param policy what is allowed in that attribute; {@code NLMSGERR_ATTR_POLICY}, since Linux 5.10 and where the kernel checks by
 *     a table of its own
 * @param cookie a value that only the family understands, at most 20 bytes, here in hexadecimal; {@code NLMSGERR_ATTR_COOKIE}
 */
public record ExtendedAck(
        Optional<String> message,
        OptionalInt offset,
        Optional<String> attributePath,
        Optional<String> missing,
        Optional<AttributePolicy> policy,
        Optional<String> cookie) {
    /** Nothing was said. */
    public static final ExtendedAck NONE = new ExtendedAck(
            Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Refuses nulls. */
    public ExtendedAck {
        Objects.requireNonNull(message);
        Objects.requireNonNull(offset);
        Objects.requireNonNull(attributePath);
        Objects.requireNonNull(missing);
        Objects.requireNonNull(policy);
        Objects.requireNonNull(cookie);
    }

    /** {@return all that explains an error, as the tail of a sentence; empty if nothing was said} */
    String inWords() {
        return message.map(m -> ": " + m).orElse("")
                + attributePath.map(p -> ", at " + p).orElse("")
                + policy.map(p -> ", allowed " + p.inWords()).orElse("")
                + missing.map(m -> ", missing " + m).orElse("");
    }
}
