package org.netlink4j.rtnetlink.tc;

import static org.netlink4j.rtnetlink.tc.TcH.TC_H_CLSACT;
import static org.netlink4j.rtnetlink.tc.TcH.TC_H_INGRESS;
import static org.netlink4j.rtnetlink.tc.TcH.TC_H_MAJ_MASK;
import static org.netlink4j.rtnetlink.tc.TcH.TC_H_MIN_EGRESS;
import static org.netlink4j.rtnetlink.tc.TcH.TC_H_MIN_INGRESS;
import static org.netlink4j.rtnetlink.tc.TcH.TC_H_MIN_MASK;
import static org.netlink4j.rtnetlink.tc.TcH.TC_H_ROOT;
import static org.netlink4j.rtnetlink.tc.TcH.TC_H_UNSPEC;

/**
 * What names an object of traffic control on its device: a major number, which is that of a queueing discipline, and a minor
 * number, which is that of a class in it. The handles of filters are numbers that only their kind understands.
 *
 * @param value the bits of a u32, the major number in the high half
 */
public record TcHandle(int value) {
    /** None: the kernel chooses, or any. */
    public static final TcHandle UNSPEC = new TcHandle(TC_H_UNSPEC);

    /** As a parent: the root of the device. */
    public static final TcHandle ROOT = new TcHandle(TC_H_ROOT);

    /** As a parent: where packets come in. */
    public static final TcHandle INGRESS = new TcHandle(TC_H_INGRESS);

    /** As a parent: that of clsact; the same number as {@link #INGRESS}. */
    public static final TcHandle CLSACT = new TcHandle(TC_H_CLSACT);

    /** As the parent of filters: packets that come through a clsact or ingress. */
    public static final TcHandle CLSACT_INGRESS = new TcHandle(TC_H_CLSACT & TC_H_MAJ_MASK | TC_H_MIN_INGRESS);

    /** As the parent of filters: packets that leave through a clsact. */
    public static final TcHandle CLSACT_EGRESS = new TcHandle(TC_H_CLSACT & TC_H_MAJ_MASK | TC_H_MIN_EGRESS);

    private static final String NONE_WORD = "none";
    private static final String ROOT_WORD = "root";
    private static final int HEX = 16;

    /**
     * A class in a queueing discipline.
     *
     * @param major number of the queueing discipline, u16
     * @param minor number of the class, u16; 0 for the queueing discipline itself
     * @return the handle
     */
    public static TcHandle of(int major, int minor) {
        if ((major | minor) >>> Short.SIZE != 0) {
            throw new IllegalArgumentException("major " + major + " and minor " + minor + " have 16 bits each");
        }
        return new TcHandle(major << Short.SIZE | minor);
    }

    /**
     * A queueing discipline.
     *
     * @param major its number, u16
     * @return the handle
     */
    public static TcHandle qdisc(int major) {
        return of(major, 0);
    }

    /**
     * Reads the notation of {@code tc}: {@code "1:10"}, {@code "1:"} or {@code ":10"} in hexadecimal, {@code "root"},
     * {@code "none"}, {@code "ingress"} and {@code "clsact"}. A number without colon is refused, because {@code tc} takes it for
     * a major number here and for a minor number there.
     *
     * @param text the text
     * @return the handle
     * @throws IllegalArgumentException if it is no handle
     */
    public static TcHandle parse(String text) {
        return switch (text) {
            case NONE_WORD -> UNSPEC;
            case ROOT_WORD -> ROOT;
            case "ingress" -> INGRESS;
            case "clsact" -> CLSACT;
            default -> {
                int colon = text.indexOf(':');
                if (colon < 0 || text.length() == 1) {
                    throw new IllegalArgumentException("no handle: " + text);
                }
                yield of(half(text, text.substring(0, colon)), half(text, text.substring(colon + 1)));
            }
        };
    }

    private static int half(String text, String digits) {
        if (!digits.matches("[0-9a-fA-F]{0,4}")) {
            throw new IllegalArgumentException("no handle: " + text);
        }
        return digits.isEmpty() ? 0 : Integer.parseInt(digits, HEX);
    }

    /** {@return the major number, u16} */
    public int major() {
        return (value & TC_H_MAJ_MASK) >>> Short.SIZE;
    }

    /** {@return the minor number, u16} */
    public int minor() {
        return value & TC_H_MIN_MASK;
    }

    /** {@return the notation of {@code tc}: {@code "root"}, {@code "none"}, {@code "1:"}, {@code ":10"} or {@code "1:10"}} */
    @Override
    public String toString() {
        return switch (value) {
            case TC_H_ROOT -> ROOT_WORD;
            case TC_H_UNSPEC -> NONE_WORD;
            default -> (major() == 0 ? "" : Integer.toHexString(major()))
                    + ":" + (minor() == 0 ? "" : Integer.toHexString(minor()));
        };
    }
}
