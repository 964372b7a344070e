package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.StructSpec.field;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.core.schema.StructSpec.Field;

/** What the tables of actions share: the fields with which nearly all parameters begin, and how values stand in JSON. */
final class TcGen {
    static final String INDEX = "index";
    static final String ACTION = "action";
    static final String REFERENCES = "refcnt";
    static final String BINDINGS = "bindcnt";

    private static final StructSpec TCF_T = new StructSpec("tcf_t", 32, List.of(
            field("install", 0, AttributeType.U64), field("lastuse", 8, AttributeType.U64),
            field("expires", 16, AttributeType.U64), field("firstuse", 24, AttributeType.U64)));

    private TcGen() {}

    /** Parameters that begin with {@code tc_gen}. */
    static StructSpec struct(String name, int size, Field... more) {
        Stream<Field> first = Stream.of(
                field(INDEX, 0, AttributeType.U32), field("capab", 4, AttributeType.U32), field(ACTION, 8, AttributeType.S32),
                field(REFERENCES, 12, AttributeType.S32), field(BINDINGS, 16, AttributeType.S32));
        return new StructSpec(name, size, Stream.concat(first, Stream.of(more)).toList());
    }

    static AttributeSpec times(int number, String name) {
        return AttributeSpec.struct(number, name, TCF_T);
    }

    static AttributeSpec parameters(int number, String name, StructSpec struct) {
        return parameters(number, name, struct, _ -> Map.of());
    }

    /** Parameters of which the table also shows what only this kind has. */
    static AttributeSpec parameters(int number, String name, StructSpec struct, Function<Attributes, Map<String, Object>> more) {
        return AttributeSpec.struct(number, name, struct).key("").shown((data, _) -> {
            Map<String, Object> members = new LinkedHashMap<>(more.apply(data));
            shared(members, data, number);
            return Optional.of(members);
        });
    }

    /** What all parameters have. */
    static void shared(Map<String, Object> members, Attributes data, int number) {
        data.field(number, ACTION).ifPresent(action -> members.put("control_action", new ControlAction((int) action).members()));
        data.field(number, INDEX).ifPresent(index -> members.put("index", index));
        data.field(number, REFERENCES).ifPresent(references -> members.put("ref", references));
        data.field(number, BINDINGS).ifPresent(bindings -> members.put("bind", bindings));
    }

    /** The one member for a field of the parameters: its word, or its number if it has none. */
    static Map<String, Object> word(String key, Attributes data, int number, String field, Map<Long, String> words) {
        OptionalLong value = data.field(number, field);
        if (value.isEmpty()) {
            return Map.of();
        }
        String word = words.get(value.getAsLong());
        return Map.of(key, word == null ? (Object) value.getAsLong() : word);
    }
}
