package org.netlink4j.rtnetlink.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Compares our JSON with that of another program, field by field.
 *
 * @param onlyOurs keys that only we print, and newer versions of the program
 * @param asTheirs makes an object of ours what they print, where their JSON loses something
 */
record JsonDifferences(Set<String> onlyOurs, UnaryOperator<Map<?, ?>> asTheirs) {
    private static final long SECONDS_A_TIMER_MAY_RUN = 30; // in a virtual machine two commands take seconds
    private static final Set<String> TIMERS = Set.of("valid_life_time", "preferred_life_time", "expires", "timer");

    /** What differs, a line each. */
    List<String> of(Object theirs, Object ours) {
        List<String> differences = new ArrayList<>();
        compare("", theirs, ours, differences);
        return differences;
    }

    private void compare(String path, Object expected, Object actual, List<String> differences) {
        if (expected instanceof Map<?, ?> theirs && actual instanceof Map<?, ?> ours) {
            compareMembers(path, theirs, asTheirs.apply(ours), differences);
        } else if (expected instanceof List<?> theirs && actual instanceof List<?> ours && theirs.size() == ours.size()) {
            for (int i = 0; i < theirs.size(); i++) {
                compare(path + "/" + i, theirs.get(i), ours.get(i), differences);
            }
        } else if (isTimer(path) && seconds(expected).isPresent() && seconds(actual).isPresent()) {
            BigDecimal theirs = seconds(expected).get();
            BigDecimal ours = seconds(actual).get();
            if (theirs.subtract(ours).abs().compareTo(BigDecimal.valueOf(SECONDS_A_TIMER_MAY_RUN)) > 0) {
                differences.add(path + ": " + theirs + ", ours " + ours);
            }
        } else if (!expected.equals(actual)) {
            differences.add(path + ": " + expected + ", ours " + actual);
        }
    }

    /** Of a number, or of text as bridge writes it. */
    private static Optional<BigDecimal> seconds(Object value) {
        return switch (value) {
            case BigDecimal number -> Optional.of(number);
            case String text when text.matches(" *\\d+\\.\\d\\d") -> Optional.of(new BigDecimal(text.strip()));
            default -> Optional.empty();
        };
    }

    private static boolean isTimer(String path) {
        return path.endsWith("_timer") || TIMERS.contains(path.substring(path.lastIndexOf('/') + 1));
    }

    private void compareMembers(String path, Map<?, ?> theirs, Map<?, ?> ours, List<String> differences) {
        Set<Object> keys = new TreeSet<>(theirs.keySet());
        keys.addAll(ours.keySet());
        for (Object key : keys) {
            if (theirs.containsKey(key) && ours.containsKey(key)) {
                compare(path + "/" + key, theirs.get(key), ours.get(key), differences);
            } else if (theirs.containsKey(key) || !onlyOurs.contains(key)) {
                differences.add(path + "/" + key + ": " + theirs.get(key) + ", ours " + ours.get(key));
            }
        }
    }
}
