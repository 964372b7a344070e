package org.netlink4j.lldpad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.lldpad.PortParameter.INSTANCE_ID;
import static org.netlink4j.lldpad.PortParameter.INTERFACE_ID;
import static org.netlink4j.lldpad.PortParameter.MANAGER_ID;
import static org.netlink4j.lldpad.PortParameter.PROFILE_ID;
import static org.netlink4j.lldpad.PortParameter.TYPE_ID;
import static org.netlink4j.lldpad.PortParameter.TYPE_ID_VERSION;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortProfileSpecTest {
    private static final String UUID = "09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f";
    private static final PortProfileSpec QBG = PortProfileSpec.of(PortProfileType.QBG)
            .with(MANAGER_ID, "11")
            .with(TYPE_ID, "1193047")
            .with(TYPE_ID_VERSION, "2")
            .with(INSTANCE_ID, UUID);
    private static final PortProfileSpec QBH = PortProfileSpec.of(PortProfileType.QBH).with(PROFILE_ID, "blue");

    @ParameterizedTest
    @CsvSource({
        "MANAGER_ID, 0, 0", "MANAGER_ID, 255, 255", "MANAGER_ID, 0xff, 255", "MANAGER_ID, 0XfF, 255", "MANAGER_ID, 0377, 255",
        "TYPE_ID, 0xffffff, 16777215", "TYPE_ID, 077777777, 16777215", "TYPE_ID_VERSION, 010, 8", "PROFILE_ID, 010, 010",
        "PROFILE_ID, 123456789012345678901234567890123456789, 123456789012345678901234567890123456789",
        "INSTANCE_ID, 09B11C53-8B5C-4EEB-8F00-D84EAA0AAA4F, 09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f"
    })
    void parsesDecimalHexadecimalAndOctal(PortParameter parameter, String text, String value) {
        assertEquals(Optional.of(value), PortProfileSpec.EMPTY.with(parameter, text).parameter(parameter));
    }

    /** Row 74. */
    @ParameterizedTest
    @CsvSource({
        "MANAGER_ID, 256", "MANAGER_ID, -1", "MANAGER_ID, 0x", "MANAGER_ID, #10", "MANAGER_ID, 08", "MANAGER_ID, 99999999999",
        "MANAGER_ID, ''", "TYPE_ID, 0x1000000", "TYPE_ID_VERSION, 256", "INSTANCE_ID, 1-1-1-1-1", "PROFILE_ID, ''",
        "PROFILE_ID, 1234567890123456789012345678901234567890", "PROFILE_ID, äääääääääääääääääääää"
    })
    void refusesWhatDoesNotFit(PortParameter parameter, String text) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> PortProfileSpec.EMPTY.with(parameter, text)).getMessage();
        assertTrue(message.startsWith(parameter.word() + ": "), message);
    }

    @Test
    void refusesANameThatBeginsWithNul() {
        assertThrows(IllegalArgumentException.class, () -> PortProfileSpec.EMPTY.with(PROFILE_ID, "\0blue"));
    }

    @Test
    void completesBothTypes() {
        assertEquals(Messages.PROFILE, QBG.complete());
        assertEquals(new QbhProfile("blue"), QBH.complete());
        assertEquals(PortProfileType.QBG, QBG.complete().type());
        assertEquals(PortProfileType.QBH, QBH.complete().type());
    }

    @Test
    void drawsAnInstanceIdIfNoneIsGiven() {
        PortProfileSpec spec = PortProfileSpec.of(PortProfileType.QBG)
                .with(MANAGER_ID, "1")
                .with(TYPE_ID, "2")
                .with(TYPE_ID_VERSION, "3");
        assertNotEquals(spec.complete(), spec.complete());
    }

    /** Row 75, and what is missing. */
    @Test
    void refusesWhatATypeDoesNotHave() {
        refused("an 802.1Qbg port profile cannot have profileid", QBG.with(PROFILE_ID, "x"));
        refused("an 802.1Qbg port profile cannot have interfaceid", QBG.with(INTERFACE_ID, UUID));
        refused("an 802.1Qbh port profile cannot have typeid", QBH.with(TYPE_ID, "1"));
        refused("an 802.1Qbh port profile cannot have managerid, instanceid", QBH.with(INSTANCE_ID, UUID).with(MANAGER_ID, "1"));
        refused("an 802.1Qbg port profile lacks managerid, typeid, typeidversion", PortProfileSpec.of(PortProfileType.QBG));
        refused("an 802.1Qbh port profile lacks profileid", PortProfileSpec.of(PortProfileType.QBH));
        refused("a port profile without a type", PortProfileSpec.EMPTY);
    }

    private static void refused(String message, PortProfileSpec spec) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, spec::complete).getMessage());
    }

    @Test
    void mergesWhatDoesNotConflict() {
        PortProfileSpec manager = PortProfileSpec.EMPTY.with(MANAGER_ID, "0xb");
        PortProfileSpec type = PortProfileSpec.of(PortProfileType.QBG).with(TYPE_ID, "1193047").with(TYPE_ID_VERSION, "2");
        PortProfileSpec group = PortProfileSpec.EMPTY.with(MANAGER_ID, "11").with(INSTANCE_ID, UUID);
        assertEquals(QBG, manager.merge(type).merge(group));
        assertEquals(QBG.hashCode(), manager.merge(type).merge(group).hashCode());
        assertEquals(QBG, QBG.merge(PortProfileSpec.EMPTY));
        assertEquals("802.1Qbh profileid=blue", QBH.toString());
    }

    @Test
    void aConflictIsAnError() {
        assertThrows(IllegalArgumentException.class, () -> QBG.merge(QBH));
        assertEquals(
                "port profiles disagree about managerid: 11 and 12",
                assertThrows(IllegalArgumentException.class, () -> QBG.merge(PortProfileSpec.EMPTY.with(MANAGER_ID, "12")))
                        .getMessage());
    }

    @Test
    void findsByWord() {
        assertEquals(Optional.of(PortProfileType.QBG), PortProfileType.of("802.1Qbg"));
        assertEquals(Optional.empty(), PortProfileType.of("openvswitch"));
        assertEquals(Optional.of(TYPE_ID), PortParameter.of("typeid"));
        assertEquals(Optional.empty(), PortParameter.of("TYPE_ID"));
    }

    @Test
    void theValuesCheckTheirRanges() {
        assertThrows(IllegalArgumentException.class, () -> new VsiType(256, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new VsiType(0, 0x100_0000, 0));
        assertThrows(IllegalArgumentException.class, () -> new QbgProfile(0, 0, 256, java.util.UUID.randomUUID()));
        assertThrows(IllegalArgumentException.class, () -> new QbhProfile(""));
        assertThrows(IllegalArgumentException.class, () -> new PortResponse(0x10000));
    }
}
