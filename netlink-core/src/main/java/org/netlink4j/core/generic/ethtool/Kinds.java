package org.netlink4j.core.generic.ethtool;

import java.util.List;

/** All kinds of reports for which there is a record; apart from {@link Kind}, for each of them needs that class first. */
final class Kinds {
    static final List<Kind<?>> ALL =
            List.of(
                    Channels.KIND,
                    Features.KIND,
                    LinkInfo.KIND,
                    LinkModes.KIND,
                    LinkState.KIND,
                    Rings.KIND,
                    Statistics.KIND,
                    StringSets.KIND);

    private Kinds() {}
}
