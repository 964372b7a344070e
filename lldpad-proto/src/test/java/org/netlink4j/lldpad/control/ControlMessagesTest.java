package org.netlink4j.lldpad.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.lldpad.PortRequest;

/** What the real tools and lldpad 1.1 said to one another, taken with strace, and what nobody should say. */
class ControlMessagesTest {
    private static final UUID INSTANCE = UUID.fromString("09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f");
    private static final ControlRequest EVB = ControlRequest.get("sta0", ControlTlv.EVB);
    static final String EVB_ANSWER =
            "R00C3010000001104sta00080c20d06vdprka00022006vdprwd00022006ecprte000180aecpretries0001308evbrrreq0003yes08evbrrcap0002no"
                    + "07evbgpid0002no07evbmode0007station08enableTx0003yes";
    static final String VSIS_ANSWER =
            "R00C3010000000104sta000000003009404mode0005assoc06mgrid2000312006typeid0001509typeidver0001404uuid002409b11c53-8b5c-4eeb"
                    + "-8f00-d84eaa0aaa4f05hints0001006filter00132-52:00:00:11:22:33";
    static final String EVENT =
            "M000080c4E16009404mode0005assoc06mgrid2000312006typeid0001509typeidver0001404uuid002409b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f"
                    + "05hints0001006filter00132-52:00:00:11:22:33";

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void requests() {
        assertEquals("M00000001C3010000001104sta0020080c20d", EVB.text());
        assertEquals("M00000001C3010000000104sta0020080c20d", ControlRequest.sent("sta0", ControlTlv.EVB).text());
        assertEquals(
                "M00000001C3020000001c04sta0020080c20d06ecprte00019",
                ControlRequest.set("sta0", ControlTlv.EVB, "ecprte", "9").text());
        assertEquals(
                "M00000001C3010000001504sta002001b400208enableTx",
                ControlRequest.get("sta0", ControlTlv.VDP_DRAFT, "enableTx").text());
        assertEquals("M00000001C3030000000404sta0020badminStatus", ControlRequest.adminStatus("sta0").text());
        assertEquals(
                "M00000001C3040000000c04sta0020badminStatus0004rxtx", ControlRequest.adminStatus("sta0", "rxtx").text());
        assertEquals("M000080c4C3010000000104sta00200000003", ControlRequest.vsis("sta0", PortRequest.ASSOCIATE).text());
        assertEquals(
                "M000080c4C3020000011c04sta0020000000304mode0005assoc06mgrid20001x06typeid0001504uuid002409b11c53-8b5c-4eeb-8f00-"
                        + "d84eaa0aaa4f09typeidver0001405hints0004none06filter00132-52:00:00:11:22:33",
                ControlRequest.ask(
                                "sta0",
                                PortRequest.ASSOCIATE,
                                ControlVsi.of("assoc", "x", 5, 4, INSTANCE, "2-52:00:00:11:22:33"))
                        .text());
    }

    @Test
    void answers() throws Exception {
        Map<String, String> set = EVB.payload(bytes(EVB_ANSWER)).orElseThrow().pairs();
        assertEquals("8", set.get("ecprte"));
        assertEquals("yes", set.get("enableTx"));
        assertEquals(9, set.size());
        ControlVsi vsi = ControlVsi.decode(ControlRequest.vsis("sta0", PortRequest.ASSOCIATE)
                        .payload(bytes(VSIS_ANSWER))
                        .orElseThrow())
                .getFirst();
        assertEquals(Optional.of(INSTANCE.toString()), vsi.value("uuid"));
        assertEquals(List.of("2-52:00:00:11:22:33"), vsi.filters());
        assertEquals(Optional.empty(), vsi.value("nosuch"));
        assertEquals(new ControlEvent(0x80c4, 1, 6, List.of(vsi)), ControlEvent.decode(bytes(EVENT)));
    }

    @Test
    void refusals() throws Exception {
        ControlRefusedException unknown = assertThrows(
                ControlRefusedException.class,
                () -> ControlRequest.get("nosuch", ControlTlv.EVB).payload(bytes("R02C3010000001106nosuch")));
        assertEquals(2, unknown.status());
        assertEquals("getting EVB of nosuch: device not found or inactive", unknown.getMessage());
        assertEquals(
                "setting ecprte of EVB of sta0: status 77",
                assertThrows(ControlRefusedException.class, () -> ControlRequest.set("sta0", ControlTlv.EVB, "ecprte", "99")
                                .payload(bytes("R4dC3020000001c04sta00080c20d")))
                        .getMessage());
        // what answers another request, as one that was given up, is none
        assertEquals(Optional.empty(), EVB.payload(bytes("R02C3010000001106nosuch")));
    }

