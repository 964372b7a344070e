package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.tc.action.TcaAct;
import org.netlink4j.rtnetlink.tc.action.TcaPolice;
import org.netlink4j.rtnetlink.tc.json.TcJson;

/** Attributes of the filter flow, which computes a class: {@code TCA_FLOW_*} of {@code linux/pkt_cls.h}. */
public final class TcaFlow {
    /** u32: a bit for each key of {@code FLOW_KEY_*}. */
    public static final int TCA_FLOW_KEYS = 1;

    /** u32: {@code FLOW_MODE_*}. */
    public static final int TCA_FLOW_MODE = 2;

    /** u32: class in which the packet goes; {@link org.netlink4j.rtnetlink.tc.TcHandle}. */
    public static final int TCA_FLOW_BASECLASS = 3;

    /** u32: by how many bits the value is shifted to the right. */
    public static final int TCA_FLOW_RSHIFT = 4;

    /** u32: what is added. */
    public static final int TCA_FLOW_ADDEND = 5;

    /** u32: which bits count. */
    public static final int TCA_FLOW_MASK = 6;

    /** u32: which bits are inverted. */
    public static final int TCA_FLOW_XOR = 7;

    /** u32: how many classes there are. */
    public static final int TCA_FLOW_DIVISOR = 8;

    /** Nest of actions, numbered from 1. */
    public static final int TCA_FLOW_ACT = 9;

    /** Nest of {@code TCA_POLICE_*}: one action police, of old programs. */
    public static final int TCA_FLOW_POLICE = 10;

    /** Nest of {@code TCA_EMATCH_TREE_*}: extended matches. */
    public static final int TCA_FLOW_EMATCHES = 11;

    /** u32: seconds after which the hash changes. */
    public static final int TCA_FLOW_PERTURB = 12;

    /** Source address. */
    public static final int FLOW_KEY_SRC = 0;

    /** Destination address. */
    public static final int FLOW_KEY_DST = 1;

    /** IP protocol. */
    public static final int FLOW_KEY_PROTO = 2;

    /** Source port. */
    public static final int FLOW_KEY_PROTO_SRC = 3;

    /** Destination port. */
    public static final int FLOW_KEY_PROTO_DST = 4;

    /** Device on which the packet came. */
    public static final int FLOW_KEY_IIF = 5;

    /** Priority. */
    public static final int FLOW_KEY_PRIORITY = 6;

    /** Mark. */
    public static final int FLOW_KEY_MARK = 7;

    /** The connection. */
    public static final int FLOW_KEY_NFCT = 8;

    /** Source address of the connection. */
    public static final int FLOW_KEY_NFCT_SRC = 9;

    /** Destination address of the connection. */
    public static final int FLOW_KEY_NFCT_DST = 10;

    /** Source port of the connection. */
    public static final int FLOW_KEY_NFCT_PROTO_SRC = 11;

    /** Destination port of the connection. */
    public static final int FLOW_KEY_NFCT_PROTO_DST = 12;

    /** Realm. */
    public static final int FLOW_KEY_RTCLASSID = 13;

    /** User of the socket. */
    public static final int FLOW_KEY_SKUID = 14;

    /** Group of the socket. */
    public static final int FLOW_KEY_SKGID = 15;

    /** VLAN id. */
    public static final int FLOW_KEY_VLAN_TAG = 16;

    /** Hash of the packet. */
    public static final int FLOW_KEY_RXHASH = 17;

    /** One key is mapped to a class. */
    public static final int FLOW_MODE_MAP = 0;

    /** A hash of all keys is mapped to a class. */
    public static final int FLOW_MODE_HASH = 1;

    private static final List<String> KEYS = List.of("src", "dst", "proto", "proto-src", "proto-dst", "iif", "priority", "mark", "nfct",
            "nfct-src", "nfct-dst", "nfct-proto-src", "nfct-proto-dst", "rt-classid", "sk-uid", "sk-gid", "vlan-tag", "rxhash");

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_FLOW",
            u32(TCA_FLOW_KEYS, "TCA_FLOW_KEYS").key("keys").shown(TcaFlow::keys),
            u32(TCA_FLOW_MODE, "TCA_FLOW_MODE").key("mode").words(Map.of((long) FLOW_MODE_MAP, "map", (long) FLOW_MODE_HASH, "hash")),
            u32(TCA_FLOW_BASECLASS, "TCA_FLOW_BASECLASS").key("baseclass").shown(TcJson.HANDLE),
            u32(TCA_FLOW_RSHIFT, "TCA_FLOW_RSHIFT").key("rshift"),
            u32(TCA_FLOW_ADDEND, "TCA_FLOW_ADDEND").key("addend"),
            u32(TCA_FLOW_MASK, "TCA_FLOW_MASK").key("mask"),
            u32(TCA_FLOW_XOR, "TCA_FLOW_XOR").key("xor"),
            u32(TCA_FLOW_DIVISOR, "TCA_FLOW_DIVISOR").key("divisor"),
            TcaAct.list(TCA_FLOW_ACT, "TCA_FLOW_ACT"),
            nest(TCA_FLOW_POLICE, "TCA_FLOW_POLICE", () -> TcaPolice.ATTRIBUTES).unmarked().key("police"),
            nest(TCA_FLOW_EMATCHES, "TCA_FLOW_EMATCHES", () -> TcaEmatchTree.ATTRIBUTES).unmarked(),
            u32(TCA_FLOW_PERTURB, "TCA_FLOW_PERTURB").key("perturb"));

    private TcaFlow() {}

    private static Optional<String> keys(Attributes data, int number) {
        long bits = data.number(number).orElse(0);
        return Optional.of(IntStream.range(0, KEYS.size()).filter(key -> (bits & 1L << key) != 0).mapToObj(KEYS::get)
                .collect(Collectors.joining(",")));
    }
}
