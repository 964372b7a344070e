package org.netlink4j.rtnetlink.tc.filter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Extended matches in JSON, for which {@code tc} has none: an object a match, the relation to the next one in it. */
final class EmatchJson {
    private static final List<String> OPERANDS = List.of("eq", "gt", "lt");

    private EmatchJson() {}

    static List<Map<String, Object>> of(List<Ematch.Term> terms) {
        return IntStream.range(0, terms.size()).mapToObj(i -> term(terms.get(i), i == terms.size() - 1)).toList();
    }

    private static Map<String, Object> term(Ematch.Term term, boolean last) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (term.inverted()) {
            members.put("not", true);
        }
        put(members, term.match());
        if (!last) {
            members.put("relation", term.or() ? "or" : "and");
        }
        return members;
    }

    private static void put(Map<String, Object> members, Ematch match) {
        switch (match) {
            case Ematch.Group group -> members.put("group", of(group.terms()));
            case Ematch.Compare compare -> {
                members.put("kind", "cmp");
                members.put("width", compare.width());
                at(members, compare.offset(), compare.layer());
                members.put("mask", Integer.toUnsignedLong(compare.mask()));
                members.put("trans", compare.translated());
                members.put("operand", operand(compare.operand()));
                members.put("value", Integer.toUnsignedLong(compare.value()));
            }
            case Ematch.Bytes bytes -> {
                members.put("kind", "nbyte");
                at(members, bytes.offset(), bytes.layer());
                members.put("bytes", bytes.bytes().toString());
            }
            case Ematch.Word word -> {
                members.put("kind", "u32");
                members.put("value", Integer.toUnsignedLong(word.key().value()));
                members.put("mask", Integer.toUnsignedLong(word.key().mask()));
                members.put("off", word.key().offset());
                members.put("nexthdr", word.key().offsetMask() != 0);
            }
            case Ematch.Meta meta -> {
                members.put("kind", "meta");
                members.putAll(meta.data().values());
            }
            case Ematch.Text text -> {
                members.put("kind", "text");
                members.put("algorithm", text.algorithm());
                members.put("from", text.from());
                members.put("from_layer", text.fromLayer());
                members.put("to", text.to());
                members.put("to_layer", text.toLayer());
                members.put("pattern", text.pattern().toString());
            }
            case Ematch.IpSet set -> {
                members.put("kind", "ipset");
                members.put("set", set.index());
                members.put("dimensions", set.dimensions());
                members.put("flags", set.flags());
            }
            case Ematch.Iptables iptables -> {
                members.put("kind", "ipt");
                members.putAll(iptables.data().values());
            }
            case Ematch.CanId can -> {
                members.put("kind", "canid");
                members.put("rules", can.rules().stream().map(rule -> Map.of(
                        "id", Integer.toUnsignedLong(rule.id()), "mask", Integer.toUnsignedLong(rule.mask()))).toList());
            }
            case Ematch.Other other -> {
                members.put("kind", other.kind());
                members.put("payload", other.payload().toString());
            }
        }
    }

    private static void at(Map<String, Object> members, int offset, int layer) {
        members.put("off", offset);
        members.put("layer", layer);
    }

    private static String operand(int operand) {
        return operand < OPERANDS.size() ? OPERANDS.get(operand) : Integer.toString(operand);
    }
}
