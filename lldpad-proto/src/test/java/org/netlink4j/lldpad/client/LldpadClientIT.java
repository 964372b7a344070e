package org.netlink4j.lldpad.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.lldpad.PortRequest.ASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.DISASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.PREASSOCIATE;
import static org.netlink4j.lldpad.PortRequest.PREASSOCIATE_RR;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.PortResponse;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VsiNotice;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.lab.LldpadLab;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** Against a real lldpad. */
@KernelTest
@NeedsCommand({"lldpad", "python3", "nsenter", "stdbuf", "unshare"})
class LldpadClientIT {
    private static final MacAddress MACHINE = MacAddress.parse("52:54:00:c7:3e:ce");

    private static VsiRequest request(LldpadLab lab, PortRequest request, UUID instance) {
        return request(lab, request, instance, 0);
    }

    private static VsiRequest request(LldpadLab lab, PortRequest request, UUID instance, int vlan) {
        return new VsiRequest(request, new QbgProfile(11, 0x123456, 2, instance), LldpadLab.STATION, lab.index(), MACHINE, vlan);
    }

    private static LldpadClient client(LldpadLab lab, VdpGeneration generation, Duration timeout) throws Exception {
        return LldpadClient.open(
                new LldpadConfig(generation).pidFile(lab.pidFile()).timeout(timeout), lab.namespace());
    }

    private static LldpadClient client(LldpadLab lab, VdpGeneration generation) throws Exception {
        return client(lab, generation, Duration.ofSeconds(20));
    }

    private static void done(LldpadClient client, VsiRequest request) throws Exception {
        assertEquals(new VsiOutcome.Done(request.request()), client.request(request));
    }

    /** Rows 35, 36, 37, 43, 44, 45 and 60. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2, 100, 4094})
    void aLifeBetweenTwoRealDaemons(int vlan) throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.RATIFIED).startRealBridge().startStation();
                LldpadClient client = client(lab, VdpGeneration.RATIFIED)) {
            UUID instance = UUID.randomUUID();
            for (PortRequest step : List.of(PREASSOCIATE, PREASSOCIATE, PREASSOCIATE_RR, ASSOCIATE, ASSOCIATE)) {
                done(client, request(lab, step, instance, vlan));
                assertEquals(
                        Optional.of(PortResponse.SUCCESS),
                        client.status(lab.index()).find(instance).orElseThrow().response());
            }
            // row 61
            assertEquals(new VsiOutcome.Rejected(Errno.EINVAL), client.request(request(lab, PREASSOCIATE, instance, vlan)));
            for (int i = 0; i < 2; i++) {
                done(client, request(lab, DISASSOCIATE, instance, vlan));
                assertEquals(Optional.empty(), client.status(lab.index()).find(instance));
            }
            done(client, request(lab, PREASSOCIATE, instance, vlan)); // a migration that is cancelled
            done(client, request(lab, DISASSOCIATE, instance, vlan));
        }
    }

    /** Rows 35 to 37, 45, 46 and 60, with a bridge that says what it is told. */
    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void agreementsAndRefusals(VdpGeneration generation) throws Exception {
        try (LldpadLab lab = new LldpadLab(generation).startSimulator().startStation();
                LldpadClient client = client(lab, generation)) {
            UUID instance = UUID.randomUUID();
            for (PortRequest step : List.of(PREASSOCIATE, ASSOCIATE, DISASSOCIATE, DISASSOCIATE)) {
                done(client, request(lab, step, instance));
            }
            assertEquals(List.of(), client.status(lab.index()).entries());
            lab.simulator("once 2");
            assertEquals(
                    new VsiOutcome.Refused(new PortResponse(2), generation, true),
                    client.request(request(lab, ASSOCIATE, instance)));
            assertEquals(List.of(), client.status(lab.index()).entries());
            done(client, request(lab, ASSOCIATE, instance));
            done(client, request(lab, DISASSOCIATE, instance));
        }
    }

