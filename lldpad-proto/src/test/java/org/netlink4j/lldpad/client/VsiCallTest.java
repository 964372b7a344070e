package org.netlink4j.lldpad.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.lldpad.PortRequest.ASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.DISASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.PREASSOCIATE;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.lldpad.LldpadReply;
import org.netlink4j.lldpad.PortEntry;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.PortResponse;
import org.netlink4j.lldpad.PortStatus;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VsiNotice;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.rtnetlink.link.IflaPort;

/** The client against a scripted lldpad and with a clock of its own. */
class VsiCallTest {
    private static final UUID INSTANCE = UUID.fromString("09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f");
    private static final int PENDING = -1;

    /** What the channel answers in order; the last of each is repeated. */
    private static final class Script implements LldpadChannel {
        private final Deque<Integer> errnos = new ArrayDeque<>();
        private final Deque<Optional<Integer>> listed = new ArrayDeque<>();
        private final List<PortRequest> asked = new ArrayList<>();
        private Optional<NetlinkException> failure = Optional.empty();

        Script errnos(int... numbers) {
            IntStream.of(numbers).forEach(errnos::add);
            return this;
        }

        /** Responses; {@link #PENDING} is listed without one, null is not listed. */
        Script listed(Integer... responses) {
            for (Integer response : responses) {
                listed.add(Optional.ofNullable(response));
            }
            return this;
        }

        @Override
        public LldpadReply set(VsiRequest request) throws NetlinkException {
            asked.add(request.request());
            return new LldpadReply(errnos.size() > 1 ? errnos.poll() : errnos.peek(), 0);
        }

        @Override
        public PortStatus get(int index) throws NetlinkException {
            if (failure.isPresent()) {
                throw failure.get();
            }
            Optional<Integer> now = listed.size() > 1 ? listed.poll() : listed.peek();
            return new PortStatus(index, now.map(Script::entry).stream().toList());
        }

        private static PortEntry entry(int response) {
            byte[] id = new byte[16];
            ByteBuffer.wrap(id).putLong(INSTANCE.getMostSignificantBits()).putLong(INSTANCE.getLeastSignificantBits());
            Attributes port = Attributes.none(IflaPort.ATTRIBUTES)
                    .with(IflaPort.IFLA_PORT_INSTANCE_UUID, id)
                    .with(IflaPort.IFLA_PORT_VF, 0xffff_ffffL);
            return new PortEntry(response == PENDING ? port : port.with(IflaPort.IFLA_PORT_RESPONSE, response));
        }

        @Override
        public void close() {}
    }

    private static final class SteppingClock implements Clock {
        private long now = -5;

        @Override
        public long now() {
            return now;
        }

        @Override
        public void sleep(Duration time) {
            now += time.toNanos();
        }
    }

    private static final class NoNotices implements LldpadClient.Notices {
        @Override
        public Optional<VsiNotice> next(Duration wait) {
            return Optional.empty();
        }

        @Override
        public void collect() {}

        @Override
        public void close() {}
    }

    private final SteppingClock clock = new SteppingClock();

    private VsiOutcome ask(VdpGeneration generation, Script script, PortRequest request) throws NetlinkException {
        LldpadConfig config = new LldpadConfig(generation).timeout(Duration.ofSeconds(4));
        MacAddress machine = MacAddress.parse("52:54:00:c7:3e:ce");
        try (LldpadClient client = new LldpadClient(config, script, clock, new NoNotices())) {
            return client.request(new VsiRequest(request, new QbgProfile(1, 2, 3, INSTANCE), "eth0", 2, machine, 0));
        }
    }

    /** Rows 44 and 45. */
    @Test
    void waitsWhilePending() throws Exception {
        Script script = new Script().errnos(0).listed(null, PENDING, PENDING, 0);
        assertEquals(new VsiOutcome.Done(ASSOCIATE), ask(VdpGeneration.DRAFT, script, ASSOCIATE));
    }

