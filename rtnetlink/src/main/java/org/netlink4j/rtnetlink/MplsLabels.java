package org.netlink4j.rtnetlink;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.netlink4j.core.MalformedMessageException;

/**
 * A stack of MPLS labels as routes have them: traffic class and time to live are 0, and the last label is the bottom of the stack.
 *
 * @param labels the labels from the top on, 20 bits each
 */
public record MplsLabels(List<Integer> labels) {
    private static final int BITS = 20;
    private static final int SHIFT = 12;
    private static final int BOTTOM = 1 << 8;

    /** Checks the ranges. */
    public MplsLabels {
        labels = List.copyOf(labels);
        labels.stream().filter(label -> label >>> BITS != 0).findFirst().ifPresent(label -> {
            throw new IllegalArgumentException("a label has " + BITS + " bits: " + label);
        });
    }

    /**
     * Labels.
     *
     * @param labels the labels from the top on, 20 bits each
     * @return the stack
     */
    public static MplsLabels of(int... labels) {
        return new MplsLabels(IntStream.of(labels).boxed().toList());
    }

    /**
     * Parses the notation of {@code ip}.
     *
     * @param text for example {@code "100/200"}
     * @return the stack
     */
    public static MplsLabels parse(String text) {
        return new MplsLabels(Arrays.stream(text.split("/", -1)).map(Integer::valueOf).toList());
    }

    /**
     * Reads the labels of an attribute; what else the entries say is not looked at.
     *
     * @param entries label stack entries of 4 bytes
     * @return the stack
     * @throws MalformedMessageException if these are no whole entries
     */
    public static MplsLabels decode(byte[] entries) throws MalformedMessageException {
        if (entries.length % Integer.BYTES != 0) {
            throw new MalformedMessageException("labels of " + entries.length + " bytes, no multiple of 4");
        }
        ByteBuffer in = ByteBuffer.wrap(entries);
        List<Integer> labels = new ArrayList<>();
        while (in.hasRemaining()) {
            labels.add(in.getInt() >>> SHIFT);
        }
        return new MplsLabels(labels);
    }

    /** {@return the label stack entries, 4 bytes each} */
    public byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(labels.size() * Integer.BYTES);
        labels.forEach(label -> out.putInt(label << SHIFT | (out.remaining() == Integer.BYTES ? BOTTOM : 0)));
        return out.array();
    }

    /** {@return the notation of {@code ip}, for example {@code "100/200"}} */
    @Override
    public String toString() {
        return labels.stream().map(String::valueOf).collect(Collectors.joining("/"));
    }
}
