package org.netlink4j.rtnetlink.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.schema.MessageText;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.wire.AttributeReader;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.core.wire.Nlmsg;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.testkit.Commands;

/** Compares our requests with those of {@code ip}, as strace sees them; sequence number and port id do not count. */
public record IpRequests(NetworkNamespace namespace) implements AutoCloseable {
    /** The flags of a request that makes an object. */
    public static final int NEW = NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL;
    /** The flags of a request that changes or deletes an object. */
    public static final int CHANGE = NLM_F_REQUEST | NLM_F_ACK;

    private static final Pattern DUMPED = Pattern.compile("^ \\| [0-9a-f]{5,} {2}(.{49})", Pattern.MULTILINE);

    /** In a namespace of its own that has these links; {@link #close} ends it. */
    public static IpRequests among(LinkSpec... links) throws NetlinkException {
        NetworkNamespace namespace = NetworkNamespace.createAnonymous();
        try (Rtnetlink rtnetlink = Rtnetlink.open(namespace)) {
            for (LinkSpec link : links) {
                rtnetlink.links().create(link);
            }
        } catch (NetlinkException e) {
            namespace.close();
            throw e;
        }
        return new IpRequests(namespace);
    }

    @Override
    public void close() {
        namespace.close();
    }

    /** The last message that ip sent: what comes before only asks. */
    private byte[] sentBy(String command) {
        String[] words = words("strace -e trace=sendmsg,sendto -e write=all -e signal=none " + command);
        String trace = Commands.inside(namespace.path().toString()).attempt(words).errors(); // ip may be refused: the request counts
        int last = Math.max(trace.lastIndexOf(call(command) + "("), trace.lastIndexOf("sendto("));
        if (last < 0) {
            throw new AssertionError("ip sent nothing: " + trace);
        }
        StringBuilder hex = new StringBuilder();
        for (Matcher line = DUMPED.matcher(trace.substring(last)); line.find(); ) {
            hex.append(line.group(1).replace(" ", ""));
        }
        byte[] bytes = HexFormat.of().parseHex(hex);
        int length = MemorySegment.ofArray(bytes).get(ValueLayout.JAVA_INT_UNALIGNED, 0);
        return masked(Arrays.copyOf(bytes, length));
    }

    /** Words are separated by blanks, but not by those between apostrophes. */
    private static String[] words(String command) {
        String[] words = command.split(" (?=(?:[^']*'[^']*')*[^']*$)");
        for (int i = 0; i < words.length; i++) {
            words[i] = words[i].replace("'", "");
        }
        return words;
    }

    /** How a program sends its requests: of {@code ip}, what goes through another call only asks. */
    private static String call(String command) {
        return (" " + command).contains(" dcb ") ? "sendto" : "sendmsg";
    }

    private static byte[] masked(byte[] message) {
        Arrays.fill(message, 8, 16, (byte) 0); // sequence number and port id
        MessageReader reader = new MessageReader().over(MemorySegment.ofArray(message), 0, message.length);
        try {
            reader.next();
            MessageSpec spec = Rtnetlink.PROTOCOL.message(reader).orElseThrow();
            clearPadding(spec.attributes(), reader.attributes(spec.header().size()), message);
        } catch (MalformedMessageException e) {
            throw new AssertionError(e);
        }
        return message;
    }

    /** ip puts some nests together on its stack, and the padding in them is whatever was there. */
    private static void clearPadding(AttributeSet set, AttributeReader reader, byte[] message) throws MalformedMessageException {
        while (reader.next()) {
            int end = Math.toIntExact(reader.offset() + reader.length());
            Arrays.fill(message, end, Math.min(message.length, (int) Nlmsg.align(end)), (byte) 0);
            Optional<AttributeSpec> spec = set.find(reader.type());
            if (reader.isNested() || spec.filter(known -> known.type() == AttributeType.NEST).isPresent()) {
                reader.enter();
                clearPadding(spec.map(AttributeSpec::nest).orElse(AttributeSet.UNKNOWN), reader, message);
                reader.leave();
            } else if (spec.filter(known -> known.type() == AttributeType.LIST).isPresent()) {
                reader.enter();
                while (reader.next()) { // an element begins like an attribute
                    reader.enter(spec.get().struct().orElseThrow().size() - Nlmsg.NLA_HDRLEN);
                    clearPadding(spec.get().nest(), reader, message);
                    reader.leave();
                }
                reader.leave();
            }
        }
    }

    private static byte[] ours(int type, int flags, MessageBody spec) {
        byte[] buffer = new byte[4096];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(buffer), 0, buffer.length).begin(type, flags, 0, 0);
        spec.write(out);
        return Arrays.copyOf(buffer, (int) out.end());
    }

    /** Fails if our request is not that of a command. */
    public void same(String command, int type, int flags, MessageBody spec) {
        byte[] theirs = sentBy(command);
        byte[] ours = ours(type, flags, spec);
        assertEquals(text(theirs), text(ours), command); // which says more than the bytes
        assertEquals(HexFormat.of().formatHex(theirs), HexFormat.of().formatHex(ours), command);
    }

    private static String text(byte[] message) {
        return MessageText.describe(
                Rtnetlink.PROTOCOL, new MessageReader().over(MemorySegment.ofArray(message), 0, message.length));
    }
}