    /** Row 46. */
    @Test
    void aRefusalIsReadOnce() throws Exception {
        Script script = new Script().errnos(0).listed(null, 2, null);
        assertEquals(
                new VsiOutcome.Refused(new PortResponse(2), VdpGeneration.DRAFT, true),
                ask(VdpGeneration.DRAFT, script, ASSOCIATE));
        assertEquals(List.of(ASSOCIATE), script.asked);
    }

    /** A ratified lldpad lists a refusal with the keep bit until the VSI is disassociated. */
    @Test
    void whatStaysListedIsDisassociated() throws Exception {
        Script script = new Script().errnos(0).listed(null, 0x22, 0x22, 0, null);
        assertEquals(
                new VsiOutcome.Refused(new PortResponse(0x22), VdpGeneration.RATIFIED, true),
                ask(VdpGeneration.RATIFIED, script, ASSOCIATE));
        assertEquals(List.of(ASSOCIATE, DISASSOCIATE), script.asked);
    }

    /** Row 47: improved, for a DISASSOCIATE follows. */
    @Test
    void noResponseUntilTheDeadline() throws Exception {
        Script script = new Script().errnos(0, Errno.EBUSY).listed(null, PENDING);
        assertEquals(new VsiOutcome.TimedOut(false), ask(VdpGeneration.RATIFIED, script, ASSOCIATE));
        assertEquals(DISASSOCIATE, script.asked.getLast());
        assertTrue(clock.now() >= Duration.ofSeconds(7).toNanos() - 5);
    }

    /** Row 48. */
    @Test
    void anEntryThatDisappearsIsATimeout() throws Exception {
        Script script = new Script().errnos(0).listed(null, PENDING, PENDING, null);
        assertEquals(new VsiOutcome.TimedOut(true), ask(VdpGeneration.DRAFT, script, ASSOCIATE));
    }

    /** Row 78: one look without the VSI is not enough. */
    @Test
    void aVsiThatIsLeftOutOnceIsLookedForAgain() throws Exception {
        Script script = new Script().errnos(0).listed(null, null, 0);
        assertEquals(new VsiOutcome.Done(ASSOCIATE), ask(VdpGeneration.DRAFT, script, ASSOCIATE));
        assertEquals(
                new VsiOutcome.NotListed(),
                ask(VdpGeneration.DRAFT, new Script().errnos(0).listed((Integer) null), ASSOCIATE));
    }

    /** Row 60: a draft lldpad is not even asked, for that would leave an entry behind. */
    @Test
    void disassociatingWhatIsNotListedIsDone() throws Exception {
        Script script = new Script().errnos(Errno.EINVAL).listed((Integer) null);
        assertEquals(new VsiOutcome.Done(DISASSOCIATE), ask(VdpGeneration.DRAFT, script, DISASSOCIATE));
        assertEquals(List.of(), script.asked);
    }

    @Test
    void disassociationIsDoneWhenTheVsiIsGone() throws Exception {
        Script script = new Script().errnos(0).listed(0, 0, 0, null);
        assertEquals(new VsiOutcome.Done(DISASSOCIATE), ask(VdpGeneration.RATIFIED, script, DISASSOCIATE));
    }

    @Test
    void aStaleVerdictIsNotReadWhileLldpadWaits() throws Exception {
        Script script = new Script().errnos(0, Errno.EBUSY, Errno.EBUSY, Errno.ENODEV).listed(0, 2, null);
        assertEquals(
                new VsiOutcome.Refused(new PortResponse(2), VdpGeneration.RATIFIED, true),
                ask(VdpGeneration.RATIFIED, script, ASSOCIATE));
    }