    /** The trap of the stale verdict: lldpad goes on to list the agreement to the pre-association. */
    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void anAgreementToARequestBeforeIsNotTakenForAnAnswer(int vlan) throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.RATIFIED).startSimulator().startStation();
                LldpadClient client = client(lab, VdpGeneration.RATIFIED)) {
            for (PortRequest again : List.of(ASSOCIATE, PREASSOCIATE_RR, PREASSOCIATE)) {
                for (String refusal : List.of("once 2", "once 2 keep")) {
                    UUID instance = UUID.randomUUID();
                    done(client, request(lab, PREASSOCIATE, instance, vlan));
                    lab.simulator("delay 400");
                    lab.simulator(refusal);
                    VsiOutcome outcome = client.request(request(lab, again, instance, vlan));
                    int response = assertInstanceOf(VsiOutcome.Refused.class, outcome, outcome::words).response().value();
                    assertEquals(2, response & 0x0f, refusal + ": " + outcome + lab.simulatorLog());
                    assertEquals(Optional.empty(), client.status(lab.index()).find(instance));
                    lab.simulator("delay 0");
                }
            }
            // what the client asked only to learn whether lldpad waits was not sent
            long preassociations = lab.simulatorLog().stream()
                    .filter(line -> line.contains("\"got\": \"vdp\", \"op\": \"preassoc\""))
                    .count();
            assertEquals(6 + 2, preassociations);
        }
    }

    /** Row 48: the entry of a draft lldpad disappears after three seconds. */
    @Test
    void aSilentBridgeIsATimeoutInTheDraft() throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.DRAFT).startSimulator().startStation();
                LldpadClient client = client(lab, VdpGeneration.DRAFT)) {
            UUID instance = UUID.randomUUID();
            done(client, request(lab, ASSOCIATE, instance));
            done(client, request(lab, DISASSOCIATE, instance));
            lab.simulator("vdp off");
            assertEquals(new VsiOutcome.TimedOut(true), client.request(request(lab, ASSOCIATE, instance)));
        }
    }

    /** Rows 47 and 62: a ratified lldpad keeps the entry, and is busy with it. */
    @Test
    void aSilentBridgeIsATimeoutInTheStandard() throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.RATIFIED).startSimulator().startStation();
                LldpadClient client = client(lab, VdpGeneration.RATIFIED);
                LldpadClient hasty = client(lab, VdpGeneration.RATIFIED, Duration.ofSeconds(1))) {
            UUID instance = UUID.randomUUID();
            done(client, request(lab, ASSOCIATE, UUID.randomUUID()));
            lab.simulator("vdp off");
            assertEquals(new VsiOutcome.TimedOut(false), hasty.request(request(lab, ASSOCIATE, instance)));
            assertEquals(new VsiOutcome.Busy(), hasty.request(request(lab, ASSOCIATE, instance)));
            assertEquals(new VsiOutcome.Poisoned(), client.request(request(lab, ASSOCIATE, instance))); // busy until then
        }
    }

    /** Rows 55 and 56. */
    @ParameterizedTest
    @EnumSource(VdpGeneration.class)
    void theSwitchEndsAVsi(VdpGeneration generation) throws Exception {
        try (LldpadLab lab = new LldpadLab(generation).startSimulator().startStation();
                LldpadClient client = client(lab, generation)) {
            UUID instance = UUID.randomUUID();
            done(client, request(lab, ASSOCIATE, instance));
            client.status(lab.index()); // lldpad tells only of what somebody has seen
            lab.simulator("deassoc all");
            VsiNotice notice = client.notice(Duration.ofSeconds(5)).orElseThrow();
            assertEquals(Optional.of(LldpadLab.STATION), notice.device());
            assertEquals(Optional.of(instance), notice.entries().getFirst().instanceId());
            assertEquals(Optional.of(DISASSOCIATE), notice.entries().getFirst().request());
            assertEquals(Optional.empty(), client.notice(Duration.ZERO));
        }
    }

    /** Rows 53 and 59. */
    @Test
    void withoutADaemonAndWithANewOne() throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.RATIFIED).startRealBridge();
                LldpadClient client = client(lab, VdpGeneration.RATIFIED)) {
            UUID instance = UUID.randomUUID();
            assertEquals(new VsiOutcome.NotRunning(), client.request(request(lab, ASSOCIATE, instance)));
            lab.startStation();
            done(client, request(lab, ASSOCIATE, instance));
            lab.killStation();
            assertEquals(new VsiOutcome.NotRunning(), client.request(request(lab, ASSOCIATE, instance)));
            lab.startStation();
            done(client, request(lab, ASSOCIATE, instance));
        }
    }

    /** Rows 40 and 41: nobody there, and a port that is not configured. */
    @Test
    void aDraftPortWithoutBridgeIsNotReady() throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.DRAFT).startSimulator().startStation();
                LldpadClient client = client(lab, VdpGeneration.DRAFT);
                LldpadClient hasty = client(lab, VdpGeneration.DRAFT, Duration.ofMillis(300))) {
            UUID instance = UUID.randomUUID();
            done(client, request(lab, PREASSOCIATE, instance));
            done(client, request(lab, DISASSOCIATE, instance));
            lab.simulator("lldp bye");
            VsiOutcome outcome;
            do {
                outcome = hasty.request(request(lab, PREASSOCIATE, UUID.randomUUID()));
            } while (outcome.isDone()); // the farewell may be under way yet
            assertEquals(new VsiOutcome.NotReady(Errno.ENXIO), outcome);
        }
    }

    /** Row 78, and ninety VSIs on one port, asked for by many threads through one reader. */
    @Test
    void ninetyVsisAtOnce() throws Exception {
        try (LldpadLab lab = new LldpadLab(VdpGeneration.RATIFIED).startRealBridge().startStation();
                LldpadClient client = client(lab, VdpGeneration.RATIFIED);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<UUID> instances = new ArrayList<>();
            for (int i = 0; i < 90; i++) {
                instances.add(new UUID(0x1234_0000_0000_4000L + i, 0x8000_0000_0000_0000L));
            }
            done(client, request(lab, ASSOCIATE, instances.getFirst()));
            for (PortRequest step : List.of(ASSOCIATE, DISASSOCIATE)) {
                List<Future<VsiOutcome>> outcomes = instances.stream()
                        .map(instance -> threads.submit(() -> client.request(request(lab, step, instance))))
                        .toList();
                for (Future<VsiOutcome> outcome : outcomes) {
                    assertEquals(new VsiOutcome.Done(step), outcome.get());
                }
                assertEquals(step == ASSOCIATE ? 90 : 0, client.status(lab.index()).entries().size());
            }
        }
    }
}
