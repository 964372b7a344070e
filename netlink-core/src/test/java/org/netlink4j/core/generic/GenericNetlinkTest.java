package org.netlink4j.core.generic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.generic.CommandSpec.command;

import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.SharedNetlinkClient;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.MessageText;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.core.testing.Answer;
import org.netlink4j.core.wire.MessageReader;

/** A family that nobody has heard of, on a kernel where families come and go. */
class GenericNetlinkTest {
    private static final int DEMO_CMD_GET = 1;
    private static final int DEMO_CMD_REPLY = 1;
    private static final int DEMO_A_NAME = 1;
    private static final int DEMO_A_INNER = 2;

    private static final AttributeSet DEMO_A =
            AttributeSet.of(
                    "DEMO_A",
                    AttributeSpec.string(DEMO_A_NAME, "DEMO_A_NAME"),
                    AttributeSpec.nest(DEMO_A_INNER, "DEMO_A_INNER", () -> GenericNetlinkTest.DEMO_A));
    private static final AttributeSet DEMO_R = AttributeSet.of("DEMO_R", AttributeSpec.u32(1, "DEMO_R_VALUE"));
    private static final FamilySpec DEMO =
            FamilySpec.of("demo", 3, command(DEMO_CMD_GET, "DEMO_CMD_GET", DEMO_A))
                    .answers(command(DEMO_CMD_REPLY, "DEMO_CMD_REPLY", DEMO_R));
    private static final Attributes ASK =
            Attributes.none(DEMO_A).with(DEMO_A_INNER, Attributes.none(DEMO_A).with(DEMO_A_NAME, "x"));

    private static final Answer REPLY = reply(30, 7);

    private final FakeController kernel = new FakeController();
    private GenericNetlink generic;
    private FamilyClient demo;

    @BeforeEach
    void open() throws Exception {
        kernel.install("demo", 30, REPLY);
        generic = GenericNetlink.over(protocol -> NetlinkClient.over(protocol, kernel.kernel));
        demo = generic.client(DEMO);
    }

    @AfterEach
    void close() {
        generic.close();
    }


    private static Answer reply(int id, int value) {
        return Answer.object(id, FakeController.message(DEMO_CMD_REPLY, Attributes.none(DEMO_R).with(1, value)));
    }

    private List<Integer> types() {
        return kernel.sent().stream().map(request -> reader(request).type()).toList();
    }

    private static MessageReader reader(byte[] message) {
        MessageReader reader = new MessageReader().over(MemorySegment.ofArray(message), 0, message.length);
        try {
            reader.next();
        } catch (MalformedMessageException e) {
            throw new AssertionError(e);
        }
        return reader;
    }

    @Test
    void theIdIsLookedUpOnce() throws Exception {
        GenericMessage answer = demo.get(DEMO_CMD_GET, ASK);
        assertEquals("DEMO_CMD_REPLY {DEMO_R_VALUE 7}", answer.toString());
        demo.execute(DEMO_CMD_GET, ASK);
        assertEquals(List.of(16, 30, 30), types());
        assertEquals(30, demo.family().id());
    }

    @Test
    void theRequestCarriesCommandVersionAndAttributes() throws Exception {
        demo.get(DEMO_CMD_GET, ASK);
        byte[] request = kernel.sent().getLast();
        assertArrayEquals(new byte[] {DEMO_CMD_GET, 3, 0, 0}, Arrays.copyOfRange(request, 16, 20));
        assertArrayEquals(ASK.encode(), Arrays.copyOfRange(request, 20, request.length));
    }

    @Test
    void aFamilyThatCameBackWithAnotherIdIsFoundAgain() throws Exception {
        demo.get(DEMO_CMD_GET, ASK);
        kernel.install("demo", 31, reply(31, 7));
        assertEquals(OptionalInt.of(7), demo.get(DEMO_CMD_GET, ASK).attributes().integer(1));
        assertEquals(List.of(16, 30, 30, 16, 31), types());
    }

