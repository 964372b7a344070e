package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.lldpad.PortRequest.ASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.DISASSOCIATE;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETLINK;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.testing.Answer;
import org.netlink4j.core.testing.FakeKernel;
import org.netlink4j.lldpad.DriverRequest;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.PortResponse;
import org.netlink4j.lldpad.QbhProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.IflaPort;
import org.netlink4j.rtnetlink.link.LinkSpec;

/** The card's driver, played by a kernel in memory: no kernel here has one that knows port profiles. */
class CardAssociationTest {
    private static final int CARD = 4;
    private static final int IN_PROGRESS = 0x101;
    private static final int SUCCESS = 0x100;
    private static final Optional<Integer> SILENT = Optional.empty();

    private final FakeKernel kernel = new FakeKernel().on(RTM_SETLINK, Answer.acknowledge());
    private final NetlinkClient client = NetlinkClient.over(Rtnetlink.PROTOCOL, kernel);
    private Duration slept = Duration.ZERO;

    private void pause(Duration time) {
        slept = slept.plus(time);
    }

    private VsiOutcome ask(int function, PortRequest request) throws NetlinkException {
        return ask(function, request, this::pause);
    }

    private VsiOutcome ask(int function, PortRequest request, CardAssociation.Pause pause) throws NetlinkException {
        ProfilePort.Qbh port =
                new ProfilePort.Qbh(new QbhProfile("gold"), new DriverRequest.Port(CARD, function), new UUID(1, 2));
        MacAddress machine = MacAddress.parse("52:54:00:c7:3e:ce");
        return new CardAssociation(client, new UUID(3, 4), pause, port, machine).request(request);
    }

    /** What the driver says at each look; without a response it says that it has none. */
    private void looks(int function, Stream<Optional<Integer>> responses) {
        kernel.on(RTM_GETLINK, responses.map(response -> {
            Attributes bare = Attributes.none(IflaPort.ATTRIBUTES);
            Attributes port = response.map(value -> bare.with(IflaPort.IFLA_PORT_RESPONSE, value)).orElse(bare);
            return Answer.object(RTM_NEWLINK, LinkSpec.indexed(CARD).with(link -> function < 0
                    ? link.with(Ifla.IFLA_PORT_SELF, port)
                    : link.with(
                            Ifla.IFLA_VF_PORTS,
                            Attributes.none(IflaPort.LIST)
                                    .plus(IflaPort.IFLA_VF_PORT, port.with(IflaPort.IFLA_PORT_VF, function + 1))
                                    .plus(IflaPort.IFLA_VF_PORT, port.with(IflaPort.IFLA_PORT_VF, function)))));
        }).toArray(Answer[]::new));
    }

    private static Stream<Optional<Integer>> responses(int... values) {
        return Arrays.stream(values).mapToObj(Optional::of);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2})
    void isAskedUntilTheSwitchHasAnswered(int function) throws Exception {
        looks(function, responses(IN_PROGRESS, IN_PROGRESS, SUCCESS));
        assertEquals(new VsiOutcome.Done(ASSOCIATE), ask(function, ASSOCIATE));
        assertEquals(Duration.ofMillis(250), slept);
        assertEquals(4, kernel.sent().size(), "one request and three looks");
    }

    @Test
    void aRefusalIsTold() throws Exception {
        for (int response = 0x102; response <= 0x105; response++) {
            looks(-1, responses(IN_PROGRESS, response));
            assertEquals(
                    new VsiOutcome.Refused(new PortResponse(response), VdpGeneration.RATIFIED, true), ask(-1, ASSOCIATE));
        }
    }

    /** Eighty looks, ten seconds; then it is asked to forget, for the switch may yet agree. */
    @Test
    void aSwitchThatNeverAnswersIsTimedOut() throws Exception {
        looks(-1, responses(IN_PROGRESS));
        assertEquals(new VsiOutcome.TimedOut(true), ask(-1, ASSOCIATE));
        assertEquals(Duration.ofSeconds(10), slept);
        assertEquals(82, kernel.sent().size());
    }

    @Test
    void aDriverWithoutAnAnswerOrAPort() throws Exception {
        looks(-1, Stream.of(SILENT));
        assertEquals(new VsiOutcome.NotListed(), ask(-1, ASSOCIATE));
        kernel.on(RTM_GETLINK, Answer.object(RTM_NEWLINK, LinkSpec.indexed(CARD)));
        assertEquals(new VsiOutcome.NotListed(), ask(-1, ASSOCIATE));
        assertEquals(new VsiOutcome.Done(DISASSOCIATE), ask(-1, DISASSOCIATE));
    }

    @Test
    void aDriverThatKnowsNoProfilesIsNotAskedAgain() throws Exception {
        kernel.on(RTM_SETLINK, Answer.refuse(Errno.EOPNOTSUPP));
        assertEquals(Errno.EOPNOTSUPP, assertThrows(KernelException.class, () -> ask(-1, ASSOCIATE)).errno());
        assertEquals(1, kernel.sent().size());
    }

    @Test
    void whoIsInterruptedIsTold() {
        looks(-1, responses(IN_PROGRESS));
        assertThrows(InterruptedCallException.class, () -> ask(-1, ASSOCIATE, _ -> {
            throw new InterruptedException();
        }));
        assertTrue(Thread.interrupted());
    }
}
