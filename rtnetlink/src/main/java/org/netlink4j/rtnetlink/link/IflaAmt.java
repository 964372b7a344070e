package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.ipv4;
import static org.netlink4j.core.schema.AttributeSpec.u16be;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/** Attributes of AMT devices: {@code IFLA_AMT_*} of {@code linux/amt.h}. */
public final class IflaAmt {
    /** u32: 0 gateway, 1 relay. */
    public static final int IFLA_AMT_MODE = 1;

    /** u16 in network order: port of the relay. */
    public static final int IFLA_AMT_RELAY_PORT = 2;

    /** u16 in network order: port of the gateway. */
    public static final int IFLA_AMT_GATEWAY_PORT = 3;

    /** u32: index of the lower device. */
    public static final int IFLA_AMT_LINK = 4;

    /** IPv4 address: source address. */
    public static final int IFLA_AMT_LOCAL_IP = 5;

    /** IPv4 address: only in answers: address of the relay. */
    public static final int IFLA_AMT_REMOTE_IP = 6;

    /** IPv4 address: address where the relay is looked for. */
    public static final int IFLA_AMT_DISCOVERY_IP = 7;

    /** u32: largest number of tunnels. */
    public static final int IFLA_AMT_MAX_TUNNELS = 8;

    /** Mode: gateway. */
    public static final int AMT_MODE_GATEWAY = 0;

    /** Mode: relay. */
    public static final int AMT_MODE_RELAY = 1;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_AMT",
            u32(IFLA_AMT_MODE, "IFLA_AMT_MODE").key("mode").words(Renderings.words("gateway", "relay")),
            u16be(IFLA_AMT_RELAY_PORT, "IFLA_AMT_RELAY_PORT").key("relay_port"),
            u16be(IFLA_AMT_GATEWAY_PORT, "IFLA_AMT_GATEWAY_PORT").key("gateway_port"),
            u32(IFLA_AMT_LINK, "IFLA_AMT_LINK").key("link").shown(Renderings::index),
            ipv4(IFLA_AMT_LOCAL_IP, "IFLA_AMT_LOCAL_IP").key("local"),
            ipv4(IFLA_AMT_REMOTE_IP, "IFLA_AMT_REMOTE_IP").key("remote"),
            ipv4(IFLA_AMT_DISCOVERY_IP, "IFLA_AMT_DISCOVERY_IP").key("discovery"),
            u32(IFLA_AMT_MAX_TUNNELS, "IFLA_AMT_MAX_TUNNELS").key("max_tunnels"));

    private IflaAmt() {}
}
