package org.netlink4j.rtnetlink.tc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The clock of traffic control, in whose ticks some attributes count: the four numbers of {@code /proc/net/psched}. All kernels since
 * 2.6.31 say the same, {@link #KERNEL}: a tick is 64 ns.
 *
 * @param nanosecondsAMicrosecond the first number: nanoseconds in a microsecond, u32
 * @param nanosecondsATick the second one: nanoseconds in a tick, u32
 * @param resolution the third one: units of time in a second, u32
 * @param timerFrequency the fourth one: the resolution of the timers in Hz, u32
 */
public record Psched(long nanosecondsAMicrosecond, long nanosecondsATick, long resolution, long timerFrequency) {
    /** What all kernels say that have timers of high resolution. */
    public static final Psched KERNEL = new Psched(1000, 64, 1_000_000, 1_000_000_000);

    private static final Path FILE = Path.of("/proc/net/psched");
    private static final int NUMBERS = 4;
    private static final int HEX = 16;
    private static final double MICROSECONDS = 1_000_000;

    /** Refuses zeros, by which would be divided. */
    public Psched {
        if (nanosecondsAMicrosecond <= 0 || nanosecondsATick <= 0 || resolution <= 0) {
            throw new IllegalArgumentException("a clock that stands still");
        }
    }

    /**
     * Reads what the kernel of this machine says.
     *
     * @return the clock
     * @throws IOException if {@code /proc} is not mounted or the file is not what it should be
     */
    public static Psched ofSystem() throws IOException {
        try {
            return parse(Files.readString(FILE));
        } catch (IllegalArgumentException e) {
            throw new IOException(FILE + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads the four numbers.
     *
     * @param text four hexadecimal numbers with blanks between them
     * @return the clock
     * @throws IllegalArgumentException if it is something else
     */
    public static Psched parse(String text) {
        String[] words = text.strip().split("\\s+");
        if (words.length != NUMBERS) {
            throw new IllegalArgumentException("four numbers wanted: " + text.strip());
        }
        return new Psched(number(words[0]), number(words[1]), number(words[2]), number(words[3]));
    }

    private static long number(String digits) {
        return Integer.toUnsignedLong(Integer.parseUnsignedInt(digits, HEX));
    }

    private double ticksAMicrosecond() {
        return (double) nanosecondsAMicrosecond / nanosecondsATick * (resolution / MICROSECONDS);
    }

    /**
     * Ticks out of time.
     *
     * @param microseconds the time
     * @return whole ticks
     */
    public long ticks(long microseconds) {
        return (long) (microseconds * ticksAMicrosecond());
    }

    /**
     * Time out of ticks.
     *
     * @param ticks the ticks
     * @return microseconds
     */
    public double microseconds(long ticks) {
        return ticks / ticksAMicrosecond();
    }

    /**
     * The time that bytes take at a rate.
     *
     * @param rate bytes a second, u64, not 0
     * @param bytes how many
     * @return ticks; as {@code tc} does it, out of whole microseconds
     */
    public long transmission(long rate, long bytes) {
        return ticks((long) (MICROSECONDS * ((double) bytes / unsigned(rate))));
    }

    /**
     * The bytes that pass in a time.
     *
     * @param rate bytes a second, u64
     * @param ticks the time
     * @return how many
     */
    public long bytes(long rate, long ticks) {
        return (long) (unsigned(rate) * (long) microseconds(ticks) / MICROSECONDS);
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : value + 0x1p64;
    }
}
