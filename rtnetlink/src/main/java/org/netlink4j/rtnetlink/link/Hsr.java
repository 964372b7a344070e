package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaHsr.IFLA_HSR_INTERLINK;
import static org.netlink4j.rtnetlink.link.IflaHsr.IFLA_HSR_MULTICAST_SPEC;
import static org.netlink4j.rtnetlink.link.IflaHsr.IFLA_HSR_PROTOCOL;
import static org.netlink4j.rtnetlink.link.IflaHsr.IFLA_HSR_SEQ_NR;
import static org.netlink4j.rtnetlink.link.IflaHsr.IFLA_HSR_SLAVE1;
import static org.netlink4j.rtnetlink.link.IflaHsr.IFLA_HSR_SLAVE2;
import static org.netlink4j.rtnetlink.link.IflaHsr.IFLA_HSR_SUPERVISION_ADDR;
import static org.netlink4j.rtnetlink.link.IflaHsr.IFLA_HSR_VERSION;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.schema.Attributes;

/**
 * Two ports to a ring or to two networks without loss, IEC 62439-3.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaHsr}
 */
public record Hsr(Attributes data) implements TypedLinkKind<Hsr> {
    static final String KIND = "hsr";

    /** Checks the table. */
    public Hsr {
        LinkKindType.require(IflaHsr.ATTRIBUTES, data);
    }

    /** One with the kernel's defaults. */
    public Hsr() {
        this(Attributes.none(IflaHsr.ATTRIBUTES));
    }

    /** {@return the index of the first port; {@code IFLA_HSR_SLAVE1}} */
    public OptionalInt port1() {
        return data.integer(IFLA_HSR_SLAVE1);
    }

    /**
     * Sets the index of the first port.
     *
     * @param index its index
     * @return the kind with it
     */
    public Hsr port1(int index) {
        return with(IFLA_HSR_SLAVE1, index);
    }

    /** {@return the index of the second port; {@code IFLA_HSR_SLAVE2}} */
    public OptionalInt port2() {
        return data.integer(IFLA_HSR_SLAVE2);
    }

    /**
     * Sets the index of the second port.
     *
     * @param index its index
     * @return the kind with it
     */
    public Hsr port2(int index) {
        return with(IFLA_HSR_SLAVE2, index);
    }

    /** {@return the index of the interlink port; {@code IFLA_HSR_INTERLINK}} */
    public OptionalInt interlink() {
        return data.integer(IFLA_HSR_INTERLINK);
    }

    /**
     * Sets the index of the interlink port.
     *
     * @param index its index
     * @return the kind with it
     */
    public Hsr interlink(int index) {
        return with(IFLA_HSR_INTERLINK, index);
    }

    /** {@return the last octet of the address of supervision frames in a request; {@code IFLA_HSR_MULTICAST_SPEC}} */
    public OptionalInt supervision() {
        return data.integer(IFLA_HSR_MULTICAST_SPEC);
    }

    /**
     * Sets the last octet of the address of supervision frames in a request.
     *
     * @param value u8
     * @return the kind with it
     */
    public Hsr supervision(int value) {
        return with(IFLA_HSR_MULTICAST_SPEC, value);
    }

    /** {@return the address of supervision frames; {@code IFLA_HSR_SUPERVISION_ADDR}} */
    public Optional<MacAddress> supervisionAddress() {
        return data.mac(IFLA_HSR_SUPERVISION_ADDR);
    }

    /** {@return the sequence number; {@code IFLA_HSR_SEQ_NR}} */
    public OptionalInt sequence() {
        return data.integer(IFLA_HSR_SEQ_NR);
    }

    /** {@return the version of HSR; {@code IFLA_HSR_VERSION}} */
    public OptionalInt version() {
        return data.integer(IFLA_HSR_VERSION);
    }

    /**
     * Sets the version of HSR.
     *
     * @param value 0 or 1
     * @return the kind with it
     */
    public Hsr version(int value) {
        return with(IFLA_HSR_VERSION, value);
    }

    /** {@return the protocol; {@code IFLA_HSR_PROTOCOL}} */
    public OptionalInt protocol() {
        return data.integer(IFLA_HSR_PROTOCOL);
    }

    /**
     * Sets the protocol.
     *
     * @param value 0 HSR, 1 PRP
     * @return the kind with it
     */
    public Hsr protocol(int value) {
        return with(IFLA_HSR_PROTOCOL, value);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Hsr over(Attributes data) {
        return new Hsr(data);
    }
}
