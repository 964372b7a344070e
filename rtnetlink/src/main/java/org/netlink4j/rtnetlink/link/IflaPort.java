package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;

/**
 * Attributes of a port profile, IEEE 802.1Qbg and 802.1Qbh: {@code IFLA_PORT_*} and {@code IFLA_VF_PORT} of
 * {@code linux/if_link.h}.
 */
public final class IflaPort {
    /** u32: the virtual function; 0xffffffff is the device itself. */
    public static final int IFLA_PORT_VF = 1;

    /** String of at most 40 bytes with its NUL: name of an 802.1Qbh profile. */
    public static final int IFLA_PORT_PROFILE = 2;

    /** {@code struct ifla_port_vsi}: u8 manager id, u8 type id[3] (little-endian), u8 version, u8 pad[3]. */
    public static final int IFLA_PORT_VSI_TYPE = 3;

    /** 16 bytes: UUID of the instance. */
    public static final int IFLA_PORT_INSTANCE_UUID = 4;

    /** 16 bytes: UUID of the host. */
    public static final int IFLA_PORT_HOST_UUID = 5;

    /** u8: what is asked for, 0 pre-associate, 1 with resource reservation, 2 associate, 3 de-associate. */
    public static final int IFLA_PORT_REQUEST = 6;

    /** u16, only in answers: what became of it. */
    public static final int IFLA_PORT_RESPONSE = 7;

    /** Nest inside {@code IFLA_VF_PORTS}: the profile of one virtual function. */
    public static final int IFLA_VF_PORT = 1;

    /** The table of one profile. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_PORT",
            u32(IFLA_PORT_VF, "IFLA_PORT_VF"),
            string(IFLA_PORT_PROFILE, "IFLA_PORT_PROFILE").atMost(40),
            binary(IFLA_PORT_VSI_TYPE, "IFLA_PORT_VSI_TYPE").atMost(8),
            binary(IFLA_PORT_INSTANCE_UUID, "IFLA_PORT_INSTANCE_UUID").atMost(16),
            binary(IFLA_PORT_HOST_UUID, "IFLA_PORT_HOST_UUID").atMost(16),
            u8(IFLA_PORT_REQUEST, "IFLA_PORT_REQUEST"),
            u16(IFLA_PORT_RESPONSE, "IFLA_PORT_RESPONSE"));

    private IflaPort() {}

    /** The table of {@code IFLA_VF_PORTS}: a nest {@link #IFLA_VF_PORT} a virtual function. */
    public static final AttributeSet LIST =
            AttributeSet.of("IFLA_VF_PORT", AttributeSpec.nest(IFLA_VF_PORT, "IFLA_VF_PORT", () -> ATTRIBUTES).unmarked());
}
