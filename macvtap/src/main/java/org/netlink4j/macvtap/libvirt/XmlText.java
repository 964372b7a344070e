package org.netlink4j.macvtap.libvirt;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;

/**
 * Decodes the characters of a document in the encoding that it names. The JDK's parser could, but prints complaints about wrong
 * bytes to the standard error stream and does not know where they are.
 */
final class XmlText {
    private static final int DECLARATION = 256;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*(['\"])([A-Za-z][A-Za-z0-9._-]*)\\1");
    private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private XmlText() {}

    static String decode(byte[] bytes) throws LibvirtXmlException {
        int begin = startsWith(bytes, UTF_8_MARK) ? UTF_8_MARK.length : 0;
        ByteBuffer in = ByteBuffer.wrap(bytes, begin, bytes.length - begin);
        CharsetDecoder decoder = encoding(bytes, begin)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate((int) (in.remaining() * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            result = decoder.flush(out);
        }
        String text = out.flip().toString();
        if (result.isError()) {
            throw new LibvirtXmlException(
                    new EndOf(text), "no XML: bytes that are no character of " + decoder.charset().name());
        }
        return text;
    }

    private static boolean startsWith(byte[] bytes, byte... prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static Charset encoding(byte[] bytes, int begin) throws LibvirtXmlException {
        if (startsWith(bytes, (byte) 0xfe, (byte) 0xff) || startsWith(bytes, (byte) 0xff, (byte) 0xfe)) {
            return StandardCharsets.UTF_16; // which looks at the mark
        }
        if (startsWith(bytes, (byte) 0, (byte) '<')) {
            return StandardCharsets.UTF_16BE;
        }
        if (startsWith(bytes, (byte) '<', (byte) 0)) {
            return StandardCharsets.UTF_16LE;
        }
        int length = Math.min(DECLARATION, bytes.length - begin);
        Matcher declared = ENCODING.matcher(new String(bytes, begin, length, StandardCharsets.ISO_8859_1));
        if (!declared.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(declared.group(2));
        } catch (UnsupportedCharsetException _) {
            throw new LibvirtXmlException(new EndOf(""), "no XML: unknown encoding " + declared.group(2));
        }
    }

    /** The place behind a text. */
    private record EndOf(String text) implements Location {
        @Override
        public int getLineNumber() {
            return 1 + (int) text.chars().filter(c -> c == '\n').count();
        }

        @Override
        public int getColumnNumber() {
            return text.length() - text.lastIndexOf('\n');
        }

        @Override
        public int getCharacterOffset() {
            return text.length();
        }

        @Override
        public String getPublicId() {
            return "";
        }

        @Override
        public String getSystemId() {
            return "";
        }
    }
}
