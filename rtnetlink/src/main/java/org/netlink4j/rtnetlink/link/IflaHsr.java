package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.lladdr;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/** Attributes of HSR and PRP devices: {@code IFLA_HSR_*} of {@code linux/if_link.h}. */
public final class IflaHsr {
    /** u32: index of the first port. */
    public static final int IFLA_HSR_SLAVE1 = 1;

    /** u32: index of the second port. */
    public static final int IFLA_HSR_SLAVE2 = 2;

    /** u8: only in requests: last octet of the address of supervision frames. */
    public static final int IFLA_HSR_MULTICAST_SPEC = 3;

    /** 6 octets: only in answers: address of supervision frames. */
    public static final int IFLA_HSR_SUPERVISION_ADDR = 4;

    /** u16: only in answers: sequence number. */
    public static final int IFLA_HSR_SEQ_NR = 5;

    /** u8: version of HSR, 0 or 1. */
    public static final int IFLA_HSR_VERSION = 6;

    /** u8: 0 HSR, 1 PRP. */
    public static final int IFLA_HSR_PROTOCOL = 7;

    /** u32: index of the interlink port; since Linux 6.10. */
    public static final int IFLA_HSR_INTERLINK = 8;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_HSR",
            u32(IFLA_HSR_SLAVE1, "IFLA_HSR_SLAVE1").key("slave1").shown(Renderings::index),
            u32(IFLA_HSR_SLAVE2, "IFLA_HSR_SLAVE2").key("slave2").shown(Renderings::index),
            u8(IFLA_HSR_MULTICAST_SPEC, "IFLA_HSR_MULTICAST_SPEC"),
            lladdr(IFLA_HSR_SUPERVISION_ADDR, "IFLA_HSR_SUPERVISION_ADDR").atMost(6).key("supervision_addr"),
            u16(IFLA_HSR_SEQ_NR, "IFLA_HSR_SEQ_NR").key("seq_nr"),
            u8(IFLA_HSR_VERSION, "IFLA_HSR_VERSION").key("version"),
            u8(IFLA_HSR_PROTOCOL, "IFLA_HSR_PROTOCOL").key("proto"),
            u32(IFLA_HSR_INTERLINK, "IFLA_HSR_INTERLINK").key("interlink").shown(Renderings::index));

    private IflaHsr() {}
}