    @Test
    void nonsenseIsMalformed() {
        for (String nonsense : List.of("", "R", "R0", "Rxx", "M", "R00C3010000001104sta000000003")) {
            assertThrows(MalformedMessageException.class, () -> EVB.payload(bytes(nonsense)), nonsense);
        }
        for (String tail : List.of("0", "zz", "09vdprka000220", "06vdprka00ff20", "06vdprka-00220")) {
            assertThrows(
                    MalformedMessageException.class,
                    () -> EVB.payload(bytes("R00C3010000001104sta00080c20d" + tail)).orElseThrow().pairs(),
                    tail);
        }
        for (String event : List.of("M000080c4", "M000080c4E", "M000080c4E1600", "M000080c4E16ffff", "Mzz0080c4E16", "M000080c4E16000204")) {
            assertThrows(MalformedMessageException.class, () -> ControlEvent.decode(bytes(event)), event);
        }
    }

    @Test
    void whatCannotBeSaidIsRefusedBeforeItIsSaid() {
        assertThrows(IllegalArgumentException.class, () -> ControlRequest.get("st\na0", ControlTlv.EVB));
        assertThrows(IllegalArgumentException.class, () -> ControlRequest.get("x".repeat(256), ControlTlv.EVB));
        assertThrows(
                IllegalArgumentException.class,
                () -> ControlRequest.set("sta0", ControlTlv.EVB, "ecprte", "x".repeat(0x10000)));
    }

    @Provide
    Arbitrary<byte[]> nearlyRight() {
        Arbitrary<String> captured = Arbitraries.of(EVB_ANSWER, VSIS_ANSWER, EVENT);
        return captured.flatMap(text -> Arbitraries.integers().between(0, text.length()).flatMap(at -> Arbitraries.of(
                        bytes(text.substring(0, at)),
                        bytes(text.substring(0, at) + "f" + text.substring(Math.min(text.length(), at + 1))),
                        bytes(text.substring(0, at) + "\u00ff" + text.substring(at)))));
    }

    static void decodes(byte[] message) {
        try {
            Optional<ControlText> pairs = EVB.payload(message);
            if (pairs.isPresent()) {
                pairs.get().pairs();
            }
            Optional<ControlText> vsis = ControlRequest.vsis("sta0", PortRequest.ASSOCIATE).payload(message);
            if (vsis.isPresent()) {
                ControlVsi.decode(vsis.get());
            }
        } catch (MalformedMessageException | ControlRefusedException _) {
            // as it should be
        }
        try {
            ControlEvent.decode(message);
        } catch (MalformedMessageException _) {
            // as it should be
        }
    }

    @Property
    void anyBytesAreAValueOrMalformed(@ForAll byte[] message) {
        decodes(message);
    }

    @Property
    void spoiltMessagesAreAValueOrMalformed(@ForAll("nearlyRight") byte[] message) {
        decodes(message);
    }

    // ---- what was said comes back as it was

    @Provide
    static Arbitrary<List<ControlVsi>> vsis() {
        Arbitrary<String> texts = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(40);
        Arbitrary<ControlVsi> vsi = Combinators.combine(texts, texts)
                .as(ControlVsi.Parameter::new)
                .list()
                .ofMaxSize(9)
                .map(ControlVsi::new);
        return vsi.list().ofMaxSize(3);
    }

    private static String blocks(List<ControlVsi> vsis) {
        return vsis.stream()
                .map(ControlVsi::encoded)
                .map(block -> ControlText.hex(4, block.length()) + block)
                .collect(Collectors.joining());
    }

    @Property
    void vsisComeBackAsTheyWere(@ForAll("vsis") List<ControlVsi> vsis) throws Exception {
        assertEquals(vsis, ControlVsi.decode(ControlText.of(bytes(blocks(vsis)))));
    }

    @Property
    void eventsComeBackAsTheyWere(
            @ForAll("vsis") List<ControlVsi> vsis,
            @ForAll @IntRange(max = 0xfff_ffff) int module,
            @ForAll @IntRange(max = 15) int level,
            @ForAll @IntRange(max = 15) int kind)
            throws Exception {
        String text = "M0%07xE%x%x".formatted(module, level, kind) + blocks(vsis);
        assertEquals(new ControlEvent(module, level, kind, vsis), ControlEvent.decode(bytes(text)));
    }

    @Property
    void settingsComeBackAsTheyWere(@ForAll("vsis") List<ControlVsi> vsis) throws Exception {
        Map<String, String> expected = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder("R00C3010000001104sta00080c20d");
        for (ControlVsi vsi : vsis) {
            text.append(vsi.encoded());
            vsi.parameters().forEach(one -> expected.put(one.key(), one.value()));
        }
        assertEquals(expected, EVB.payload(bytes(text.toString())).orElseThrow().pairs());
    }
}
