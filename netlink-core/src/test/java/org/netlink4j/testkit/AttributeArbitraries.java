package org.netlink4j.testkit;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * Random attributes for jqwik, drawn from a table: every type, nests, arrays, duplicates, attributes that the table does not know,
 * strings with and without NUL, structures that are too short or too long.
 *
 * <p>A table cannot list the texts that select a nest ({@code IFLA_INFO_KIND} for {@code IFLA_INFO_DATA}), so callers name some.
 */
public final class AttributeArbitraries {
    private AttributeArbitraries() {}

    /** Attributes that follow the table. */
    public static Arbitrary<Attributes> valid(AttributeSet set, String... selectors) {
        return Arbitraries.randomValue(random -> decode(set, new AttributeGenerator(set, selectors).valid(random)));
    }

    /** The bytes of such attributes after byte flips, truncations and wrong lengths; and now and then just any bytes. */
    public static Arbitrary<byte[]> damaged(AttributeSet set, String... selectors) {
        return Arbitraries.randomValue(new AttributeGenerator(set, selectors)::damaged);
    }

    static Attributes decode(AttributeSet set, byte[] valid) {
        try {
            return Attributes.decode(set, valid);
        } catch (MalformedMessageException e) {
            throw new AssertionError("the table refuses what was made from it", e);
        }
    }
}
