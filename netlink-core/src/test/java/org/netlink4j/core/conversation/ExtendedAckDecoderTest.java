package org.netlink4j.core.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.schema.NlPolicyTypeAttr;
import org.netlink4j.core.schema.Nlmsgerr;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.core.wire.AttributeReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.testkit.AttributeArbitraries;

class ExtendedAckDecoderTest {
    private static final AttributeSet INNER = AttributeSet.of("INNER", u32(1, "INNER_MODE"), u32(2, "INNER_SIZE"));
    private static final AttributeSet OUTER = AttributeSet.of("OUTER", u32(1, "OUTER_ID"), nest(2, "OUTER_DATA", () -> INNER));
    private static final NetlinkProtocol PROTOCOL =
            NetlinkProtocol.of(31, "NETLINK_TEST", new MessageSpec(16, "TEST_NEW", StructSpec.EMPTY, OUTER));

    private static final Attributes NOTHING = Attributes.none(Nlmsgerr.ATTRIBUTES);

    /** {@code OUTER_ID} at 16, {@code OUTER_DATA} at 24, {@code INNER_MODE} in it at 28. */
    private static byte[] request() {
        byte[] room = new byte[64];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(room), 0, room.length);
        out.begin(16, 0, 0, 0).attributes().u32(1, 7).begin(2).u32(1, 9).end();
        return Arrays.copyOf(room, (int) out.end());
    }

    private static ExtendedAck decode(byte[] explanation, byte[] request) throws MalformedMessageException {
        AttributeReader reader = new AttributeReader().over(MemorySegment.ofArray(explanation), 0, explanation.length);
        return ExtendedAckDecoder.decode(PROTOCOL, reader, request);
    }

    @Provide
    Arbitrary<byte[]> explanation() {
        return AttributeArbitraries.damaged(Nlmsgerr.ATTRIBUTES);
    }

    @Test
    void readsAllThatTheKernelCanSay() throws MalformedMessageException {
        Attributes policy = Attributes.none(NlPolicyTypeAttr.ATTRIBUTES)
                .with(NlPolicyTypeAttr.NL_POLICY_TYPE_ATTR_TYPE, 4)
                .with(NlPolicyTypeAttr.NL_POLICY_TYPE_ATTR_MIN_VALUE_U, 1)
                .with(NlPolicyTypeAttr.NL_POLICY_TYPE_ATTR_MAX_VALUE_U, 16);
        ExtendedAck ack = decode(NOTHING.with(Nlmsgerr.NLMSGERR_ATTR_MSG, "no")
                .with(Nlmsgerr.NLMSGERR_ATTR_OFFS, 28)
                .with(Nlmsgerr.NLMSGERR_ATTR_COOKIE, new byte[] {(byte) 0xab, 1})
                .with(Nlmsgerr.NLMSGERR_ATTR_POLICY, policy)
                .with(Nlmsgerr.NLMSGERR_ATTR_MISS_TYPE, 2)
                .with(Nlmsgerr.NLMSGERR_ATTR_MISS_NEST, 24)
                .encode(), request());
        assertEquals(Optional.of("no"), ack.message());
        assertEquals(OptionalInt.of(28), ack.offset());
        assertEquals(Optional.of("OUTER_DATA/INNER_MODE"), ack.attributePath());
        assertEquals(Optional.of("OUTER_DATA/INNER_SIZE"), ack.missing());
        assertEquals(Optional.of("ab01"), ack.cookie());
        assertEquals(
                "TEST_NEW refused: EINVAL (Invalid argument): no, at OUTER_DATA/INNER_MODE, allowed 1..16, missing OUTER_DATA/INNER_SIZE",
                new KernelException("TEST_NEW", 22, ack).getMessage());
    }

    @Test
    void whatIsMissingAtTheOutermostLevelNeedsNoNest() throws MalformedMessageException {
        byte[] missing = NOTHING.with(Nlmsgerr.NLMSGERR_ATTR_MISS_TYPE, 1).encode();
        assertEquals(Optional.of("OUTER_ID"), decode(missing, request()).missing());
        byte[] unknown = NOTHING.with(Nlmsgerr.NLMSGERR_ATTR_MISS_TYPE, 77).encode();
        assertEquals(Optional.of("OUTER(77)"), decode(unknown, request()).missing());
        assertEquals(ExtendedAck.NONE, decode(new byte[0], request()));
    }

    /** Any explanation of any request can be put into words, or is malformed; what is said is no longer than what came. */
    @Property(tries = 1000)
    void anyExplanationIsReadOrMalformed(@ForAll("explanation") byte[] explanation, @ForAll byte[] request) {
        for (byte[] about : new byte[][] {request(), request}) {
            try {
                ExtendedAck ack = decode(explanation, about);
                assertTrue(ack.message().map(String::length).orElse(0) <= explanation.length);
                assertTrue(new KernelException("TEST_NEW", 22, ack).getMessage().length() < 2 * explanation.length + 1000);
            } catch (MalformedMessageException _) {
                // as promised
            }
        }
    }
}
