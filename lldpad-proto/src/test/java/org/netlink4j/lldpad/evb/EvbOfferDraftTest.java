package org.netlink4j.lldpad.evb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netlink4j.lldpad.wire.EvbDraftTlv;
import org.netlink4j.lldpad.wire.EvbTimers;

class EvbOfferDraftTest {
    private static final int ALL = EvbDraftTlv.RTE | EvbDraftTlv.ECP | EvbDraftTlv.VDP;
    private static final int RELAY = EvbDraftTlv.REFLECTIVE_RELAY;

    private final EvbOfferDraft station = new EvbOfferDraft(false, EvbTimers.DEFAULT);
    private final EvbOfferDraft bridge = new EvbOfferDraft(true, EvbTimers.DEFAULT);

    private static EvbDraftTlv offer(int supported, int configured, int rte) {
        return new EvbDraftTlv(RELAY, supported, RELAY, configured, 16, 0, rte);
    }

    @Test
    void aStationOffersVsisOnceItHasHeardABridge() {
        assertEquals(new EvbDraftTlv(RELAY, ALL, RELAY, 0, 0, 5, 8), station.own(5));
        station.heard(Optional.of(offer(EvbDraftTlv.VDP | 0x80, 0, 0xe0 | 9)));
        assertEquals(new EvbDraftTlv(RELAY, ALL, RELAY, EvbDraftTlv.VDP, 3295, 5, 9), station.own(5));
        station.heard(Optional.empty());
        assertEquals(new EvbDraftTlv(RELAY, ALL, RELAY, 0, 0, 5, 8), station.own(5));
        assertEquals(new EvbDraftTlv(EvbDraftTlv.STANDARD | RELAY, ALL, RELAY, 0, 3295, 0, 8), bridge.own(0));
    }

    @Test
    void theLongerRetransmissionIsInForceAndAllElseIsOnesOwn() {
        station.heard(Optional.of(offer(ALL, 0, 7)));
        assertEquals(EvbTimers.DEFAULT, station.timers());
        station.heard(Optional.of(offer(ALL, 0, 31)));
        EvbTimers own = EvbTimers.DEFAULT;
        assertEquals(new EvbTimers(own.retries(), 31, own.rwd(), own.rka()), station.timers());
    }

    /** Capabilities: 4 retransmission, 2 ECP, 1 VDP. */
    @ParameterizedTest
    @CsvSource({"7,7,true,true", "3,3,true,true", "3,0,true,false", "3,1,true,false", "7,6,true,false", "5,7,false,false", "6,7,false,false",
        "0,0,false,false"})
    void needsBothProtocols(int supported, int configured, boolean ready, boolean agreed) {
        station.heard(Optional.of(offer(supported, configured, 8)));
        assertEquals(ready, station.isReady());
        assertEquals(agreed, station.isAgreed());
    }
}
