package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.generic.ethtool.EthtoolStrset.ETHTOOL_A_STRINGSET_COUNT;
import static org.netlink4j.core.generic.ethtool.EthtoolStrset.ETHTOOL_A_STRINGSET_ID;
import static org.netlink4j.core.generic.ethtool.EthtoolStrset.ETHTOOL_A_STRINGSET_STRINGS;
import static org.netlink4j.core.generic.ethtool.EthtoolStrset.ETHTOOL_A_STRINGS_STRING;
import static org.netlink4j.core.generic.ethtool.EthtoolStrset.ETHTOOL_A_STRING_INDEX;
import static org.netlink4j.core.generic.ethtool.EthtoolStrset.ETHTOOL_A_STRING_VALUE;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.netlink4j.core.schema.Attributes;

/**
 * A set of names.
 *
 * @param attributes what the kernel sent, of {@link EthtoolStrset#STRINGSET}
 */
public record StringSet(Attributes attributes) {
    /** {@return which set; see {@link EthSs}} */
    public int id() {
        return attributes.integer(ETHTOOL_A_STRINGSET_ID).orElse(0);
    }

    /** {@return the number of names} */
    public int count() {
        return attributes.integer(ETHTOOL_A_STRINGSET_COUNT).orElse(0);
    }

    /** {@return the names by their place in the set} */
    public SortedMap<Integer, String> names() {
        SortedMap<Integer, String> names = new TreeMap<>();
        attributes
                .nest(ETHTOOL_A_STRINGSET_STRINGS)
                .ifPresent(strings -> strings.nests(ETHTOOL_A_STRINGS_STRING).forEach(string -> names.put(
                        string.integer(ETHTOOL_A_STRING_INDEX).orElse(0),
                        string.text(ETHTOOL_A_STRING_VALUE).orElse(""))));
        return Collections.unmodifiableSortedMap(names);
    }
}
