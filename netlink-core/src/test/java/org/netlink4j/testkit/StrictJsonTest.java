package org.netlink4j.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StrictJsonTest {
    @Test
    void parsesValues() {
        assertEquals(Map.of("a", List.of(new BigDecimal("-1.5e3"), true, false, StrictJson.NULL), "b", "x\n\u00e4/"),
                StrictJson.parse(" { \"a\" : [ -1.5e3 , true , false , null ] , \"b\" : \"x\\n\\u00e4\\/\" } "));
    }

    @Test
    void refusesAlmostJson() {
        for (String text : new String[] {"", "[1,]", "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "01", "+1", "1.", ".5", "'a'", "\"a", "\"\t\"",
            "\"\\x\"", "\"\\u12\"", "[1 2]", "1 2", "tru", "NaN", "[", "{", "{\"a\":}", "// c\n1"}) {
            assertThrows(AssertionError.class, () -> StrictJson.parse(text), text);
        }
    }
}
