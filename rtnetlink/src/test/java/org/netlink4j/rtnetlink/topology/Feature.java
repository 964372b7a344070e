package org.netlink4j.rtnetlink.topology;

import java.util.List;
import java.util.function.Function;

/**
 * Something that a kernel may have or lack.
 *
 * @param name what it is, for reports
 * @param steps draws steps that use it
 */
record Feature(String name, Function<Draw, List<Step>> steps) {
    /** One that a single step uses. */
    static Feature of(String name, Function<Draw, Step> step) {
        return new Feature(name, draw -> List.of(step.apply(draw)));
    }
}
