package org.netlink4j.testkit;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.AttributeType;

/** All tables that a table leads to. */
public final class Tables {
    private Tables() {}

    /** A table and all that its nests, arrays and, for the given texts, its selections lead to. */
    public static Set<AttributeSet> reachable(AttributeSet from, String... selectors) {
        Set<AttributeSet> found = Collections.newSetFromMap(new IdentityHashMap<>());
        visit(from, List.of(selectors), found);
        return found;
    }

    private static void visit(AttributeSet set, List<String> selectors, Set<AttributeSet> found) {
        if (found.add(set)) {
            set.specs().forEach(spec -> visit(spec, selectors, found));
        }
    }

    private static void visit(AttributeSpec spec, List<String> selectors, Set<AttributeSet> found) {
        if (spec.type() == AttributeType.SELECTED) {
            selectors.forEach(text -> spec.selection(text).ifPresent(selected -> visit(selected, selectors, found)));
        } else if (spec.type() == AttributeType.ARRAY) {
            spec.nest().find(1).ifPresent(element -> visit(element, selectors, found)); // all numbers mean the same
        } else if (spec.type() == AttributeType.NEST || spec.type() == AttributeType.LIST) {
            visit(spec.nest(), selectors, found);
        }
    }
}
