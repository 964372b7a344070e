package org.netlink4j.lldpad;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.lldpad.Messages.INSTANCE;
import static org.netlink4j.lldpad.Messages.MACHINE;
import static org.netlink4j.lldpad.Messages.PROFILE;
import static org.netlink4j.lldpad.Messages.hex;
import static org.netlink4j.lldpad.Messages.message;
import static org.netlink4j.lldpad.Messages.reader;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.examples.ProfileExample;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.IflaPort;
import org.netlink4j.rtnetlink.link.Link;

class VsiRequestTest {
    private static final VsiRequest REQUEST = new VsiRequest(PortRequest.PREASSOCIATE, PROFILE, "v0", 3, MACHINE, 0);

    /** Row 29. */
    @Test
    void preassociationHasTheBytesThatLldpadAccepted() {
        Messages.needLittleEndian();
        byte[] golden = hex("""
                98000000 1300 0500 64000000 071e0000  00000000 03000000 00000000 00000000
                0700 0300 76300000
                4000 1600 3c00 0100 2800 0100 ffffffff 525400c73ece 0000000000000000000000000000000000000000000000000000
                          1000 0200 ffffffff 00000000 00000000
                3000 1800 2c00 0100 0c00 0300 0b 573412 02 000000 1400 0400 09b11c538b5c4eeb8f00d84eaa0aaa4f 0500 0600 00 000000
                """);
        assertEquals(152, golden.length);
        assertArrayEquals(golden, message(Rtm.RTM_SETLINK, 5, 100, 0x1e07, REQUEST));
    }

    /** Row 30, the netlink half: the type id has its lowest byte first. */
    @Test
    void theTypeIdIsLittleEndian() throws Exception {
        byte[] message = message(Rtm.RTM_SETLINK, 5, 0, 0, REQUEST);
        byte[] type = VsiNotice.decode(reader(message)).entries().getFirst().attributes().payload(IflaPort.IFLA_PORT_VSI_TYPE).get();
        assertArrayEquals(hex("0b 573412 02 000000"), type);
    }

    /** Row 31. */
    @ParameterizedTest
    @EnumSource(PortRequest.class)
    void namesTheRootDeviceTwiceAndNoVirtualFunction(PortRequest request) throws Exception {
        Link sent = Link.decode(reader(message(Rtm.RTM_SETLINK, 5, 0, 0, REQUEST.with(request))));
        assertEquals(3, sent.index());
        assertEquals("v0", sent.name());
        assertFalse(sent.attributes().has(Ifla.IFLA_PORT_SELF));
        var port = sent.attributes().nest(Ifla.IFLA_VF_PORTS).get().nest(IflaPort.IFLA_VF_PORT).get();
        assertEquals(
                List.of(IflaPort.IFLA_PORT_VSI_TYPE, IflaPort.IFLA_PORT_INSTANCE_UUID, IflaPort.IFLA_PORT_REQUEST),
                port.numbers());
        assertEquals(OptionalInt.of(request.number()), port.integer(IflaPort.IFLA_PORT_REQUEST));
    }

    /** Row 73: no VLAN is sent as VLAN 0. */
    @Test
    void alwaysNamesAVlan() throws Exception {
        assertEquals(OptionalInt.of(0), VsiNotice.decode(reader(message(Rtm.RTM_SETLINK, 5, 0, 0, REQUEST))).vlan());
        VsiRequest other = new VsiRequest(PortRequest.ASSOCIATE, PROFILE, "v0", 3, MACHINE, 4094);
        VsiNotice sent = VsiNotice.decode(reader(message(Rtm.RTM_SETLINK, 5, 0, 0, other)));
        assertEquals(OptionalInt.of(4094), sent.vlan());
        assertEquals(Optional.of(MACHINE), sent.address());
        assertEquals(Optional.of(INSTANCE), sent.entries().getFirst().instanceId());
        assertEquals(Optional.of(PROFILE.vsiType()), sent.entries().getFirst().vsiType());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4095, 4096})
    void refusesWhatIsNoVlan(int vlan) {
        assertThrows(
                IllegalArgumentException.class, () -> new VsiRequest(PortRequest.ASSOCIATE, PROFILE, "v0", 3, MACHINE, vlan));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:00:00:00:00:00", "01:00:5e:00:00:01", "ff:ff:ff:ff:ff:ff"})
    void refusesWhatIsNoMachinesAddress(String address) {
        MacAddress wrong = MacAddress.parse(address);
        assertThrows(IllegalArgumentException.class, () -> new VsiRequest(PortRequest.ASSOCIATE, PROFILE, "v0", 3, wrong, 0));
    }

    @Test
    void theExampleOfThePackageWorks() {
        VsiRequest request = ProfileExample.request();
        assertEquals(0x123457, request.profile().typeId());
        assertTrue(request.toString().contains("eth0"));
    }
}
