package org.netlink4j.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    private static final Set<String> SWITCHES = Set.of("--up", "--json");
    private static final Set<String> OPTIONS = Set.of("--name", "--mac");

    private static Arguments parse(String line) {
        return Arguments.parse(line.isEmpty() ? List.of() : List.of(line.split(" ")), SWITCHES, OPTIONS);
    }

    @Test
    void operandsSwitchesAndOptionsInAnyOrder() {
        Arguments arguments = parse("--up eth0 --name -odd-");
        assertEquals("eth0", arguments.operand("device"));
        assertTrue(arguments.has("--up"));
        assertFalse(arguments.has("--json"));
        assertEquals(Optional.of("-odd-"), arguments.value("--name"));
        assertEquals(Optional.empty(), arguments.value("--mac"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--bogus", "-x", "--name", "--name a --name b"})
    void mistakes(String line) {
        assertThrows(IllegalArgumentException.class, () -> parse(line));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b"})
    void oneOperandIsWanted(String line) {
        assertThrows(IllegalArgumentException.class, () -> parse(line).operand("device"));
    }

    @Test
    void noOperandIsWanted() {
        parse("--up").noOperands();
        assertThrows(IllegalArgumentException.class, () -> parse("a").noOperands());
    }

    @Property
    void anyWordsAreArgumentsOrAMistake(@ForAll List<String> words) {
        try {
            Arguments arguments = Arguments.parse(words, SWITCHES, OPTIONS);
            assertTrue(arguments.operands().size() <= words.size());
        } catch (IllegalArgumentException e) {
            assertFalse(e.getMessage().isBlank());
        }
    }
}
