package org.netlink4j.macvtap;

import java.util.HashMap;
import java.util.Map;

/**
 * Numbers names: each template has a counter that only rises, so that a name is not soon used again for another device. May be
 * used by many threads.
 */
final class NameGenerator {
    private static final int NAME_LENGTH = 15;
    private static final String PLACE = "%d";

    /** The number that comes next, by template. */
    private final Map<String, Integer> next = new HashMap<>();

    /** Whether a name has exactly one place for a number; any other name is meant as it is. */
    static boolean isTemplate(String name) {
        int place = name.indexOf(PLACE);
        return place >= 0 && place == name.lastIndexOf('%') && place == name.indexOf('%');
    }

    /** The next name; after the last that is short enough, the first again. */
    synchronized String next(String template) {
        int number = next.getOrDefault(template, 0);
        next.put(template, number + 1 < limit(template) ? number + 1 : 0);
        return template.replace(PLACE, Integer.toString(number));
    }

    private static int limit(String template) {
        int digits = NAME_LENGTH - (template.length() - PLACE.length());
        return digits > 9 ? Integer.MAX_VALUE : (int) Math.pow(10, digits);
    }
}
