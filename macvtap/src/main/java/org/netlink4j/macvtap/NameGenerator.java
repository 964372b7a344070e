package org.netlink4j.macvtap;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers names: each prefix has a counter that only rises, so that a name is not soon used again for another device. May be
 * used by many threads.
 */
final class NameGenerator {
    private static final int NAME_LENGTH = 15;
    private static final String PLACE = "%d";
    private static final Pattern NUMBERED = Pattern.compile("(.*?)(0|[1-9][0-9]{0,9})");

    /** The number that comes next, by prefix. */
    private final Map<String, Long> next = new HashMap<>();

    /** Whether a name has exactly one place for a number, at its end; any other name is meant as it is. */
    static boolean isTemplate(String name) {
        return name.indexOf('%') == name.length() - PLACE.length() && name.endsWith(PLACE);
    }

    /** The next name of a template; after the last that fits into a name, the first again. */
    synchronized String next(String template) {
        String prefix = template.substring(0, template.length() - PLACE.length());
        long number = next.getOrDefault(prefix, 0L);
        next.put(prefix, (number + 1) % limit(prefix));
        return prefix + number;
    }

    /** Makes the names of a prefix go on after one that is in use. */
    synchronized void reserve(String name) {
        Matcher parts = NUMBERED.matcher(name);
        if (parts.matches()) {
            String prefix = parts.group(1);
            long after = (Long.parseLong(parts.group(2)) + 1) % limit(prefix);
            next.merge(prefix, after, Math::max);
        }
    }

    private static long limit(String prefix) {
        return Math.min(Math.round(Math.pow(10, NAME_LENGTH - prefix.length())), Integer.MAX_VALUE);
    }
}
