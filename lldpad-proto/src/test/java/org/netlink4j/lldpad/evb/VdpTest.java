package org.netlink4j.lldpad.evb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.Octets;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.wire.EvbTimers;
import org.netlink4j.lldpad.wire.Tlv;
import org.netlink4j.lldpad.wire.TlvSequence;
import org.netlink4j.lldpad.wire.VdpTlv;
import org.netlink4j.lldpad.wire.VsiFilter;

class VdpTest {
    private static final VdpMessage MESSAGE = new VdpMessage(
            VsiKey.of(new QbgProfile(11, 1, 1, new UUID(7, 0))),
            VdpTlv.Vsi.UUID,
            PortRequest.ASSOCIATE,
            0,
            List.of(new VsiFilter.Vlan(7)));

    private static Octets body(Tlv... tlvs) {
        return new TlvSequence(List.of(tlvs), Octets.EMPTY).encode();
    }

    @Test
    void theRatifiedGenerationHasOneManagerAndItComesFirst() throws Exception {
        List<Tlv> tlvs = Vdp.RATIFIED.encode(MESSAGE);
        Tlv manager = tlvs.get(0);
        Tlv vsi = tlvs.get(1);
        assertEquals(List.of(MESSAGE, MESSAGE), Vdp.RATIFIED.decode(body(manager, vsi, vsi)));
        for (Octets wrong : List.of(body(vsi), body(vsi, manager), body(manager, vsi, manager), body(manager, manager, vsi))) {
            assertThrows(MalformedMessageException.class, () -> Vdp.RATIFIED.decode(wrong));
        }
    }

    @Test
    void aBridgeWaitsHalfAsLongAgainAsAStation() {
        assertEquals(Duration.ofMillis(19_500), Vdp.DRAFT.silence(EvbTimers.DEFAULT));
        assertEquals(Duration.ofNanos((10_485_760_000L + 15_755_520_000L) / 2 * 3), Vdp.RATIFIED.silence(EvbTimers.DEFAULT));
    }
}
