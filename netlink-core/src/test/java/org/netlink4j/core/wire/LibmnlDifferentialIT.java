package org.netlink4j.core.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.generic.Ctrl;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.Damage;
import org.netlink4j.testkit.FuzzTarget;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.NlmonCapture;
import org.netlink4j.testkit.SeedAttributes;

/**
 * The same bytes, walked by these readers and by a C program with libmnl, are the same messages and the same tree of attributes, and
 * are given up at the same place. If Jazzer ran before, so is what it found worth keeping. Two differences are meant. libmnl stops without a word where these readers say malformed: what is
 * left tells. And libmnl takes a length of 2 GiB and more for negative, and so for one that fits.
 */
@NeedsCommand("gcc")
class LibmnlDifferentialIT {
    private static final int INPUTS = Integer.getInteger("netlink4j.differential", 20_000);
    private static final Path HEADER = Path.of("/usr/include/libmnl/libmnl.h");

    @TempDir
    private Path directory;

    private static List<byte[]> seeds() throws IOException {
        MessageSpec message = new MessageSpec(16, "ANY", StructSpec.EMPTY, Ctrl.ATTRIBUTES);
        return Stream.concat(NlmonCapture.datagrams().stream(), SeedAttributes.messages(message, 0).stream()).toList();
    }

    private static List<byte[]> inputs() throws IOException {
        List<byte[]> seeds = seeds();
        Random random = new Random(INPUTS);
        Stream<byte[]> damaged = IntStream.range(0, INPUTS)
                .mapToObj(i -> i < seeds.size() ? seeds.get(i) : Damage.damaged(seeds.get(random.nextInt(seeds.size())), random));
        return Stream.concat(damaged, learnt()).toList();
    }

    private static Stream<byte[]> learnt() throws IOException {
        return Stream.concat(
                FuzzTarget.learnt(MessageWalkFuzzTest.class).stream(),
                FuzzTarget.learnt(AttributeWalkFuzzTest.class).stream().map(LibmnlDifferentialIT::message));
    }

    private static byte[] message(byte[] attributes) {
        byte[] room = new byte[attributes.length + 20];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(room), 0, room.length);
        out.begin(16, 0, 1, 0).bytes(attributes);
        return Arrays.copyOf(room, (int) out.end());
    }

    private Path program() throws IOException {
        assumeTrue(Files.exists(HEADER), "needs libmnl-dev, which is not installed");
        Path source = directory.resolve("mnl-walk.c");
        try (InputStream in = LibmnlDifferentialIT.class.getResourceAsStream("mnl-walk.c")) {
            Files.copy(in, source);
        }
        Path program = directory.resolve("mnl-walk");
        Commands.here().run("gcc", "-O1", "-Wall", "-Werror", "-o", program.toString(), source.toString(), "-lmnl");
        return program;
    }

    private List<String> theirs(List<byte[]> inputs) throws IOException {
        Path file = directory.resolve("inputs");
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            for (byte[] input : inputs) {
                out.write(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.nativeOrder()).putInt(input.length).array());
                out.write(input);
            }
        }
        return List.of(Commands.here().run(program().toString(), file.toString()).split("(?<=end\n)"));
    }

    @Test
    void theSameBytesAreTheSameTree() throws IOException {
        List<byte[]> inputs = inputs();
        List<String> theirs = theirs(inputs);
        assertEquals(inputs.size(), theirs.size());
        List<Integer> rejected = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            byte[] input = inputs.get(i);
            String ours = ours(input);
            assertEquals(theirs.get(i), ours, () -> HexFormat.of().formatHex(input));
            if (ours.contains("rejected")) {
                rejected.add(i);
            }
        }
        assertTrue(rejected.size() > inputs.size() / 10 && rejected.size() < inputs.size(), () -> rejected.size() + " were rejected");
    }

    private static String ours(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        MessageReader reader = new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length);
        try {
            while (reader.next()) {
                out.append("m %d %d %d %s %s%n".formatted(
                        reader.length(), reader.type(), reader.flags(), Integer.toUnsignedString(reader.sequence()),
                        Integer.toUnsignedString(reader.portId())));
                attributes(reader.attributes(0), out);
            }
        } catch (MalformedMessageException _) {
            out.append("rejected\n");
        }
        return out.append("end\n").toString();
    }

    private static void attributes(AttributeReader in, StringBuilder out) {
        try {
            while (in.next()) {
                out.append("a ").append(in.depth()).append(' ').append(in.rawType()).append(' ').append(in.length()).append('\n');
                if (in.isNested() && in.depth() < AttributeReader.MAX_DEPTH) {
                    in.enter();
                    attributes(in, out);
                    in.leave();
                }
            }
        } catch (MalformedMessageException _) {
            out.append("rejected\n");
        }
    }
}
