package org.netlink4j.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.testing.Answer.acknowledge;
import static org.netlink4j.core.testing.Answer.dump;
import static org.netlink4j.core.testing.Answer.message;
import static org.netlink4j.core.testing.Answer.object;
import static org.netlink4j.core.testing.Answer.refuse;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_MULTI;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.core.socket.Datagram;
import org.netlink4j.core.wire.MessageReader;

/** What a test can script that most tests of clients do not need. */
class FakeKernelTest {
    private static final int THING = 20;
    private static final AttributeSet INNER = AttributeSet.of("INNER", AttributeSpec.u32(1, "INNER_MODE"));
    private static final AttributeSet OUTER =
            AttributeSet.of("OUTER", AttributeSpec.u32(1, "OUTER_ID"), AttributeSpec.nest(2, "OUTER_NEST", () -> INNER));
    private static final NetlinkProtocol PROTOCOL =
            NetlinkProtocol.of(0, "TEST", new MessageSpec(THING, "NEW_THING", StructSpec.EMPTY, OUTER));

    /** 16 bytes of header, then at 16 an empty nest. */
    private static final Request REQUEST = Request.of(THING, out -> out.attributes().begin(2).end());

    private final FakeKernel kernel = new FakeKernel();
    private final NetlinkClient client = NetlinkClient.over(PROTOCOL, kernel);

    @AfterEach
    void close() {
        client.close();
    }

    private KernelException refused() {
        return assertThrows(KernelException.class, () -> client.execute(REQUEST));
    }

    private Datagram received() throws Exception {
        Datagram datagram = new Datagram(Arena.ofAuto(), 4096);
        assertTrue(kernel.receive(datagram, System.nanoTime() + Duration.ofSeconds(5).toNanos()));
        return datagram;
    }

    @Test
    void aRefusalMayNameAMissingAttributeAndItsNest() {
        kernel.on(THING, refuse(Errno.EINVAL).missing(1), refuse(Errno.EINVAL).missing(1, 16));
        assertEquals(Optional.of("OUTER_ID"), refused().extendedAck().missing());
        assertEquals(Optional.of("OUTER_NEST/INNER_MODE"), refused().extendedAck().missing());
    }

    @Test
    void whatNobodyScriptedIsRefusedAndWhatCannotBeReadToo() {
        assertEquals(Errno.EOPNOTSUPP, refused().errno());
        kernel.on(THING, request -> {
            request.u32(4000);
            return acknowledge();
        });
        assertEquals(Errno.EINVAL, refused().errno());
    }

    @Test
    void anAnswerMayBeAnnouncedToAGroup() throws Exception {
        kernel.on(THING, object(THING, out -> out.u32(5)).announcedTo(3));
        send();
        Datagram datagram = received();
        assertTrue(datagram.isMulticast());
        assertEquals(3, datagram.group());
        assertEquals(1 << 2, datagram.groups());
    }

    private void send() throws Exception {
        byte[] request = new byte[] {16, 0, 0, 0, THING, 0, 1, 0, 7, 0, 0, 0, 0, 0, 0, 0};
        kernel.send(Arena.ofAuto().allocate(16, 8).copyFrom(MemorySegment.ofArray(request)), 16, 0);
    }

    @Test
    void anAnswerMayComeTwiceOrLate() throws Exception {
        kernel.on(THING, message(THING, 0, out -> out.u32(5)).twice().delayed(Duration.ofMillis(50)));
        long start = System.nanoTime();
        send();
        received();
        received();
        assertTrue(System.nanoTime() - start >= Duration.ofMillis(50).toNanos());
    }

    @Test
    void theObjectsOfADumpAreMarkedAsParts() throws Exception {
        kernel.on(THING, dump(object(THING, out -> out.u32(5))));
        send();
        Datagram datagram = received();
        MessageReader reader = new MessageReader().over(datagram.memory(), 0, datagram.length());
        assertTrue(reader.next());
        assertEquals(NLM_F_MULTI, reader.flags());
    }

    @Test
    void groupsAreJoinedAndLeft() throws Exception {
        kernel.join(1);
        kernel.join(40);
        assertEquals(Set.of(1, 40), kernel.memberships());
        kernel.leave(1);
        assertEquals(Set.of(40), kernel.memberships());
    }
}
