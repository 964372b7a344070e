package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_MDB_SRCATTR_ADDRESS;
import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_MDB_SRCATTR_TIMER;
import static org.netlink4j.rtnetlink.bridge.Mdba.MDBA_MDB_SRCLIST_ENTRY;

import java.util.List;
import java.util.Optional;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.schema.Attributes;

/**
 * A source of a multicast group, as a member of the group has it in its list.
 *
 * @param address the address of the source
 * @param timer when it expires, in hundredths of a second; 0 for never, or if its frames are not wanted
 */
public record MdbSource(IpAddress address, long timer) {
    static List<MdbSource> of(Attributes list) {
        return list.nests(MDBA_MDB_SRCLIST_ENTRY).stream().map(MdbSource::decode).flatMap(Optional::stream).toList();
    }

    private static Optional<MdbSource> decode(Attributes source) {
        return source.ip(MDBA_MDB_SRCATTR_ADDRESS)
                .map(address -> new MdbSource(address, source.number(MDBA_MDB_SRCATTR_TIMER).orElse(0)));
    }
}
