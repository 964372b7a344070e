package org.netlink4j.core.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.testing.Answer;
import org.netlink4j.core.testing.FakeKernel;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.core.wire.Nlmsg;

class NetlinkProtocolTest {
    private static final MessageSpec USUAL = new MessageSpec(20, "ANSWER", StructSpec.EMPTY, AttributeSet.UNKNOWN);
    private static final MessageSpec REQUEST = new MessageSpec(20, "REQUEST", StructSpec.EMPTY, AttributeSet.UNKNOWN);
    private static final NetlinkProtocol PROTOCOL = NetlinkProtocol.of(0, "TEST", USUAL).withExceptions(message ->
            (message.flags() & Nlmsg.NLM_F_REQUEST) != 0 ? Optional.of(REQUEST) : Optional.empty());

    private static MessageReader message(int flags) throws MalformedMessageException {
        byte[] bytes = new byte[Nlmsg.NLMSG_HDRLEN];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(bytes), 0, bytes.length).begin(20, flags, 0, 0);
        out.end();
        MessageReader message = new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length);
        message.next();
        return message;
    }

    @Test
    void anExceptionGoesBeforeTheType() throws MalformedMessageException {
        assertEquals(Optional.of(REQUEST), PROTOCOL.message(message(Nlmsg.NLM_F_REQUEST)));
        assertEquals(Optional.of(USUAL), PROTOCOL.message(message(0)));
        assertEquals("REQUEST", PROTOCOL.nameOf(message(Nlmsg.NLM_F_REQUEST)));
        assertEquals(Optional.of(USUAL), PROTOCOL.message(20));
    }

    @Test
    void loadsItsTablesOnceAndOnlyIfTheyAreAskedFor() throws NetlinkException {
        AtomicInteger loaded = new AtomicInteger();
        NetlinkProtocol protocol = NetlinkProtocol.loading(0, "TEST", () -> {
            loaded.incrementAndGet();
            return List.of(USUAL);
        });
        try (NetlinkClient client = NetlinkClient.over(protocol, new FakeKernel().on(20, Answer.acknowledge()))) {
            client.execute(Request.of(20, out -> {}));
        }
        assertEquals(0, loaded.get(), "for a request that succeeds");
        assertEquals(Optional.of(USUAL), protocol.message(20));
        assertEquals(List.of(USUAL), protocol.messages());
        assertEquals("ANSWER", protocol.nameOf(20));
        assertEquals(1, loaded.get());
    }
}
