package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaGtp.IFLA_GTP_CREATE_SOCKETS;
import static org.netlink4j.rtnetlink.link.IflaGtp.IFLA_GTP_PDP_HASHSIZE;
import static org.netlink4j.rtnetlink.link.IflaGtp.IFLA_GTP_RESTART_COUNT;
import static org.netlink4j.rtnetlink.link.IflaGtp.IFLA_GTP_ROLE;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * The user plane of a mobile network, 3GPP TS 29.060.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaGtp}
 */
public record Gtp(Attributes data) implements TypedLinkKind<Gtp> {
    static final String KIND = "gtp";

    /** Checks the table. */
    public Gtp {
        LinkKindType.require(IflaGtp.ATTRIBUTES, data);
    }

    /** One with the kernel's defaults. */
    public Gtp() {
        this(Attributes.none(IflaGtp.ATTRIBUTES));
    }

    /** {@return the role; {@code IFLA_GTP_ROLE}} */
    public OptionalInt role() {
        return data.integer(IFLA_GTP_ROLE);
    }

    /**
     * Sets the role.
     *
     * @param value {@code GTP_ROLE_*} of {@link IflaGtp}
     * @return the kind with it
     */
    public Gtp role(long value) {
        return with(IFLA_GTP_ROLE, value);
    }

    /** {@return the size of the table of contexts; {@code IFLA_GTP_PDP_HASHSIZE}} */
    public OptionalInt hashSize() {
        return data.integer(IFLA_GTP_PDP_HASHSIZE);
    }

    /**
     * Sets the size of the table of contexts.
     *
     * @param value u32
     * @return the kind with it
     */
    public Gtp hashSize(long value) {
        return with(IFLA_GTP_PDP_HASHSIZE, value);
    }

    /** {@return the restart counter; {@code IFLA_GTP_RESTART_COUNT}} */
    public OptionalInt restartCount() {
        return data.integer(IFLA_GTP_RESTART_COUNT);
    }

    /**
     * Sets the restart counter.
     *
     * @param value u8
     * @return the kind with it
     */
    public Gtp restartCount(int value) {
        return with(IFLA_GTP_RESTART_COUNT, value);
    }

    /** {@return whether the kernel is to make the sockets; {@code IFLA_GTP_CREATE_SOCKETS}} */
    public Optional<Boolean> createSockets() {
        return truth(IFLA_GTP_CREATE_SOCKETS);
    }

    /**
     * Sets whether the kernel is to make the sockets.
     *
     * @param on whether it is
     * @return the kind with it
     */
    public Gtp createSockets(boolean on) {
        return with(IFLA_GTP_CREATE_SOCKETS, on);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Gtp over(Attributes data) {
        return new Gtp(data);
    }
}
