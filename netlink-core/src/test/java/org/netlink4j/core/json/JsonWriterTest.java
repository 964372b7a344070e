package org.netlink4j.core.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.netlink4j.testkit.StrictJson;

class JsonWriterTest {
    private static String json(String text) {
        return new JsonWriter().value(text).toString();
    }

    @Test
    void writesNestedObjectsAndArrays() {
        String json = new JsonWriter().beginObject()
                .name("a").beginArray().value(1).value("x").beginObject().endObject().beginArray().endArray().endArray()
                .name("b").value(true).name("c").nullValue().name("d").beginObject().name("e").literal("0.125").endObject()
                .endObject().toString();
        assertEquals("{\"a\":[1,\"x\",{},[]],\"b\":true,\"c\":null,\"d\":{\"e\":0.125}}", json);
        assertEquals(
                Map.of("a", List.of(BigDecimal.ONE, "x", Map.of(), List.of()), "b", true, "c", StrictJson.NULL,
                        "d", Map.of("e", new BigDecimal("0.125"))),
                StrictJson.parse(json));
    }

    @Test
    void writesNumbersSignedAndUnsigned() {
        assertEquals("-9223372036854775808", new JsonWriter().value(Long.MIN_VALUE).toString());
        assertEquals("18446744073709551615", new JsonWriter().unsigned(-1).toString());
        assertEquals(new BigDecimal(BigInteger.ONE.shiftLeft(63)), StrictJson.parse(new JsonWriter().unsigned(Long.MIN_VALUE).toString()));
    }

    @Test
    void escapesEveryControlCharacter() {
        for (char c = 0; c < 0xa0; c++) {
            String json = json("a" + c + "b");
            assertEquals("a" + c + "b", StrictJson.parse(json));
            boolean printable = c >= 0x20 && c < 0x7f;
            assertEquals(printable, json.indexOf(c) >= 0 , () -> json);
        }
        assertEquals("\"\\u0000\\u001b\\u007f\\u0085\\n\\t\\r\\\"\\\\/\"", json("\0\u001b\u007f\u0085\n\t\r\"\\/"));
    }

    @Test
    void escapesUnpairedSurrogatesOnly() {
        assertEquals("\"\ud83d\ude00\"", json("\ud83d\ude00"));
        assertEquals("\"\\ud83d\"", json("\ud83d"));
        assertEquals("\"\\ude00\"", json("\ude00"));
        assertEquals("\"\\ude00\\ud83d\"", json("\ude00\ud83d"));
        assertEquals("\"\\ud83d\ud83d\ude00\\ude00\"", json("\ud83d\ud83d\ude00\ude00"));
    }

    @Property(tries = 1000)
    void anyTextComesBack(@ForAll String name, @ForAll String value) {
        String json = new JsonWriter().beginObject().name(name).value(value).endObject().toString();
        assertEquals(Map.of(name, value), StrictJson.parse(json));
    }

    @Test
    void refusesWhatWouldBeNoJson() {
        refused(() -> new JsonWriter().value(1).value(2));
        refused(() -> new JsonWriter().value(1).beginArray());
        refused(() -> new JsonWriter().beginObject().value(1));
        refused(() -> new JsonWriter().beginObject().beginArray());
        refused(() -> new JsonWriter().beginObject().name("a").name("b"));
        refused(() -> new JsonWriter().beginObject().name("a").value(1).value(2));
        refused(() -> new JsonWriter().beginObject().name("a").endObject());
        refused(() -> new JsonWriter().beginObject().endArray());
        refused(() -> new JsonWriter().beginArray().endObject());
        refused(() -> new JsonWriter().beginArray().name("a"));
        refused(() -> new JsonWriter().name("a"));
        refused(() -> new JsonWriter().endArray());
        refused(() -> new JsonWriter().beginArray().toString());
        refused(() -> new JsonWriter().toString());
    }

    private static void refused(org.junit.jupiter.api.function.Executable call) {
        assertThrows(IllegalStateException.class, call);
    }
}
