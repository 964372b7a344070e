package org.netlink4j.rtnetlink.route;

import static org.netlink4j.rtnetlink.route.Rta.RTA_GATEWAY;
import static org.netlink4j.rtnetlink.route.Rta.RTA_VIA;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.IpFamily;

/** Gateways: of the family of the route in {@code RTA_GATEWAY}, of another one in {@code RTA_VIA}, a {@code struct rtvia}. */
final class Via {
    /** A u16 in host byte order before the address. */
    private static final int FAMILY = Short.BYTES;

    private Via() {}

    static Optional<IpAddress> gateway(Attributes attributes) {
        return attributes.ip(RTA_GATEWAY).or(() -> attributes.payload(RTA_VIA)
                .filter(via -> via.length == FAMILY + Integer.BYTES || via.length == FAMILY + 2 * Long.BYTES)
                .map(via -> IpAddress.of(Arrays.copyOfRange(via, FAMILY, via.length))));
    }

    static Attributes with(Attributes attributes, int family, IpAddress gateway) {
        if (IpFamily.of(gateway) == family) {
            return attributes.with(RTA_GATEWAY, gateway);
        }
        byte[] octets = gateway.octets();
        byte[] via = ByteBuffer.allocate(FAMILY + octets.length)
                .order(ByteOrder.nativeOrder())
                .putShort((short) IpFamily.of(gateway))
                .put(octets)
                .array();
        return attributes.with(RTA_VIA, via);
    }
}
