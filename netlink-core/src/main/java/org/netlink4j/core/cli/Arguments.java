package org.netlink4j.core.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words after a subcommand: operands, switches, and options with a value. A mistake is an {@link IllegalArgumentException}.
 *
 * @param operands what is neither switch nor option
 * @param switches the switches that are there
 * @param values the values of the options that are there
 */
public record Arguments(List<String> operands, Set<String> switches, Map<String, String> values) {
    /** Copies what it is given. */
    public Arguments {
        operands = List.copyOf(operands);
        switches = Set.copyOf(switches);
        values = Map.copyOf(values);
    }

    static Arguments parse(List<String> words, Set<String> switches, Set<String> options) {
        List<String> operands = new ArrayList<>();
        Set<String> on = new HashSet<>();
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-")) {
                operands.add(word);
            } else if (switches.contains(word)) {
                if (!on.add(word)) {
                    throw new IllegalArgumentException("twice: " + word);
                }
            } else if (!options.contains(word)) {
                throw new IllegalArgumentException("no such option: " + word);
            } else if (i + 1 == words.size()) {
                throw new IllegalArgumentException(word + " wants a value");
            } else if (values.put(word, words.get(++i)) != null) {
                throw new IllegalArgumentException("twice: " + word);
            }
        }
        return new Arguments(operands, on, values);
    }

    /**
     * Whether a switch is there.
     *
     * @param name the switch
     * @return whether it is
     */
    public boolean has(String name) {
        return switches.contains(name);
    }

    /**
     * The value of an option.
     *
     * @param option the option
     * @return empty if it is not there
     */
    public Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option));
    }

    /**
     * The one operand that there must be.
     *
     * @param what what it is, for the complaint
     * @return the operand
     */
    public String operand(String what) {
        if (operands.size() != 1) {
            throw new IllegalArgumentException("want one " + what + ", not " + operands.size());
        }
        return operands.getFirst();
    }

    /** Refuses operands. */
    public void noOperands() {
        if (!operands.isEmpty()) {
            throw new IllegalArgumentException("too much: " + String.join(" ", operands));
        }
    }
}
