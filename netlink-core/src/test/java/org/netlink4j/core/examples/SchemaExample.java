package org.netlink4j.core.examples;

import static org.netlink4j.core.schema.AttributeSpec.string;
import static org.netlink4j.core.schema.AttributeSpec.u32;

import java.util.Map;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/** A table and what it does. */
final class SchemaExample {
    private SchemaExample() {}

    static String describe() {
        // @start region="example"
        AttributeSet table = AttributeSet.of("IFLA",
                string(3, "IFLA_IFNAME").atMost(16),
                u32(4, "IFLA_MTU").key("mtu"));
        Attributes link = Attributes.none(table).with(3, "eth0").with(4, 1500);
        String text = link.toString(); // {IFLA_IFNAME "eth0", IFLA_MTU 1500}
        Map<String, Object> values = link.values(); // {mtu=1500}
        byte[] bytes = link.encode(); // as it stands in a message
        // @end
        return text + values + bytes.length;
    }
}
