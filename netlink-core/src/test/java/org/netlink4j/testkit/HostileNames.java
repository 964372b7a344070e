package org.netlink4j.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Names that the kernel takes and a terminal, or a reader of text, should not get as they are. */
public final class HostileNames {
    /** For devices: at most 15 bytes, no white space, no '/' and no ':'. */
    public static final List<byte[]> DEVICES = List.of(
            bytes("\u001b[2J\u001b[31m"),
            bytes("\"},{\"up\"-1"),
            bytes("<b>&'`\\n#lt;"),
            bytes("\u202erotalumis"),
            bytes("\u0007\u007f\u009b1m"),
            HexFormat.of().parseHex("9b316dfffec0af"),
            bytes("--json"),
            bytes("$(id);x|y&&z"));

    /** For aliases and alternative names, which may hold anything but a NUL. */
    public static final List<byte[]> TEXTS = List.of(
            bytes("two\nlines\r\tand\u0085more\u2028"),
            bytes("\u001b]0;title\u0007\u001b[2J"),
            bytes("\"}]\n[{\"ifindex\":666}"),
            HexFormat.of().parseHex("0afffeeda080"));

    /** Control characters but the end of a line, C1 too; invisible ones; other ends of lines. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{gc=Cc}\\p{gc=Cf}\\p{gc=Zl}\\p{gc=Zp}&&[^\n]]");

    private HostileNames() {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A name as {@code IFLA_IFNAME} wants it. */
    public static byte[] terminated(byte[] name) {
        return Arrays.copyOf(name, name.length + 1);
    }

    /** Fails if printing it would do more than to show lines of text. */
    public static void assertSafe(String printed) {
        assertFalse(UNSAFE.matcher(printed).find(), printed);
    }
}
