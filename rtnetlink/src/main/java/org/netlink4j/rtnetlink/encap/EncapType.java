package org.netlink4j.rtnetlink.encap;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/** The registration of all encapsulations that are typed. */
enum EncapType {
    MPLS(LwtunnelEncap.LWTUNNEL_ENCAP_MPLS, MplsIptunnel.ATTRIBUTES, MplsEncap::new),
    IP(LwtunnelEncap.LWTUNNEL_ENCAP_IP, LwtunnelIp.ATTRIBUTES, IpEncap::new),
    ILA(LwtunnelEncap.LWTUNNEL_ENCAP_ILA, IlaAttr.ATTRIBUTES, IlaEncap::new),
    IP6(LwtunnelEncap.LWTUNNEL_ENCAP_IP6, LwtunnelIp6.ATTRIBUTES, Ip6Encap::new),
    SEG6(LwtunnelEncap.LWTUNNEL_ENCAP_SEG6, Seg6Iptunnel.ATTRIBUTES, Seg6Encap::new),
    BPF(LwtunnelEncap.LWTUNNEL_ENCAP_BPF, LwtBpf.ATTRIBUTES, BpfEncap::new),
    SEG6_LOCAL(LwtunnelEncap.LWTUNNEL_ENCAP_SEG6_LOCAL, Seg6Local.ATTRIBUTES, Seg6LocalEncap::new),
    RPL(LwtunnelEncap.LWTUNNEL_ENCAP_RPL, RplIptunnel.ATTRIBUTES, RplEncap::new),
    IOAM6(LwtunnelEncap.LWTUNNEL_ENCAP_IOAM6, Ioam6Iptunnel.ATTRIBUTES, Ioam6Encap::new),
    XFRM(LwtunnelEncap.LWTUNNEL_ENCAP_XFRM, LwtXfrm.ATTRIBUTES, XfrmEncap::new);

    private final int number;
    private final AttributeSet table;
    private final Function<Attributes, Encap> create;

    EncapType(int number, AttributeSet table, Function<Attributes, Encap> create) {
        this.number = number;
        this.table = table;
        this.create = create;
    }

    static Optional<EncapType> find(long number) {
        return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
    }

    /** The value of a type, typed or not. */
    static Encap decode(int number, Optional<Attributes> data) {
        Optional<EncapType> type = find(number);
        Attributes attributes = data.orElseGet(() -> Attributes.none(type.map(EncapType::table).orElse(AttributeSet.UNKNOWN)));
        return type.isPresent() ? type.get().create.apply(attributes) : new UnknownEncap(number, attributes);
    }

    int number() {
        return number;
    }

    AttributeSet table() {
        return table;
    }

    /** Refuses attributes of another table. */
    void require(Attributes data) {
        if (data.set() != table) {
            throw new IllegalArgumentException(table + " attributes wanted, not " + data.set());
        }
    }
}