    @Test
    void anIdThatAnotherFamilyGotIsNotUsedTwice() throws Exception {
        demo.get(DEMO_CMD_GET, ASK);
        kernel.install("other", 30, Answer.refuse(Errno.EOPNOTSUPP));
        kernel.install("demo", 32, reply(32, 7));
        demo.get(DEMO_CMD_GET, ASK);
        assertEquals(32, types().getLast());
        assertEquals("NETLINK_GENERIC(30)", generic.protocol().nameOf(kernel.sent().get(1)));
    }

    @Test
    void aFamilyThatIsGoneIsSaidToBeGone() throws Exception {
        demo.get(DEMO_CMD_GET, ASK);
        kernel.remove("demo");
        NotSupportedException gone = assertThrows(NotSupportedException.class, () -> demo.get(DEMO_CMD_GET, ASK));
        assertEquals(
                "this kernel has no generic netlink family \"demo\": it is not built in, and no module brings it",
                gone.getMessage());
        assertInstanceOf(KernelException.class, gone.getCause());
        kernel.install("demo", 40, reply(40, 7));
        demo.get(DEMO_CMD_GET, ASK);
    }

    @Test
    void aRefusalOfTheFamilyItselfIsNotSentTwice() {
        kernel.install("demo", 30, Answer.refuse(Errno.ENOENT));
        KernelException refused = assertThrows(KernelException.class, () -> demo.get(DEMO_CMD_GET, ASK));
        assertEquals(Errno.ENOENT, refused.errno());
        assertEquals(List.of(16, 30, 16), types());
    }

    @Test
    void otherRefusalsDoNotDisturbTheCache() {
        kernel.install("demo", 30, Answer.refuse(Errno.EPERM));
        assertThrows(KernelException.class, () -> demo.get(DEMO_CMD_GET, ASK));
        assertThrows(KernelException.class, () -> demo.get(DEMO_CMD_GET, ASK));
        assertEquals(List.of(16, 30, 30), types());
    }

    @Test
    void invalidateForgets() throws Exception {
        generic.resolve("demo");
        generic.resolve("demo");
        assertEquals(1, kernel.sent().size());
        generic.invalidate("demo");
        generic.invalidate("never heard of");
        generic.resolve("demo");
        assertEquals(2, kernel.sent().size());
    }

    // ---- families come and go

    private void follow() throws Exception {
        generic.follow(EventStream.over(generic.protocol(), Set.of(FakeController.NOTIFY), kernel.announcing));
    }

    @Test
    void anIdOfAFamilyThatWasAnnouncedToBeGoneIsNotUsedAgain() throws Exception {
        follow();
        demo.get(DEMO_CMD_GET, ASK);
        kernel.announce(Ctrl.CTRL_CMD_DELFAMILY, "demo", 30);
        kernel.install("demo", 31, reply(31, 7));
        kernel.install("other", 30, REPLY);
        demo.get(DEMO_CMD_GET, ASK);
        demo.get(DEMO_CMD_GET, ASK);
        assertEquals(List.of(16, 30, 16, 31, 31), types());
    }

    @Test
    void aGroupThatIsAnnouncedMakesAFamilyBeLookedUpAnew() throws Exception {
        follow();
        generic.resolve("demo");
        kernel.announce(Ctrl.CTRL_CMD_NEWMCAST_GRP, "other", 31);
        generic.resolve("demo");
        assertEquals(1, kernel.sent().size());
        kernel.announce(Ctrl.CTRL_CMD_NEWMCAST_GRP, "demo", 30);
        generic.resolve("demo");
        assertEquals(2, kernel.sent().size());
    }

    @Test
    void lostAnnouncementsMayHaveBeenOfAnyFamily() throws Exception {
        follow();
        generic.resolve("demo");
        kernel.announcing.overrun();
        generic.resolve("demo");
        kernel.announcing.multicast(FakeController.NOTIFY, Genl.GENL_ID_CTRL, out -> out.zeros(100_000));
        generic.resolve("demo");
        kernel.announcing.multicast(FakeController.NOTIFY, Genl.GENL_ID_CTRL, out -> out.u16(0));
        generic.resolve("demo");
        generic.resolve("demo");
        assertEquals(4, kernel.sent().size());
    }

