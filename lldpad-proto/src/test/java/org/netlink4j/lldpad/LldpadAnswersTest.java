package org.netlink4j.lldpad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.lldpad.Messages.INSTANCE;
import static org.netlink4j.lldpad.Messages.hex;
import static org.netlink4j.lldpad.Messages.reader;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.lldpad.PortEntry.Verdict;

/** What lldpad sends; the bytes are those of a little-endian host. */
class LldpadAnswersTest {
    static final String QUEUED =
            "24000000 0200 0000 64000000 07350000 00000000 98000000 1300 0500 64000000 07350000";

    private static final String PENDING = """
            44000000 0300 0000 07000000 071e0000 00000000 03000000 00000000 00000000
            2400 1880 2000 0180 1400 0400 09b11c538b5c4eeb8f00d84eaa0aaa4f 0800 0100 ffffffff""";
    static final String DECIDED = """
            4c000000 0300 0000 07000000 071e0000 00000000 03000000 00000000 00000000
            2c00 1880 2800 0180 1400 0400 09b11c538b5c4eeb8f00d84eaa0aaa4f 0800 0100 ffffffff 0600 0700 RRRR 0000""";
    private static final String EMPTY = "20000000 0300 0000 07000000 09350000 00000000 03000000 00000000 00000000";
    static final String SEVERAL = """
            94000000 0300 0000 07000000 071e0000 00000000 03000000 00000000 00000000
            7400 1880 2800 0180 1400 0400 02030405060708090a0b0c0d0e0f1011 0800 0100 ffffffff 0600 0700 0000 0000
                      2000 0180 1400 0400 0102030405060708090a0b0c0d0e0f10 0800 0100 ffffffff
                      2800 0180 1400 0400 09b11c538b5c4eeb8f00d84eaa0aaa4f 0800 0100 ffffffff 0600 0700 0000 0000""";
    static final String NOTICE = """
            a0000000 1300 0000 64000000 SSSS0000 00000000 IIIIIIII 00000000 00000000 0700 0300 76300000
            4000 1680 3c00 0180 2800 0100 ffffffff 525400c73ece 0000000000000000000000000000000000000000000000000000
                                1000 0200 ffffffff 00000000 00000000
            3800 1880 3400 0180 0c00 0300 0b573412 025400c7 1400 0400 09b11c538b5c4eeb8f00d84eaa0aaa4f
                                0800 0100 ffffffff 0600 0600 0300 0000""";

    @BeforeEach
    void host() {
        Messages.needLittleEndian();
    }

    private static PortStatus status(String message) throws Exception {
        return PortStatus.decode(reader(hex(message)));
    }

    private static Verdict verdict(String message) throws Exception {
        return status(message).find(INSTANCE).orElseThrow().verdict(PortProfileType.QBG);
    }

    /** Row 43. */
    @Test
    void decodesThatARequestIsQueued() throws Exception {
        byte[] message = hex(QUEUED);
        assertEquals(36, message.length);
        LldpadReply reply = LldpadReply.decode(reader(message));
        assertTrue(reply.isQueued());
        assertEquals(100, reply.requestSequence());
    }

    @Test
    void decodesThatARequestIsRefused() throws Exception {
        byte[] message = hex("24000000 0200 0000 64000000 07350000 a3ffffff 98000000 1300 0500 64000000 07350000");
        assertEquals(93, LldpadReply.decode(reader(message)).errno());
    }

    @Test
    void refusesWhatIsNoReply() {
        List.of(
                        "24000000 0200 0000 64000000 07350000 01000000 98000000 1300 0500 64000000 07350000",
                        "24000000 0200 0000 64000000 07350000 00000080 98000000 1300 0500 64000000 07350000",
                        "14000000 0200 0000 64000000 07350000 00000000",
                        EMPTY)
                .forEach(text -> assertThrows(MalformedMessageException.class, () -> LldpadReply.decode(reader(hex(text)))));
    }

    /** Rows 44 and 77: the nests of the answer are marked, those of our requests are not. */
    @Test
    void aVsiWithoutResponseIsPending() throws Exception {
        assertEquals(Verdict.IN_PROGRESS, verdict(PENDING));
        assertEquals(Verdict.IN_PROGRESS, verdict(PENDING.replace("1880", "1800").replace("0180", "0100")));
        assertEquals(3, status(PENDING).index());
    }

