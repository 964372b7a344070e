package org.netlink4j.testkit;

import java.util.Arrays;
import java.util.Random;

/** Damages bytes: flips, truncations, wrong lengths. The same random numbers do the same damage. */
public final class Damage {
    private static final int[] WRONG_LENGTHS = {0, 1, 3, 4, 5, 7, 8, 9, 0x7fff, 0x8000, 0xfffc, 0xffff};

    private Damage() {}

    /** One to four damages; the bytes that were given stay as they are. */
    public static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> bytes[at] = (byte) random.nextInt();
                case 2 -> bytes = random.nextBoolean() ? Arrays.copyOf(bytes, at) : Arrays.copyOfRange(bytes, at, bytes.length);
                default -> wrongLength(bytes, at & ~3, random);
            }
        }
        return bytes;
    }

    private static void wrongLength(byte[] bytes, int at, Random random) {
        if (at + 2 <= bytes.length) {
            int length = random.nextBoolean() ? WRONG_LENGTHS[random.nextInt(WRONG_LENGTHS.length)] : random.nextInt(64);
            bytes[at] = (byte) length; // little or big endian: both halves of a wrong length are wrong
            bytes[at + 1] = (byte) (length >>> 8);
        }
    }
}
