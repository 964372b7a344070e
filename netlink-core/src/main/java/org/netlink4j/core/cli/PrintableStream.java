package org.netlink4j.core.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.netlink4j.core.json.Printable;

/**
 * The stream through which all output of a {@link Program} goes, and comes out {@link Printable}. {@code println} writes one line whatever
 * it is given; {@code print}, {@code printf} and {@code append} may write several.
 */
final class PrintableStream extends PrintStream {
    PrintableStream(PrintStream to) {
        super(to, false, to.charset());
    }

    @Override
    public void print(String text) {
        super.print(Arrays.stream(String.valueOf(text).split("\n", -1)).map(Printable::line).collect(Collectors.joining("\n")));
    }

    @Override
    public void print(Object object) {
        print(String.valueOf(object));
    }

    @Override
    public void print(char c) {
        print(String.valueOf(c));
    }

    @Override
    public void print(char[] text) {
        print(String.valueOf(text));
    }

    @Override
    public void println(String text) {
        super.print(Printable.line(String.valueOf(text)) + System.lineSeparator());
    }

    @Override
    public void println(Object object) {
        println(String.valueOf(object));
    }
}
