package org.netlink4j.rtnetlink.topology;

import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * An object being drawn: the words of the command and our spec grow together.
 *
 * @param words the words so far
 * @param spec the spec so far
 */
record Wanted<S>(String words, S spec) {
    Wanted<S> with(String more, UnaryOperator<S> change) {
        return new Wanted<>(words + " " + more, change.apply(spec));
    }

    /** Half of the time. */
    Wanted<S> maybe(Draw draw, String more, UnaryOperator<S> change) {
        return draw.flip() ? with(more, change) : this;
    }

    /** Half of the time, with a number between two. */
    Wanted<S> maybe(Draw draw, String word, int low, int high, BiFunction<S, Integer, S> change) {
        int number = draw.between(low, high);
        return maybe(draw, word + " " + number, spec -> change.apply(spec, number));
    }
}
