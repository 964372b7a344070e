package org.netlink4j.macvtap.io;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;

/**
 * Numbers names: each template has a counter that only rises, so that a name is not soon used again for another device. May be
 * used by many threads.
 */
public final class NameGenerator {
    private static final int NAME_LENGTH = 15;
    private static final String PLACE = "%d";
    private static final int TRIES = 10_000;

    /** The number that comes next, by template. */
    private final Map<String, Integer> next = new HashMap<>();

    /** A generator of which no counter has moved yet. */
    public NameGenerator() {}

    /**
     * Something to try with a name.
     *
     * @param <T> what comes out
     * @param <E> what may go wrong
     */
    @FunctionalInterface
    public interface Attempt<T, E extends IOException> {
        /**
         * Tries it.
         *
         * @param name the name
         * @return what comes out
         * @throws E if it goes wrong
         * @throws KernelException {@code EEXIST} if the name is taken
         */
        T with(String name) throws E, KernelException;
    }

    /**
     * Whether a name has exactly one place for a number; any other name is meant as it is.
     *
     * @param name the name
     * @return whether it is a template
     */
    public static boolean isTemplate(String name) {
        int place = name.indexOf(PLACE);
        return place >= 0 && place == name.lastIndexOf('%') && place == name.indexOf('%');
    }

    /**
     * Tries a name as it is; or the names that a template makes, until one is not taken.
     *
     * @param <T> what comes out
     * @param <E> what may go wrong
     * @param name a name or a template
     * @param attempt what to try with it
     * @return what came out
     * @throws E if it went wrong
     * @throws KernelException {@code EEXIST} if a name as it is was taken, or ten thousand numbers were
     */
    public <T, E extends IOException> T firstFree(String name, Attempt<T, E> attempt) throws E, KernelException {
        if (!isTemplate(name)) {
            return attempt.with(name);
        }
        for (int tries = 1; ; tries++) {
            try {
                return attempt.with(next(name));
            } catch (KernelException e) {
                if (e.errno() != Errno.EEXIST || tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    /**
     * Takes note of a name that is in use, so that only higher numbers follow.
     *
     * @param template the template that it may have been made of
     * @param name the name
     */
    public synchronized void reserve(String template, String name) {
        int place = template.indexOf(PLACE);
        String after = template.substring(place + PLACE.length());
        if (name.length() >= place + after.length() && name.startsWith(template.substring(0, place)) && name.endsWith(after)) {
            String digits = name.substring(place, name.length() - after.length());
            if (digits.matches("0|[1-9][0-9]{0,8}") && Integer.parseInt(digits) >= next.getOrDefault(template, 0)) {
                next.put(template, following(template, Integer.parseInt(digits)));
            }
        }
    }

    /**
     * Makes the next name, which may be taken.
     *
     * @param template a {@link #isTemplate template}
     * @return the name; after the last that is short enough, the first again
     */
    public synchronized String next(String template) {
        int number = next.getOrDefault(template, 0);
        next.put(template, following(template, number));
        return template.replace(PLACE, Integer.toString(number));
    }

    private static int following(String template, int number) {
        return number + 1 < limit(template) ? number + 1 : 0;
    }

    private static int limit(String template) {
        int digits = NAME_LENGTH - (template.length() - PLACE.length());
        return digits > 9 ? Integer.MAX_VALUE : (int) Math.pow(10, digits);
    }
}
