package org.netlink4j.lldpad;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.lldpad.Messages.INSTANCE;
import static org.netlink4j.lldpad.Messages.MACHINE;
import static org.netlink4j.lldpad.Messages.hex;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_PORT_HOST_UUID;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_PORT_INSTANCE_UUID;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_PORT_PROFILE;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_PORT_REQUEST;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_PORT_VF;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.IflaPort;
import org.netlink4j.rtnetlink.link.IflaVf;
import org.netlink4j.rtnetlink.link.Link;

class DriverRequestTest {
    private static final UUID HOST = UUID.fromString("11111111-2222-3333-4444-555555555555");
    private static final QbhProfile PROFILE = new QbhProfile("blue");
    private static final DriverRequest.Port CARD = new DriverRequest.Port(7, -1);
    private static final DriverRequest.Port FUNCTION = new DriverRequest.Port(7, 2);

    private static Link sent(DriverRequest request) throws Exception {
        return Link.decode(Messages.reader(Messages.message(Rtm.RTM_SETLINK, 5, 0, 0, request)));
    }

    private static DriverRequest associate(DriverRequest.Port port) {
        return DriverRequest.associate(PortRequest.ASSOCIATE, port, PROFILE, MACHINE, INSTANCE, HOST);
    }

    /** Row 32, the card itself. */
    @Test
    void theCardItselfIsPortSelf() throws Exception {
        Link sent = sent(associate(CARD));
        assertEquals(7, sent.index());
        assertFalse(sent.attributes().has(Ifla.IFLA_IFNAME));
        assertFalse(sent.attributes().has(Ifla.IFLA_VF_PORTS));
        Attributes port = sent.attributes().nest(Ifla.IFLA_PORT_SELF).get();
        assertEquals(
                List.of(IFLA_PORT_PROFILE, IFLA_PORT_INSTANCE_UUID, IFLA_PORT_HOST_UUID, IFLA_PORT_REQUEST), port.numbers());
        assertEquals(Optional.of("blue"), port.text(IFLA_PORT_PROFILE));
        assertArrayEquals(hex("09b11c538b5c4eeb8f00d84eaa0aaa4f"), port.payload(IFLA_PORT_INSTANCE_UUID).get());
        assertArrayEquals(hex("11111111222233334444555555555555"), port.payload(IFLA_PORT_HOST_UUID).get());
        assertEquals(OptionalInt.of(2), port.integer(IFLA_PORT_REQUEST));
    }

    /** Row 32, a virtual function. */
    @Test
    void aVirtualFunctionIsNamed() throws Exception {
        Link sent = sent(associate(FUNCTION));
        assertFalse(sent.attributes().has(Ifla.IFLA_IFNAME));
        assertFalse(sent.attributes().has(Ifla.IFLA_PORT_SELF));
        Attributes port = sent.attributes().nest(Ifla.IFLA_VF_PORTS).get().nest(IflaPort.IFLA_VF_PORT).get();
        assertEquals(OptionalInt.of(2), port.integer(IFLA_PORT_VF));
        Attributes info = sent.attributes().nest(Ifla.IFLA_VFINFO_LIST).get().nest(IflaVf.IFLA_VF_INFO).get();
        assertEquals(List.of(IflaVf.IFLA_VF_MAC), info.numbers());
        assertEquals(2, info.field(IflaVf.IFLA_VF_MAC, "vf").getAsLong());
        assertArrayEquals(MACHINE.octets(), Arrays.copyOfRange(info.payload(IflaVf.IFLA_VF_MAC).get(), 4, 10));
    }

    /** Row 33. */
    @Test
    void disassociationSaysNoMoreThanThePort() throws Exception {
        Link function = sent(DriverRequest.disassociate(FUNCTION));
        assertEquals(List.of(Ifla.IFLA_VF_PORTS), function.attributes().numbers());
        Attributes port = function.attributes().nest(Ifla.IFLA_VF_PORTS).get().nest(IflaPort.IFLA_VF_PORT).get();
        assertEquals(List.of(IFLA_PORT_VF, IFLA_PORT_REQUEST), port.numbers());
        assertEquals(OptionalInt.of(3), port.integer(IFLA_PORT_REQUEST));
        Attributes card = sent(DriverRequest.disassociate(CARD)).attributes();
        assertEquals(List.of(IFLA_PORT_REQUEST), card.nest(Ifla.IFLA_PORT_SELF).get().numbers());
    }

    @Test
    void knowsWhatNoDriverCanDo() {
        for (PortRequest request : List.of(PortRequest.PREASSOCIATE, PortRequest.DISASSOCIATE)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> DriverRequest.associate(request, CARD, PROFILE, MACHINE, INSTANCE, HOST));
        }
        assertThrows(IllegalArgumentException.class, () -> new DriverRequest.Port(7, -2));
    }

    @Test
    void showsItsAttributes() {
        assertTrue(DriverRequest.disassociate(CARD).toString().contains("IFLA_PORT_SELF"));
    }
}
