package org.netlink4j.rtnetlink.tc.action;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/**
 * How a kind of action is decoded.
 *
 * @param name {@code TCA_ACT_KIND}
 * @param data the table of {@code TCA_ACT_OPTIONS}
 * @param parameters the number of the attribute that has index and control action
 * @param times the number of the attribute that has the times
 * @param create makes the value out of its attributes
 */
record ActionKindType(String name, AttributeSet data, int parameters, int times, Function<Attributes, ActionKind<?>> create) {
    /** The registration of all kinds that are known. */
    static final List<ActionKindType> ALL = List.of(
            of(Ct.KIND, TcaCt.ATTRIBUTES, TcaCt.TCA_CT_PARMS, TcaCt.TCA_CT_TM, Ct::new),
            of(Gact.KIND, TcaGact.ATTRIBUTES, TcaGact.TCA_GACT_PARMS, TcaGact.TCA_GACT_TM, Gact::new),
            of(Mirred.KIND, TcaMirred.ATTRIBUTES, TcaMirred.TCA_MIRRED_PARMS, TcaMirred.TCA_MIRRED_TM, Mirred::new),
            of(Pedit.KIND, TcaPedit.ATTRIBUTES, TcaPedit.TCA_PEDIT_PARMS, TcaPedit.TCA_PEDIT_TM, Pedit::new),
            of(Police.KIND, TcaPolice.ATTRIBUTES, TcaPolice.TCA_POLICE_TBF, TcaPolice.TCA_POLICE_TM, Police::new),
            of(Skbedit.KIND, TcaSkbedit.ATTRIBUTES, TcaSkbedit.TCA_SKBEDIT_PARMS, TcaSkbedit.TCA_SKBEDIT_TM, Skbedit::new),
            of(TunnelKey.KIND, TcaTunnelKey.ATTRIBUTES, TcaTunnelKey.TCA_TUNNEL_KEY_PARMS, TcaTunnelKey.TCA_TUNNEL_KEY_TM,
                    TunnelKey::new),
            of(Vlan.KIND, TcaVlan.ATTRIBUTES, TcaVlan.TCA_VLAN_PARMS, TcaVlan.TCA_VLAN_TM, Vlan::new),
            other("bpf", TcaActBpf.ATTRIBUTES, TcaActBpf.TCA_ACT_BPF_PARMS, TcaActBpf.TCA_ACT_BPF_TM),
            other("connmark", TcaConnmark.ATTRIBUTES, TcaConnmark.TCA_CONNMARK_PARMS, TcaConnmark.TCA_CONNMARK_TM),
            other("csum", TcaCsum.ATTRIBUTES, TcaCsum.TCA_CSUM_PARMS, TcaCsum.TCA_CSUM_TM),
            other("ctinfo", TcaCtinfo.ATTRIBUTES, TcaCtinfo.TCA_CTINFO_ACT, TcaCtinfo.TCA_CTINFO_TM),
            other("gate", TcaGate.ATTRIBUTES, TcaGate.TCA_GATE_PARMS, TcaGate.TCA_GATE_TM),
            other("ife", TcaIfe.ATTRIBUTES, TcaIfe.TCA_IFE_PARMS, TcaIfe.TCA_IFE_TM),
            other("mpls", TcaMpls.ATTRIBUTES, TcaMpls.TCA_MPLS_PARMS, TcaMpls.TCA_MPLS_TM),
            other("nat", TcaNat.ATTRIBUTES, TcaNat.TCA_NAT_PARMS, TcaNat.TCA_NAT_TM),
            other("sample", TcaSample.ATTRIBUTES, TcaSample.TCA_SAMPLE_PARMS, TcaSample.TCA_SAMPLE_TM),
            other("simple", TcaDef.ATTRIBUTES, TcaDef.TCA_DEF_PARMS, TcaDef.TCA_DEF_TM),
            other("skbmod", TcaSkbmod.ATTRIBUTES, TcaSkbmod.TCA_SKBMOD_PARMS, TcaSkbmod.TCA_SKBMOD_TM));

    private static final Map<String, ActionKindType> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(ActionKindType::name, Function.identity()));

    private static ActionKindType of(
            String name, AttributeSet data, int parameters, int times, Function<Attributes, ActionKind<?>> create) {
        return new ActionKindType(name, data, parameters, times, create);
    }

    /** A kind with a table and without a type. */
    private static ActionKindType other(String name, AttributeSet data, int parameters, int times) {
        return of(name, data, parameters, times, attributes -> new OtherAction(name, attributes));
    }

    static Optional<ActionKindType> find(String kind) {
        return Optional.ofNullable(BY_NAME.get(kind));
    }

    static Optional<AttributeSet> table(String kind) {
        return find(kind).map(ActionKindType::data);
    }

    /** The value of a kind, typed or not. */
    static ActionKind<?> decode(String kind, Attributes data) {
        return find(kind).filter(type -> type.data == data.set())
                .<ActionKind<?>>map(type -> type.create.apply(data))
                .orElseGet(() -> new OtherAction(kind, data));
    }

    /** Refuses attributes of another table. */
    static Attributes require(AttributeSet table, Attributes data) {
        if (data.set() != table) {
            throw new IllegalArgumentException(table + " attributes wanted, not " + data.set());
        }
        return data;
    }
}