    @Test
    void whatWasFoundBeforeAnybodyListenedIsLookedUpAnew() throws Exception {
        generic.resolve("demo");
        follow();
        generic.resolve("demo");
        generic.resolve("demo");
        assertEquals(2, kernel.sent().size());
    }

    @Test
    void anAnswerFromBeforeAnAnnouncementIsNotRemembered() throws Exception {
        follow();
        kernel.kernel.on(Genl.GENL_ID_CTRL, _ -> {
            generic.invalidate("demo"); // as another thread does that hears of it meanwhile
            return Answer.object(Genl.GENL_ID_CTRL, FakeController.message(Ctrl.CTRL_CMD_NEWFAMILY,
                    Attributes.none(Ctrl.ATTRIBUTES).with(Ctrl.CTRL_ATTR_FAMILY_ID, 30)));
        });
        generic.resolve("demo");
        generic.resolve("demo");
        assertEquals(List.of(16, 16), types());
    }

    @Test
    void theAnnouncementsAreClosedWithTheClient() throws Exception {
        EventStream announced = EventStream.over(generic.protocol(), Set.of(FakeController.NOTIFY), kernel.announcing);
        generic.follow(announced);
        EventStream another = EventStream.over(generic.protocol(), Set.of(FakeController.NOTIFY), new FakeController().announcing);
        assertThrows(IllegalStateException.class, () -> generic.follow(another));
        assertThrows(ClosedException.class, () -> another.poll(Duration.ZERO, (_, _) -> {}));
        generic.close();
        assertThrows(ClosedException.class, () -> announced.poll(Duration.ZERO, (_, _) -> {}));
        EventStream late = EventStream.over(generic.protocol(), Set.of(FakeController.NOTIFY), new FakeController().announcing);
        assertThrows(ClosedException.class, () -> generic.follow(late));
        assertThrows(ClosedException.class, () -> late.poll(Duration.ZERO, (_, _) -> {}));
    }

    // ---- names

    @Test
    void aFamilyThatWasResolvedBeforeItsTablesCameIsNamedToo() throws Exception {
        kernel.install("late", 31, Answer.refuse(Errno.EPERM));
        generic.resolve("late");
        FamilySpec late = FamilySpec.of("late", 1, command(DEMO_CMD_GET, "LATE_CMD_GET", DEMO_A));
        KernelException e = assertThrows(KernelException.class, () -> generic.client(late).execute(DEMO_CMD_GET, ASK));
        assertEquals("LATE_CMD_GET", e.request());
    }

    @Test
    void theControllerIsNamedEvenAfterItWasInvalidated() throws Exception {
        generic.resolve("nlctrl");
        generic.invalidate("nlctrl");
        assertEquals("CTRL_CMD_GETFAMILY", generic.protocol().nameOf(kernel.sent().getLast()));
    }

    @Test
    void aFamilyWithoutPoliciesHasAnEmptyOne() throws Exception {
        assertEquals(FamilyPolicy.merge(List.of()), generic.policy("demo"));
    }

    @Test
    void refusalsNameTheCommandAndTheAttribute() {
        int innerName = 16 + 4 + 4; // nlmsghdr, genlmsghdr, the header of DEMO_A_INNER
        kernel.install("demo", 30, Answer.refuse(Errno.EINVAL).at(innerName));
        KernelException refused = assertThrows(KernelException.class, () -> demo.get(DEMO_CMD_GET, ASK));
        assertEquals("DEMO_CMD_GET", refused.request());
        assertEquals(Optional.of("DEMO_A_INNER/DEMO_A_NAME"), refused.attributePath());
    }

    @Test
    void theSharedClientNamesThemToo() throws Exception {
        kernel.install("demo", 30, Answer.refuse(Errno.EINVAL).at(20));
        try (GenericNetlink shared = GenericNetlink.over(p -> SharedNetlinkClient.over(p, kernel.kernel))) {
            FamilyClient client = shared.client(DEMO);
            KernelException refused = assertThrows(KernelException.class, () -> client.get(DEMO_CMD_GET, ASK));
            assertEquals("DEMO_CMD_GET", refused.request());
            assertEquals(Optional.of("DEMO_A_INNER"), refused.attributePath());
        }
    }

