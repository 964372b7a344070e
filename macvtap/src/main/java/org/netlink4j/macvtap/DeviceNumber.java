package org.netlink4j.macvtap;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code dev_t} as {@code stat} and {@code mknod} know it in 64-bit C libraries.
 *
 * @param bits the major number in bits 19 to 8 and 63 to 44, the minor in 7 to 0 and 43 to 20
 */
record DeviceNumber(long bits) {
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,10}):([0-9]{1,10})\\s*");

    static DeviceNumber of(long major, long minor) {
        return new DeviceNumber((major & 0xfff) << 8 | (major & ~0xfffL) << 32 | minor & 0xff | (minor & ~0xffL) << 12);
    }

    /** Parses the content of a {@code dev} file in sysfs, for example {@code "246:2\n"}. */
    static DeviceNumber parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a device number (want 246:2): " + text);
        }
        return of(u32(parts.group(1)), u32(parts.group(2)));
    }

    private static long u32(String text) {
        return Integer.toUnsignedLong(Integer.parseUnsignedInt(text));
    }

    long major() {
        return bits >>> 8 & 0xfff | bits >>> 32 & 0xffff_f000L;
    }

    long minor() {
        return bits & 0xff | bits >>> 12 & 0xffff_ff00L;
    }

    @Override
    public String toString() {
        return major() + ":" + minor();
    }
}