    /**
     * Another program read that the switch refused, so lldpad forgot the VSI, and takes the question whether it still waits for a new
     * pre-association. That one is ended, and nobody claims that the association is in force.
     */
    @Test
    void aRefusalThatAnotherReaderTookIsNoAgreement() throws Exception {
        Script script = new Script().errnos(0, Errno.EBUSY, 0, 0).listed(0, PENDING, PENDING, null);
        assertEquals(new VsiOutcome.NotListed(), ask(VdpGeneration.RATIFIED, script, ASSOCIATE));
        assertEquals(List.of(ASSOCIATE, PREASSOCIATE, PREASSOCIATE, DISASSOCIATE), script.asked);
        assertEquals(Optional.empty(), script.listed.peek(), "it waited until lldpad no longer listed it");
    }

    /** Of a pre-association itself the same answer is no sign of that: it was only asked for again. */
    @Test
    void aRepeatedPreassociationIsReadAsAlways() throws Exception {
        Script script = new Script().errnos(0, 0).listed(0, 0);
        assertEquals(new VsiOutcome.Done(PREASSOCIATE), ask(VdpGeneration.RATIFIED, script, PREASSOCIATE));
        assertEquals(List.of(PREASSOCIATE, PREASSOCIATE), script.asked);
    }

    /** A VSI that is lost in the middle of a request, with the refusal that somebody else has read. */
    @Test
    void aNewVsiWhoseRefusalAnotherReaderTookIsNotListed() throws Exception {
        Script script = new Script().errnos(0).listed(null, null, null);
        assertEquals(new VsiOutcome.NotListed(), ask(VdpGeneration.RATIFIED, script, ASSOCIATE));
        assertEquals(List.of(ASSOCIATE), script.asked);
    }

    /** Rows 40, 41 and 62 while it lasts, and then what else lldpad may say. */
    @ParameterizedTest
    @CsvSource({"6, NotReady", "93, NotReady", "19, NotReady", "16, Busy", "95, NotSupported", "22, Rejected", "12, Rejected"})
    void lldpadRefuses(int errno, String outcome) throws Exception {
        Script script = new Script().errnos(errno).listed((Integer) null);
        VsiOutcome what = ask(VdpGeneration.RATIFIED, script, ASSOCIATE);
        assertEquals(outcome, what.getClass().getSimpleName());
        assertFalse(what.isDone());
        assertFalse(what.words().isEmpty());
        boolean passing = outcome.equals("NotReady") || outcome.equals("Busy");
        assertEquals(passing, script.asked.size() > 1);
    }

    @Test
    void troubleThatPassesIsWaitedFor() throws Exception {
        Script script = new Script().errnos(Errno.ENXIO, Errno.EPROTONOSUPPORT, Errno.EBUSY, 0).listed(null, PENDING, 0);
        assertEquals(new VsiOutcome.Done(ASSOCIATE), ask(VdpGeneration.RATIFIED, script, ASSOCIATE));
    }

    @Test
    void aListedVsiThatIsNoDeviceIsPoisoned() throws Exception {
        Script script = new Script().errnos(Errno.ENODEV).listed(PENDING);
        assertEquals(new VsiOutcome.Poisoned(), ask(VdpGeneration.RATIFIED, script, ASSOCIATE));
    }

    /** Rows 52 and 53. */
    @Test
    void aDaemonThatDoesNotAnswer() throws Exception {
        Script script = new Script();
        script.failure = Optional.of(new TimedOutException("silence"));
        assertEquals(new VsiOutcome.NoAnswer(), ask(VdpGeneration.DRAFT, script, ASSOCIATE));
        script.failure = Optional.of(new SystemCallException("sendto", Errno.ECONNREFUSED));
        assertEquals(new VsiOutcome.NotRunning(), ask(VdpGeneration.DRAFT, script, ASSOCIATE));
        script.failure = Optional.of(new SystemCallException("sendto", Errno.EPERM));
        assertEquals(new VsiOutcome.NoPermission(), ask(VdpGeneration.DRAFT, script, ASSOCIATE));
    }
}