    @Test
    void aMissingAnswerNamesTheCommand() {
        kernel.install("demo", 30, Answer.silence());
        TimedOutException late = assertThrows(TimedOutException.class, () -> demo.call(
                DEMO_CMD_GET, _ -> {}, (requester, request) -> requester.execute(request.timeout(Duration.ofMillis(1)))));
        assertEquals("DEMO_CMD_GET: no complete answer within PT0.001S", late.getMessage());
    }

    @Test
    void messagesOfBothDirectionsAreShownInWords() throws Exception {
        demo.get(DEMO_CMD_GET, ASK);
        byte[] request = kernel.sent().getLast();
        String text = MessageText.describe(
                generic.protocol(), new MessageReader().over(MemorySegment.ofArray(request), 0, request.length));
        assertTrue(text.startsWith("DEMO_CMD_GET length 32 "), text);
        assertTrue(text.contains("\n  cmd 1 version 3 reserved 0\n  DEMO_A_INNER\n    DEMO_A_NAME \"x\"\n"), text);
        request[6] = 0; // without NLM_F_REQUEST it is the kernel's
        assertEquals("DEMO_CMD_REPLY", generic.protocol().nameOf(request));
        request[16] = 99;
        assertEquals("demo(99)", generic.protocol().nameOf(request));
        assertEquals("CTRL_CMD_GETFAMILY", generic.protocol().nameOf(kernel.sent().getFirst()));
        assertEquals("NETLINK_GENERIC", generic.protocol().nameOf(new byte[3]));
    }

    @Test
    void dumpsAreListed() throws Exception {
        kernel.install("demo", 30, Answer.dump(reply(30, 1), reply(30, 2)));
        assertEquals(
                List.of("DEMO_CMD_REPLY {DEMO_R_VALUE 1}", "DEMO_CMD_REPLY {DEMO_R_VALUE 2}"),
                demo.list(DEMO_CMD_GET, ASK).stream().map(GenericMessage::toString).toList());
        assertEquals(List.of("nlctrl", "demo"), generic.families().stream().map(Family::name).toList());
    }

    @Test
    void aFamilyMayHaveAHeaderOfItsOwn() throws Exception {
        StructSpec own = new StructSpec("demohdr", 8, List.of(StructSpec.field("index", 4, AttributeType.U32)));
        FamilyClient client = generic.client(DEMO.header(own));
        assertEquals(12, client.spec().header().size());
        client.execute(DEMO_CMD_GET, ASK);
        byte[] plain = kernel.sent().getLast();
        assertArrayEquals(new byte[8], Arrays.copyOfRange(plain, 20, 28));
        assertArrayEquals(ASK.encode(), Arrays.copyOfRange(plain, 28, plain.length));
        client.call(DEMO_CMD_GET, out -> out.zeros(4).u32(5), (requester, request) -> requester.execute(request));
        String text = MessageText.describe(generic.protocol(),
                new MessageReader().over(MemorySegment.ofArray(kernel.sent().getLast()), 0, kernel.sent().getLast().length));
        assertTrue(text.contains("cmd 1 version 3 reserved 0 index 5"), text);
    }

    @Test
    void mistakesAreFoundBeforeAnythingIsSent() {
        assertThrows(IllegalArgumentException.class, () -> demo.get(DEMO_CMD_GET, Attributes.none(DEMO_R)));
        assertThrows(IllegalArgumentException.class, () -> command(256, "TOO_LARGE", DEMO_A));
        assertThrows(IllegalArgumentException.class, () -> FamilySpec.of("demo", 256));
        assertThrows(IllegalArgumentException.class,
                () -> FamilySpec.of("demo", 1, command(1, "A", DEMO_A), command(1, "B", DEMO_A)));
        assertThrows(IllegalArgumentException.class, () -> generic.resolve("a-name-of-sixteen"));
        assertEquals(List.of(), kernel.sent());
    }

    @Test
    void anUnknownGroupIsNotSupported() {
        NotSupportedException none = assertThrows(NotSupportedException.class,
                () -> demo.listen("events", SocketOptions.DEFAULT));
        assertEquals("the generic netlink family \"demo\" of this kernel has no group \"events\"", none.getMessage());
    }
}
