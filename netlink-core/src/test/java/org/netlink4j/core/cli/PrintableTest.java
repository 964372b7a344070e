package org.netlink4j.core.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.json.Printable;
import org.netlink4j.testkit.StrictJson;

/** Whatever a command prints, and whatever it fails with, no terminal is moved by it, and JSON is JSON. */
class PrintableTest {
    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all(),
                Arbitraries.strings().withCharRange('\0', '\u00a0').ofMaxLength(20),
                Arbitraries.of("\u001b[2J", "\u009b31m", "a\rb", "a\nb", "\u202eevil", "\u2028", "\ud800", "\"},{\"", "\u0007", "\u200b"));
    }

    /** What a command writes that prints the text in every way that there is. */
    private record Echo(String text) implements Command {
        @Override
        public String help() {
            return "echo";
        }

        @Override
        public int run(Arguments arguments, PrintStream out) throws IOException {
            if (arguments.has(JSON)) {
                Command.printJson(out, Map.of(text, List.of(text)));
                return Program.DONE;
            }
            out.println(text);
            out.println((Object) text);
            out.println(text.toCharArray());
            out.print(text);
            out.print((Object) text);
            out.print(text.toCharArray());
            out.printf("%s", text);
            out.append(text);
            for (char c : text.toCharArray()) {
                out.print(c);
                out.append(c);
            }
            throw new IOException(text);
        }
    }

    private static String run(String text, String... words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        new Program("test", () -> "", Map.of("echo", () -> new Echo(text))).run(List.of(words), out, out);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isSafe(int c) {
        return c == '\n' || c >= ' ' && c < 0x7f || c >= 0xa0 && c != 0x2028 && c != 0x2029 && !(c >= 0x200b && c <= 0x200f)
                && !(c >= 0x202a && c <= 0x202e) && !(c >= 0x2066 && c <= 0x2069);
    }

    @Property
    void nothingMovesATerminal(@ForAll("hostile") String text) {
        for (String printed : List.of(run(text, "echo"), run(text, "echo", "--json"), run("", text), run("", "echo", text))) {
            assertTrue(printed.codePoints().allMatch(PrintableTest::isSafe), printed);
        }
        assertEquals(-1, Printable.line(text).indexOf('\n'));
    }

    @Property
    void jsonIsOneLineThatSaysTheSame(@ForAll("hostile") String text) {
        String json = run(text, "echo", "--json");
        assertEquals(json.length() - 1, json.indexOf('\n'));
        assertEquals(Map.of(text, List.of(text)), StrictJson.parse(json.strip()));
    }

    @Test
    void aLineIsALine() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintableStream(new PrintStream(bytes, false, StandardCharsets.UTF_8));
        out.println("one\ntwo");
        out.print("three\nfour\n");
        out.flush();
        assertEquals("one?two\nthree\nfour\n", bytes.toString(StandardCharsets.UTF_8));
        assertEquals("\u00fc\u4e2d\ud83d\ude00", Printable.line("\u00fc\u4e2d\ud83d\ude00"));
    }
}
