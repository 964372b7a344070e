package org.netlink4j.benchmarks.workload;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Words of {@code NAME=VALUE}. */
record Parameters(Map<String, String> values) {
    static Parameters parse(String[] words, int from) {
        return new Parameters(Arrays.stream(words, from, words.length)
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
    }

    String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return value;
    }

    int number(String name) {
        return Integer.parseInt(text(name));
    }
}
