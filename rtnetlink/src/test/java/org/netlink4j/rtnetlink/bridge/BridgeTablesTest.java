package org.netlink4j.rtnetlink.bridge;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.rtnetlink.link.Ifla.AF_BRIDGE;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.link.BridgeQuerier;
import org.netlink4j.rtnetlink.link.IflaBridgeCfm;
import org.netlink4j.rtnetlink.link.IflaBridgeMrp;
import org.netlink4j.rtnetlink.neighbour.Nda;
import org.netlink4j.rtnetlink.neighbour.NeighbourHeader;
import org.netlink4j.testkit.AttributeArbitraries;
import org.netlink4j.testkit.HeaderConstants;
import org.netlink4j.testkit.Tables;

class BridgeTablesTest {
    private static final String[] HEADERS = {"linux/in.h", "linux/if_bridge.h"};

    static Stream<AttributeSet> tables() {
        return Stream.of(Mdba.ATTRIBUTES, Mdba.SET_ATTRIBUTES, Mdba.GET_ATTRIBUTES, BridgeVlandb.ATTRIBUTES,
                BridgeVlandb.DUMP_ATTRIBUTES, BridgeQuerier.ATTRIBUTES, IflaBridgeMrp.ATTRIBUTES, IflaBridgeCfm.ATTRIBUTES);
    }

    private static Stream<AttributeSet> reachable() {
        return tables().flatMap(table -> Tables.reachable(table).stream()).distinct();
    }

    /** Together, for the headers of an older kernel lack most of some. */
    @Test
    void numbersAreThoseOfTheHeaders() {
        Map<String, Long> ours = new TreeMap<>();
        Stream.of(Mdba.class, Mdbe.class, MdbFlags.class, MdbRtrType.class, MdbHeader.class, Mcast.class, BridgeVlandb.class, BridgeVlanInfo.class,
                BridgeQuerier.class, IflaBridgeMrp.class, IflaBridgeCfm.class).forEach(holder -> ours.putAll(HeaderConstants.constants(holder)));
        HeaderConstants.assertAgree(ours, HEADERS);
        HeaderConstants.assertTables(reachable().toList(), HEADERS);
    }

    @Test
    void structuresAreThoseOfTheHeader() {
        Map<String, Long> ours = new TreeMap<>();
        Stream.concat(
                        Stream.of(Mdba.BR_PORT_MSG, BridgeVlandb.BR_VLAN_MSG),
                        reachable().flatMap(table -> table.specs().stream()).filter(spec -> spec.type() == AttributeType.STRUCT)
                                .map(spec -> spec.struct().orElseThrow()))
                .forEach(struct -> {
                    ours.put("sizeof(struct " + struct.name() + ")", (long) struct.size());
                    for (StructSpec.Field field : struct.fields()) {
                        ours.put("offsetof(struct " + struct.name() + ", " + field.name() + ")", (long) field.offset());
                    }
                });
        assertEquals(19, ours.size());
        assertEquals(0, HeaderConstants.assertAgree(ours, HEADERS).size());
    }

    /** The header of a newer kernel may have more, and then its number is to be named here. */
    @Test
    void noTableHasAGapNorEndsBeforeTheHeaderDoes() {
        Map<String, Integer> largest = new TreeMap<>();
        reachable().forEach(table -> {
            List<Integer> numbers = table.specs().stream().map(AttributeSpec::number).sorted().toList();
            assertEquals(IntStream.rangeClosed(1, numbers.size()).boxed().toList(), numbers, table.name());
            largest.put(table.name() + "_MAX", numbers.size());
        });
        Map<String, Long> theirs = HeaderConstants.values(List.of(HEADERS), largest.keySet());
        assertTrue(theirs.size() > 12, theirs::toString);
        theirs.forEach((name, number) -> assertTrue(number <= largest.get(name), () -> name + " is " + number));
    }

    @Provide
    Arbitrary<Attributes> mdb() {
        return AttributeArbitraries.valid(Mdba.ATTRIBUTES);
    }

    @Property(tries = 300)
    void anyMessageAboutGroupsIsReadAndWrittenAgain(@ForAll("mdb") Attributes attributes) throws MalformedMessageException {
        MdbMessage message = new MdbMessage(7, attributes);
        byte[] buffer = new byte[1 << 18];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(buffer), 0, buffer.length).begin(84, 0, 0, 0);
        message.write(out);
        MessageReader in = new MessageReader().over(MemorySegment.ofArray(buffer), 0, out.end());
        assertTrue(in.next());
        MdbMessage again = MdbMessage.decode(in);
        assertEquals(message, again);
        assertEquals(message.entries(), again.entries());
        assertEquals(message.routers(), again.routers());
        message.entries().forEach(entry -> assertEquals(entry.key(), again.entries().get(message.entries().indexOf(entry)).key()));
    }

    @Provide
    Arbitrary<Attributes> neighbours() {
        return AttributeArbitraries.valid(Nda.ATTRIBUTES);
    }

    @Property(tries = 300)
    void anyForwardingEntryIsReadAndWrittenAgain(@ForAll("neighbours") Attributes attributes, @ForAll byte flags)
            throws MalformedMessageException {
        FdbEntry entry = new FdbEntry(new NeighbourHeader(AF_BRIDGE, 7, 2, Byte.toUnsignedInt(flags), 0), attributes);
        byte[] buffer = new byte[1 << 18];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(buffer), 0, buffer.length).begin(28, 0, 0, 0);
        entry.write(out);
        MessageReader in = new MessageReader().over(MemorySegment.ofArray(buffer), 0, out.end());
        assertTrue(in.next());
        FdbEntry again = FdbEntry.decode(in);
        assertEquals(entry.attributes(), again.attributes());
        assertEquals(entry.header(), again.header());
        assertEquals(entry, again);
        assertEquals(entry.key(), again.key());
    }

    @Provide
    Arbitrary<byte[]> members() {
        return Arbitraries.bytes().array(byte[].class).ofSize(Mdba.BR_MDB_ENTRY.size());
    }

    @Property(tries = 300)
    void theFixedPartOfAMemberIsReadAndWrittenAgain(@ForAll("members") byte[] bytes) {
        byte[] padded = Arrays.copyOf(Arrays.copyOf(bytes, 26), bytes.length);
        MdbHeader header = MdbHeader.decode(padded);
        assertArrayEquals(padded, header.encode());
        assertEquals(header.group().ip().isPresent(), header.group().mac().isEmpty());
        assertTrue(!header.group().toString().isEmpty());
    }
}
