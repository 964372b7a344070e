package org.netlink4j.rtnetlink.tc.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.netlink4j.core.json.JsonWriter;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.tc.TcHeader;
import org.netlink4j.rtnetlink.tc.action.Action;
import org.netlink4j.rtnetlink.tc.action.TcaAct;
import org.netlink4j.testkit.AttributeArbitraries;

/** Whatever a kernel says of a filter or an action is a value that can be read in full. */
class AnyFilterTest {
    private static final String[] FILTERS = FilterKindType.ALL.stream().map(FilterKindType::name).toArray(String[]::new);

    private static final String[] ACTIONS = {
        "bpf", "connmark", "csum", "ct", "ctinfo", "gact", "gate", "ife", "mirred", "mpls", "nat", "pedit", "police", "sample", "simple",
        "skbedit", "skbmod", "tunnel_key", "vlan", "unheard-of"
    };

    @Provide
    Arbitrary<Attributes> filters() {
        return AttributeArbitraries.valid(TcaFilter.ATTRIBUTES, FILTERS);
    }

    @Provide
    Arbitrary<Attributes> flowers() {
        return AttributeArbitraries.valid(TcaFlower.ATTRIBUTES);
    }

    @Provide
    Arbitrary<Attributes> words() {
        return AttributeArbitraries.valid(TcaU32.ATTRIBUTES);
    }

    @Provide
    Arbitrary<Attributes> actions() {
        return AttributeArbitraries.valid(TcaAct.ATTRIBUTES, ACTIONS);
    }

    private static void isJson(Map<String, Object> values) {
        assertTrue(new JsonWriter().tree(values).toString().startsWith("{"));
    }

    private static void readAll(FilterKind<?> kind) {
        isJson(kind.values());
        kind.classId();
        kind.flags();
        kind.actions().forEach(AnyFilterTest::readAll);
    }

    private static void readAll(Action action) {
        isJson(action.kind().data().values());
        action.kind().control();
        action.kind().index();
        action.kind().times();
        action.cookie();
        action.flags();
        action.statistics();
        assertEquals(action.attributes().text(TcaAct.TCA_ACT_KIND).orElse(""), action.kind().kind());
    }

    @Property
    void aFilter(@ForAll("filters") Attributes attributes) {
        Filter filter = new Filter(TcHeader.NONE, attributes);
        filter.point();
        filter.chain();
        readAll(filter.kind());
        new Chain(TcHeader.NONE, attributes).template().ifPresent(AnyFilterTest::readAll);
    }

    @Property
    void aFlower(@ForAll("flowers") Attributes attributes) {
        readAll(new Flower(attributes));
    }

    @Property
    void aWord(@ForAll("words") Attributes attributes) {
        U32 kind = new U32(attributes);
        readAll(kind);
        assertTrue(kind.keys().size() < 256);
    }

    @Property
    void anAction(@ForAll("actions") Attributes attributes) {
        readAll(new Action(attributes));
    }
}
