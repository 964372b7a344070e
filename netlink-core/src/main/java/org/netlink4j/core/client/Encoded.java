package org.netlink4j.core.client;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.BufferOverflowException;
import java.util.Arrays;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.wire.MessageWriter;

/** Encodes a request on the heap, for a thread that will send it later. */
final class Encoded {
    private static final int FIRST_SIZE = 512;

    private Encoded() {}

    /** {@return what a request is called; for what has failed, since it encodes the request} */
    static String name(NetlinkProtocol protocol, Request request) {
        return protocol.nameOf(encode(request));
    }

    /** {@return the request without its other flags and its sequence number yet} */
    static byte[] encode(Request request) {
        for (int size = FIRST_SIZE; ; size *= 4) {
            try {
                byte[] buffer = new byte[size];
                MessageWriter writer = new MessageWriter().over(MemorySegment.ofArray(buffer), 0, size);
                writer.begin(request.type(), NLM_F_REQUEST, 0, 0);
                request.body().write(writer);
                return Arrays.copyOf(buffer, (int) writer.end());
            } catch (BufferOverflowException _) {
                // once more with more room
            }
        }
    }
}
