package org.netlink4j.lldpad.runner;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.lab.EvbCable;
import org.netlink4j.lldpad.wire.EvbTimers;

/** Tests with our station at the near end of a cable and our bridge at the far one, and a machine that both speak of. */
abstract class OnCable {
    static final Duration LONG = Duration.ofSeconds(20);
    static final MacAddress MACHINE = MacAddress.parse("52:54:00:c7:3e:ce");
    static final QbgProfile PROFILE = new QbgProfile(11, 0x123456, 2, new UUID(1, 2));

    EvbCable cable;

    @BeforeEach
    void lay() throws NetlinkException {
        cable = new EvbCable();
    }

    @AfterEach
    void end() {
        cable.close();
    }

    EvbStationRunner station(VdpGeneration generation) throws NetlinkException {
        return station(generation, EvbTimers.UNHURRIED);
    }

    EvbStationRunner station(VdpGeneration generation, EvbTimers timers) throws NetlinkException {
        return EvbStationRunner.open(cable.near(), EvbCable.STATION, generation, timers);
    }

    EvbBridgeRunner bridge(VdpGeneration generation) throws NetlinkException {
        return bridge(generation, EvbTimers.UNHURRIED);
    }

    EvbBridgeRunner bridge(VdpGeneration generation, EvbTimers timers) throws NetlinkException {
        return EvbBridgeRunner.open(cable.far(), EvbCable.BRIDGE, generation, timers);
    }
}
