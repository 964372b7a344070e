package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.StructSpec.field;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.StructSpec;

/** Layouts of structures of {@code linux/pkt_sched.h}, most of which have fields of one width without gaps. */
final class Structs {
    private Structs() {}

    /** A structure without gaps whose fields all have one type. */
    static StructSpec of(String name, AttributeType type, int width, String... fields) {
        List<StructSpec.Field> list = new ArrayList<>();
        for (String field : fields) {
            list.add(field(field, width * list.size(), type));
        }
        return new StructSpec(name, width * fields.length, list);
    }

    /** A structure of u32. */
    static StructSpec u32(String name, String... fields) {
        return of(name, AttributeType.U32, Integer.BYTES, fields);
    }

    /** The name of an element of an array, as C has it. */
    static String element(String array, int index) {
        return array + "[" + index + "]";
    }

    /** The elements of an array in a structure. */
    static List<StructSpec.Field> array(String name, int offset, AttributeType type, int width, int count) {
        return IntStream.range(0, count).mapToObj(i -> field(element(name, i), offset + width * i, type)).toList();
    }
}
