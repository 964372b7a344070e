package org.netlink4j.core.conversation;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.generic.Ctrl;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.schema.Nlmsgerr;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.core.wire.AttributeReader;
import org.netlink4j.testkit.Accessors;
import org.netlink4j.testkit.FuzzTarget;
import org.netlink4j.testkit.SeedAttributes;

/** What the kernel says of a request, and the request, which it may have disliked for any reason: a length, the one, the other. */
class ExtendedAckFuzzTest extends FuzzTarget {
    private static final MessageSpec MESSAGE = new MessageSpec(16, "TEST_NEW", StructSpec.EMPTY, Ctrl.ATTRIBUTES);
    private static final NetlinkProtocol PROTOCOL = NetlinkProtocol.of(31, "NETLINK_TEST", MESSAGE);

    @Override
    protected List<byte[]> seeds() {
        List<byte[]> requests = SeedAttributes.messages(MESSAGE, 0);
        List<byte[]> explanations = SeedAttributes.of(Nlmsgerr.ATTRIBUTES).stream().filter(bytes -> bytes.length < 256).toList();
        return explanations.stream().map(one -> together(one, requests.get(explanations.indexOf(one)))).toList();
    }

    private static byte[] together(byte[] explanation, byte[] request) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(explanation.length);
        out.writeBytes(explanation);
        out.writeBytes(request);
        return out.toByteArray();
    }

    @Override
    protected void run(byte[] bytes) throws MalformedMessageException {
        if (bytes.length == 0) {
            return;
        }
        int end = 1 + Math.min(Byte.toUnsignedInt(bytes[0]), bytes.length - 1);
        AttributeReader explanation = new AttributeReader().over(MemorySegment.ofArray(bytes), 1, end);
        byte[] request = Arrays.copyOfRange(bytes, end, bytes.length);
        Accessors.answer(ExtendedAckDecoder.decode(PROTOCOL, explanation, request));
    }
}
