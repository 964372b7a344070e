package org.netlink4j.lldpad.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.PortStatus;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.backend.EndedVsi;
import org.netlink4j.lldpad.backend.VsiBackend;
import org.netlink4j.lldpad.lab.FakeLldpad;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.testkit.KernelTest;

/** What lldpad says unasked, in an amount and of a kind that a real one cannot be made to say at will. */
@KernelTest
class NoticesIT {
    private static final int MORE_THAN_FIT = 1000;
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path directory;

    private LldpadConfig config() {
        return new LldpadConfig(VdpGeneration.RATIFIED).pidFile(directory.resolve("lldpad.pid"));
    }

    /** The real lldpad stood still for ever after 460 lives of a VSI, because nobody had read what it said of their ends. */
    @Test
    void unreadOnesDoNotStopLldpad() throws Exception {
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous();
                LldpadClient client = LldpadClient.open(config(), namespace);
                FakeLldpad lldpad = new FakeLldpad(namespace, config().pidFile())) {
            for (int i = 1; i <= MORE_THAN_FIT; i++) {
                assertEquals(new PortStatus(1, List.of()), client.status(1));
                lldpad.tell(LinkSpec.indexed(i));
            }
            for (int i = 1; i <= MORE_THAN_FIT; i++) {
                assertEquals(i, client.notice(LONG).orElseThrow().index());
            }
            assertEquals(Optional.empty(), client.notice(Duration.ZERO));
        }
    }

    private static VsiRequest request(PortRequest request, UUID instance) {
        return new VsiRequest(
                request, new QbgProfile(11, 0x123456, 2, instance), "sta0", 1, MacAddress.parse("52:54:00:c7:3e:ce"), 0);
    }

    /** Row 58: of another VSI, or of another thing than its end; that of an end comes last, and is the first to be told. */
    @Test
    void onlyTheEndOfAVsiInForceCounts() throws Exception {
        UUID stays = new UUID(1, 1);
        UUID ends = new UUID(1, 2);
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous();
                FakeLldpad lldpad = new FakeLldpad(namespace, config().pidFile());
                VsiBackend backend = VsiBackend.open(VsiBackend.Kind.LLDPAD, namespace, config())) {
            for (UUID instance : List.of(stays, ends)) {
                assertEquals(
                        new VsiOutcome.Done(PortRequest.ASSOCIATE), backend.request(request(PortRequest.ASSOCIATE, instance)));
            }
            lldpad.tell(request(PortRequest.DISASSOCIATE, new UUID(3, 3)));
            lldpad.tell(request(PortRequest.ASSOCIATE, stays));
            lldpad.tell(request(PortRequest.DISASSOCIATE, ends));
            assertEquals(new EndedVsi(ends, EndedVsi.Reason.SWITCH), backend.ended(LONG).orElseThrow());
            assertEquals(Optional.empty(), backend.ended(Duration.ZERO));
        }
    }
}