    /** Row 50. */
    @ParameterizedTest
    @CsvSource({
        "0000, SUCCEEDED", "0001, SUCCEEDED", "0101, IN_PROGRESS", "0201, FAILED", "0301, FAILED", "0401, FAILED", "0501, FAILED",
        "0600, FAILED", "0200, FAILED", "2200, FAILED"
    })
    void theResponseDecides(String response, Verdict expected) throws Exception {
        assertEquals(expected, verdict(DECIDED.replace("RRRR", response)));
    }

    @Test
    void anEntryOf8021QbhNeedsAResponse() throws Exception {
        PortEntry entry = status(PENDING).entries().getFirst();
        assertEquals(Verdict.FAILED, entry.verdict(PortProfileType.QBH));
        assertEquals(Optional.of(entry), status(PENDING).find(-1));
        assertEquals(Optional.empty(), status(PENDING).find(2));
    }

    /** Row 49. */
    @Test
    void findsAVsiByItsInstanceAmongSeveral() throws Exception {
        PortStatus status = status(SEVERAL);
        assertEquals(3, status.entries().size());
        assertEquals(status.entries().get(2), status.find(INSTANCE).orElseThrow());
        assertEquals(
                Verdict.IN_PROGRESS,
                status.find(UUID.fromString("01020304-0506-0708-090a-0b0c0d0e0f10")).orElseThrow().verdict(PortProfileType.QBG));
        assertEquals(Optional.empty(), status.find(HOST));
        assertEquals(Optional.empty(), status(SEVERAL.replace("ffffffff", "02000000")).find(INSTANCE));
    }

    private static final UUID HOST = UUID.fromString("11111111-2222-3333-4444-555555555555");

    /** The same instance twice: lldpad lists the newest first. */
    @Test
    void findsTheNewestOfAnInstance() throws Exception {
        String twice = SEVERAL.replace("0102030405060708090a0b0c0d0e0f10", "09b11c538b5c4eeb8f00d84eaa0aaa4f");
        assertEquals(Verdict.IN_PROGRESS, verdict(twice));
    }

    /** Row 51. */
    @Test
    void anAnswerWithoutPortsListsNothing() throws Exception {
        assertEquals(new PortStatus(3, List.of()), status(EMPTY));
        assertEquals(Optional.empty(), status(EMPTY).find(INSTANCE));
    }

    /** Row 56, both generations. */
    @ParameterizedTest
    @CsvSource({"0635, 00000000, 0", "041e, 03000000, 3"})
    void decodesThatTheSwitchEndedAVsi(String sender, String index, int expectedIndex) throws Exception {
        byte[] message = hex(NOTICE.replace("SSSS", sender).replace("IIIIIIII", index));
        assertEquals(160, message.length);
        VsiNotice notice = VsiNotice.decode(reader(message));
        assertEquals(expectedIndex, notice.index());
        assertEquals(Optional.of("v0"), notice.device());
        assertEquals(Optional.of(MacAddress.parse("52:54:00:c7:3e:ce")), notice.address());
        assertEquals(OptionalInt.of(0), notice.vlan());
        PortEntry entry = notice.entries().getFirst();
        assertEquals(Optional.of(PortRequest.DISASSOCIATE), entry.request());
        assertEquals(Optional.of(INSTANCE), entry.instanceId());
        assertEquals(Optional.of(new VsiType(11, 1193047, 2)), entry.vsiType());
        assertEquals(-1, entry.function());
    }

    /** Our own requests have one byte; what is no request is none. */
    @ParameterizedTest
    @CsvSource({"0500 0600 0300 0000, DISASSOCIATE", "0500 0600 0200 0000, ASSOCIATE", "0500 0600 0900 0000,"})
    void readsARequestOfOneByte(String attribute, PortRequest expected) throws Exception {
        byte[] message = hex(NOTICE.replace("SSSS", "0000").replace("IIIIIIII", "00000000").replace("0600 0600 0300 0000", attribute));
        assertEquals(Optional.ofNullable(expected), VsiNotice.decode(reader(message)).entries().getFirst().request());
    }

    @Property
    void anyBytesEndInAValueOrAreMalformed(@ForAll @Size(max = 200) byte[] payload) {
        byte[] message = Messages.message(3, 0, 0, 0, out -> out.bytes(payload));
        try {
            MessageReader reader = reader(message);
            PortStatus.decode(reader).entries().forEach(entry -> {
                entry.verdict(PortProfileType.QBG);
                entry.request();
                entry.vsiType();
                entry.instanceId();
            });
            VsiNotice notice = VsiNotice.decode(reader);
            notice.address();
            notice.vlan();
            notice.device();
        } catch (MalformedMessageException _) {
            return;
        }
    }
}
