package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaIpoib.IFLA_IPOIB_MODE;
import static org.netlink4j.rtnetlink.link.IflaIpoib.IFLA_IPOIB_PKEY;
import static org.netlink4j.rtnetlink.link.IflaIpoib.IFLA_IPOIB_UMCAST;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * A partition of an InfiniBand device.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaIpoib}
 */
public record Ipoib(Attributes data) implements TypedLinkKind<Ipoib> {
    static final String KIND = "ipoib";

    /** Checks the table. */
    public Ipoib {
        LinkKindType.require(IflaIpoib.ATTRIBUTES, data);
    }

    /** One with the kernel's defaults. */
    public Ipoib() {
        this(Attributes.none(IflaIpoib.ATTRIBUTES));
    }

    /** {@return the partition key; {@code IFLA_IPOIB_PKEY}} */
    public OptionalInt partitionKey() {
        return data.integer(IFLA_IPOIB_PKEY);
    }

    /**
     * Sets the partition key.
     *
     * @param value 0x8001 to 0xffff
     * @return the kind with it
     */
    public Ipoib partitionKey(int value) {
        return with(IFLA_IPOIB_PKEY, value);
    }

    /** {@return the mode; {@code IFLA_IPOIB_MODE}} */
    public OptionalInt mode() {
        return data.integer(IFLA_IPOIB_MODE);
    }

    /**
     * Sets the mode.
     *
     * @param value {@code IPOIB_MODE_*} of {@link IflaIpoib}
     * @return the kind with it
     */
    public Ipoib mode(int value) {
        return with(IFLA_IPOIB_MODE, value);
    }

    /** {@return whether programs may join groups; {@code IFLA_IPOIB_UMCAST}} */
    public Optional<Boolean> userMulticast() {
        return truth(IFLA_IPOIB_UMCAST);
    }

    /**
     * Sets whether programs may join groups.
     *
     * @param on whether they may
     * @return the kind with it
     */
    public Ipoib userMulticast(boolean on) {
        return with(IFLA_IPOIB_UMCAST, on);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Ipoib over(Attributes data) {
        return new Ipoib(data);
    }
}
