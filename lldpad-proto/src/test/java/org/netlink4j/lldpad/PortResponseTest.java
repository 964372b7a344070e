package org.netlink4j.lldpad;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortResponseTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0 | success | success | false | false",
        "1 | invalid format | invalid format | false | false",
        "2 | insufficient resources | insufficient resources | false | false",
        "3 | unused VTID | no contact with the VSI manager | false | false",
        "4 | VTID violation | other failure | false | false",
        "5 | VTID version violation | invalid VID, MAC address or group id | false | false",
        "6 | out of sync | response 0x6 | false | false",
        "0x12 | response 0x12 | insufficient resources, hard | false | true",
        "0x21 | response 0x21 | invalid format, kept | true | false",
        "0x100 | success | success | false | false",
        "0x101 | in progress | in progress | false | false",
        "0x105 | error | error | false | false",
        "0x136 | response 0x136 | response 0x136 | false | false"
    })
    void saysItInWords(String value, String draft, String ratified, boolean kept, boolean hard) {
        PortResponse response = new PortResponse(Integer.decode(value));
        assertEquals(draft, response.words(VdpGeneration.DRAFT));
        assertEquals(ratified, response.words(VdpGeneration.RATIFIED));
        assertEquals(kept, response.isKept());
        assertEquals(hard, response.isHard());
    }
}
