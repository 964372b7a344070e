package org.netlink4j.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.netlink4j.core.MalformedMessageException;

/**
 * What a fuzzer may throw bytes at. Without a fuzzer, the seeds and damaged seeds are run, always the same ones. With
 * {@code -Pfuzz}, which puts Jazzer on the class path and says for how many seconds or executions, Jazzer looks for more in a JVM of its
 * own. A finding is a failed test that says the bytes.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class FuzzTarget {
    private static final String SECONDS = "netlink4j.fuzz.seconds";
    private static final String RUNS = "netlink4j.fuzz.runs";
    private static final int DAMAGED = 200;

    /** Bytes to begin with: captures, and what else gets far into the decoder. */
    protected abstract List<byte[]> seeds() throws IOException;

    /**
     * Decodes bytes, and checks what came out.
     *
     * @throws MalformedMessageException as it should be for bytes that mean nothing; any other is a finding
     */
    protected abstract void run(byte[] bytes) throws IOException;

    /** What Jazzer found worth keeping, if it ran for a target. */
    public static List<byte[]> learnt(Class<? extends FuzzTarget> target) throws IOException {
        List<byte[]> learnt = new ArrayList<>();
        for (Path file : Fuzzer.learnt(target)) {
            learnt.add(Files.readAllBytes(file));
        }
        return learnt;
    }

    /** Decodes bytes that may be malformed. */
    final void runAny(byte[] bytes) throws IOException {
        try {
            run(bytes);
        } catch (MalformedMessageException _) {
            return; // as it should be
        }
    }

    private void runSaying(byte[] bytes) {
        try {
            runAny(bytes);
        } catch (IOException | RuntimeException | AssertionError e) {
            throw new AssertionError("found with " + HexFormat.of().formatHex(bytes), e);
        }
    }

    @Test
    void anyBytesEndInAValueOrAreMalformed() throws Exception {
        List<byte[]> seeds = seeds();
        assertFalse(seeds.isEmpty());
        seeds.forEach(this::runSaying);
        Random random = new Random(seeds.size());
        for (int i = 0; i < DAMAGED; i++) {
            runSaying(Damage.damaged(seeds.get(random.nextInt(seeds.size())), random));
        }
        int runs = Integer.getInteger(RUNS, 0);
        int seconds = Integer.getInteger(SECONDS, 0);
        if (runs > 0) {
            System.out.println(new Fuzzer(getClass(), seeds).forRuns(runs));
        } else if (seconds > 0) {
            System.out.println(new Fuzzer(getClass(), seeds).forSeconds(seconds));
        }
    }
}
