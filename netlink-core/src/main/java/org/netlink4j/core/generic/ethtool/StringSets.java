package org.netlink4j.core.generic.ethtool;

import static org.netlink4j.core.generic.ethtool.EthtoolMsg.ETHTOOL_MSG_STRSET_GET;
import static org.netlink4j.core.generic.ethtool.EthtoolStrset.ETHTOOL_A_STRINGSETS_STRINGSET;
import static org.netlink4j.core.generic.ethtool.EthtoolStrset.ETHTOOL_A_STRSET_HEADER;
import static org.netlink4j.core.generic.ethtool.EthtoolStrset.ETHTOOL_A_STRSET_STRINGSETS;

import java.util.List;
import java.util.Optional;
import org.netlink4j.core.schema.Attributes;

/**
 * Sets of names.
 *
 * @param attributes what the kernel sent, of {@link EthtoolStrset#ATTRIBUTES}
 */
public record StringSets(Attributes attributes) implements Report {
    static final Kind<StringSets> KIND =
            new Kind<>(ETHTOOL_MSG_STRSET_GET, EthtoolStrset.ATTRIBUTES, ETHTOOL_A_STRSET_HEADER, StringSets::new);

    @Override
    public Device device() {
        return Device.in(attributes, KIND.header());
    }

    /** {@return the sets} */
    public List<StringSet> sets() {
        return attributes
                .nest(ETHTOOL_A_STRSET_STRINGSETS)
                .map(sets -> sets.nests(ETHTOOL_A_STRINGSETS_STRINGSET).stream().map(StringSet::new).toList())
                .orElse(List.of());
    }

    /**
     * Looks a set up.
     *
     * @param id which set; see {@link EthSs}
     * @return empty if it is not among them
     */
    public Optional<StringSet> set(int id) {
        return sets().stream().filter(set -> set.id() == id).findFirst();
    }
}
