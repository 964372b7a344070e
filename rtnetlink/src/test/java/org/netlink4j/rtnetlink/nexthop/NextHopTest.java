package org.netlink4j.rtnetlink.nexthop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;

/** Golden bytes are those of a little-endian host, as x86-64 and aarch64 are. */
class NextHopTest {
    private static final Attributes NONE = Attributes.none(Nha.ATTRIBUTES);

    @Test
    void weightsHaveSixteenBits() throws MalformedMessageException {
        List<NextHopMember> members = List.of(new NextHopMember(1, 1), new NextHopMember(0xffff_fffeL, 256), new NextHopMember(3, 65536));
        assertEquals("0100000000000000" + "feffffffff000000" + "03000000ffff0000", HexFormat.of().formatHex(NextHopMember.encode(members)));
        assertEquals(members, NextHopMember.decode(NextHopMember.encode(members)));
        assertThrows(IllegalArgumentException.class, () -> new NextHopMember(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new NextHopMember(1, 65537));
        assertThrows(IllegalArgumentException.class, () -> new NextHopMember(1L << 32, 1));
    }

    @Test
    void anyBytesAreMembersOrMalformed() {
        Random random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            NextHopObject object = new NextHopObject(NextHopHeader.NONE, NONE.with(Nha.NHA_GROUP, bytes));
            try {
                assertEquals(bytes.length / 8, object.members().size());
                assertEquals(0, bytes.length % 8);
            } catch (MalformedMessageException _) {
                assertNotEquals(0, bytes.length % 8);
            }
        }
    }

    private static NextHopObject resilient(long time, long packets) {
        Attributes group = new ResilientGroup(8, 100, 200).attributes().with(Nha.NHA_RES_GROUP_UNBALANCED_TIME, time);
        Attributes entry = Attributes.none(Nha.GROUP_STATS.find(Nha.NHA_GROUP_STATS_ENTRY).orElseThrow().nest())
                .with(Nha.NHA_GROUP_STATS_ENTRY_ID, 1).with(Nha.NHA_GROUP_STATS_ENTRY_PACKETS, packets);
        return new NextHopObject(NextHopHeader.NONE, NONE.with(Nha.NHA_ID, 7).with(Nha.NHA_RES_GROUP, group)
                .with(Nha.NHA_GROUP_STATS, Attributes.none(Nha.GROUP_STATS).with(Nha.NHA_GROUP_STATS_ENTRY, entry)));
    }

    @Test
    void countersAndTimesDoNotMakeADifference() {
        assertEquals(resilient(1, 2), resilient(3, 4));
        assertEquals(resilient(1, 2).hashCode(), resilient(3, 4).hashCode());
        assertNotEquals(resilient(1, 2), new NextHopObject(NextHopHeader.NONE, NONE.with(Nha.NHA_ID, 7)));
        assertEquals(1, resilient(1, 2).unbalancedTime().orElseThrow());
        assertEquals(Map.of(1L, 1L << 40), resilient(1, 1L << 40).packets());
        assertEquals(new ResilientGroup(8, 100, 200), resilient(0, 0).resilient().orElseThrow());
    }
}
