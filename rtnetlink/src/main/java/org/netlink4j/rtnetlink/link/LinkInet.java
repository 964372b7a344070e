package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaInet.IFLA_INET_CONF;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * What IPv4 says of a link: {@code AF_INET} in {@code IFLA_AF_SPEC}.
 *
 * @param attributes attributes of {@link IflaInet#INET}
 */
public record LinkInet(Attributes attributes) {
    /** Checks the table. */
    public LinkInet {
        LinkKindType.require(IflaInet.INET, attributes);
    }

    /**
     * A setting; {@code IFLA_INET_CONF}.
     *
     * @param number {@code IPV4_DEVCONF_*} of {@code linux/ip.h}, from 1 on
     * @return the value, s32; empty if the kernel has no such setting
     */
    public OptionalInt setting(int number) {
        return setting(attributes, IFLA_INET_CONF, number - 1);
    }

    /** A number in an array of numbers. */
    static OptionalInt setting(Attributes among, int array, int index) {
        byte[] settings = among.payload(array).orElse(new byte[0]);
        return index < 0 || index >= settings.length / Integer.BYTES
                ? OptionalInt.empty()
                : OptionalInt.of(ByteBuffer.wrap(settings).order(ByteOrder.nativeOrder()).getInt(Integer.BYTES * index));
    }
}
