package org.netlink4j.core.schema;

import java.util.Optional;

/** How one attribute stands in JSON, where its type and its words do not say it all. */
@FunctionalInterface
public interface Rendering {
    /**
     * The JSON value of an attribute.
     *
     * @param among the attributes among which it stands
     * @param number its number
     * @return a string, a number, a truth value, a list or a map of such; empty if the attribute is not shown
     */
    Optional<?> render(Attributes among, int number);
}
