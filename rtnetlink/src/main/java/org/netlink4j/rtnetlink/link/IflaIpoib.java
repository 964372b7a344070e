package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.u16;

import java.util.HexFormat;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/** Attributes of IP over InfiniBand devices: {@code IFLA_IPOIB_*} of {@code linux/if_link.h}. */
public final class IflaIpoib {
    /** u16: partition key. */
    public static final int IFLA_IPOIB_PKEY = 1;

    /** u16: 0 datagram, 1 connected. */
    public static final int IFLA_IPOIB_MODE = 2;

    /** u16: 1 if programs may join groups. */
    public static final int IFLA_IPOIB_UMCAST = 3;

    /** Mode: unreliable datagrams. */
    public static final int IPOIB_MODE_DATAGRAM = 0;

    /** Mode: reliable connections. */
    public static final int IPOIB_MODE_CONNECTED = 1;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_IPOIB",
            u16(IFLA_IPOIB_PKEY, "IFLA_IPOIB_PKEY").key("key").shown(IflaIpoib::key),
            u16(IFLA_IPOIB_MODE, "IFLA_IPOIB_MODE").key("mode").words(Renderings.words("datagram", "connected")),
            u16(IFLA_IPOIB_UMCAST, "IFLA_IPOIB_UMCAST").key("umcast").shown(IflaIpoib::userMulticast));

    private IflaIpoib() {}

    private static Optional<String> key(Attributes data, int number) {
        return data.integer(number).stream().mapToObj(key -> Renderings.paddedHex(key, 4)).findFirst();
    }

    private static Optional<String> userMulticast(Attributes data, int number) {
        return data.integer(number).stream().mapToObj(on -> HexFormat.of().toHexDigits(on, 4)).findFirst();
    }
}
