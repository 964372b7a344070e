package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.rtnetlink.tc.filter.TcaBasic.TCA_BASIC_EMATCHES;
import static org.netlink4j.rtnetlink.tc.filter.TcaBasic.TCA_BASIC_PCNT;
import static org.netlink4j.rtnetlink.tc.filter.TcaEmatchTree.TCA_EMATCH_TREE_LIST;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * A filter of extended matches; without any it matches all packets.
 *
 * @param data {@code TCA_OPTIONS}, attributes of {@link TcaBasic}
 */
public record Basic(Attributes data) implements FilterKind<Basic> {
    static final String KIND = "basic";

    /** Checks the table. */
    public Basic {
        FilterKindType.require(TcaBasic.ATTRIBUTES, data);
    }

    /** A filter that matches all packets. */
    public Basic() {
        this(Attributes.none(TcaBasic.ATTRIBUTES));
    }

    /**
     * Sets what has to match. Matches bind from left to right, with no regard to and before or.
     *
     * @param terms at least one
     * @return the kind with them
     */
    public Basic matches(List<Ematch.Term> terms) {
        return over(data.with(TCA_BASIC_EMATCHES, EmatchCodec.encode(terms)));
    }

    /**
     * What has to match. A place that is in two brackets is shown in the first only, and brackets that lead back as bytes.
     *
     * @return the terms; empty if all packets match
     */
    public List<Ematch.Term> matches() {
        return data.nest(TCA_BASIC_EMATCHES).map(tree -> EmatchCodec.decode(tree.payloads(TCA_EMATCH_TREE_LIST))).orElse(List.of());
    }

    /** {@return how many packets were compared, u64; only in answers, since Linux 4.20} */
    public OptionalLong lookups() {
        return data.field(TCA_BASIC_PCNT, "rcnt");
    }

    /** {@return how many packets matched, u64; only in answers, since Linux 4.20} */
    public OptionalLong hits() {
        return data.field(TCA_BASIC_PCNT, "rhit");
    }

    @Override
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>(data.values());
        List<Ematch.Term> terms = matches();
        if (!terms.isEmpty()) {
            values.put("ematches", EmatchJson.of(terms));
        }
        return values;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Basic over(Attributes data) {
        return new Basic(data);
    }
}
