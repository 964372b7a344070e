package org.netlink4j.rtnetlink.tc.qdisc;

import org.netlink4j.rtnetlink.tc.TcRate;

/**
 * What somebody wants of random early detection. The kernel wants it as logarithms and as a table of how the average shrinks while
 * nothing comes; they are reckoned here as {@code tc} does it.
 *
 * @param limit how long the queue may be, u32: bytes of red and gred, packets of choke
 * @param min the average length from which on packets may be marked or dropped, u32
 * @param max the average length from which on all are, u32, more than {@code min}
 * @param averagePacket the average size of a packet in bytes, not 0
 * @param burst how many packets may come at once without being dropped, more than fit into {@code min}
 * @param probability the probability at the upper length, above 0 and at most 1
 * @param bandwidth bytes per second of the device
 */
public record RedParameters(long limit, long min, long max, long averagePacket, long burst, double probability, long bandwidth) {
    /** What {@code tc} takes if it is not told the bandwidth: 10 Mbit/s. */
    public static final long DEFAULT_BANDWIDTH = 10_000_000 / 8;

    /** What {@code tc} takes if it is not told the probability. */
    public static final double DEFAULT_PROBABILITY = 0.02;

    private static final int LOGS = 32;
    private static final int LARGEST_SHIFT = 31;
    private static final int HALF_TABLE = 512;
    private static final double PROBABILITY_ONE = 0x1p32;

    /** Checks what would be divided by. */
    public RedParameters {
        if (max <= min || averagePacket <= 0 || bandwidth == 0 || !(probability > 0 && probability <= 1)) {
            throw new IllegalArgumentException("max above min, a packet, a bandwidth and a probability wanted");
        }
    }

    /** {@return the probability as the kernel counts it, u32} */
    public long fixedProbability() {
        return Math.min((long) (probability * PROBABILITY_ONE), (1L << LOGS) - 1);
    }

    /** The logarithm of the probability that belongs to a byte, if all of it belongs to so many. */
    int probabilityLog(long bytes) {
        double unit = probability / bytes;
        for (int log = 0; log < LOGS; log++) {
            if (unit > 1) {
                return log;
            }
            unit *= 2;
        }
        throw new IllegalArgumentException("the probability is too small for such lengths");
    }

    /** The logarithm of the inverse weight with which a burst does not reach the lower length. */
    int averageLog(double minPackets) {
        double room = burst + 1 - minPackets;
        if (room < 1) {
            throw new IllegalArgumentException("the burst is too small");
        }
        double weight = 0.5;
        for (int log = 1; log < LOGS; log++, weight /= 2) {
            if (room <= (1 - Math.pow(1 - weight, burst)) / weight) {
                return log;
            }
        }
        throw new IllegalArgumentException("the burst is too large");
    }

    /** How often the average halves, in shifts a tick. */
    private double decay(int averageLog) {
        return -Math.log(1 - 1.0 / (1L << averageLog)) / TcRate.ticks(bandwidth, averagePacket);
    }

    /** How far times are shifted to the right to look up a shift. */
    int cellLog(int averageLog) {
        double longest = LARGEST_SHIFT / decay(averageLog);
        for (int log = 0; log < LOGS; log++) {
            if (longest / (1L << log) < HALF_TABLE) {
                return log;
            }
        }
        throw new IllegalArgumentException("the bandwidth is too small");
    }

    /** How far the average is shifted to the right after each time. */
    byte[] idleTable(int averageLog) {
        byte[] shifts = new byte[EarlyDetection.TABLE];
        int cellLog = cellLog(averageLog);
        for (int i = 1; i < shifts.length - 1; i++) {
            shifts[i] = (byte) Math.min(LARGEST_SHIFT, ((long) i << cellLog) * decay(averageLog));
        }
        shifts[shifts.length - 1] = LARGEST_SHIFT;
        return shifts;
    }

    /** The values of {@link TcaRed#parameters}. */
    long[] fields(int averageLog, long bytes, int flags) {
        return new long[] {limit, min, max, averageLog, probabilityLog(bytes), cellLog(averageLog), flags};
    }
}
