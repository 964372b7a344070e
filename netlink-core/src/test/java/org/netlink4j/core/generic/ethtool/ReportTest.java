package org.netlink4j.core.generic.ethtool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.generic.CommandSpec;
import org.netlink4j.core.generic.GenericMessage;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/** Reports that a veth device does not give, and both forms of bit sets. */
class ReportTest {
    private static final Device VETH0 =
            new Device(Device.index(7).attributes().with(EthtoolHeader.ETHTOOL_A_HEADER_DEV_NAME, "veth0"));

    private static BitSet bits(int... numbers) {
        BitSet bits = new BitSet();
        for (int number : numbers) {
            bits.set(number);
        }
        return bits;
    }

    private static byte[] words(int... words) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * words.length).order(ByteOrder.nativeOrder());
        buffer.asIntBuffer().put(words);
        return buffer.array();
    }

    private static Attributes bit(int index, String name, boolean value) {
        Attributes bit = Attributes.none(EthtoolBitset.BIT)
                .with(EthtoolBitset.ETHTOOL_A_BITSET_BIT_INDEX, index)
                .with(EthtoolBitset.ETHTOOL_A_BITSET_BIT_NAME, name);
        return value ? bit.withFlag(EthtoolBitset.ETHTOOL_A_BITSET_BIT_VALUE) : bit;
    }

    private static Bitset verbose(Attributes... bits) {
        Attributes list = Attributes.none(EthtoolBitset.BITS);
        for (Attributes bit : bits) {
            list = list.plus(EthtoolBitset.ETHTOOL_A_BITSET_BITS_BIT, bit);
        }
        return new Bitset(Attributes.none(EthtoolBitset.ATTRIBUTES)
                .with(EthtoolBitset.ETHTOOL_A_BITSET_SIZE, 100)
                .with(EthtoolBitset.ETHTOOL_A_BITSET_BITS, list));
    }

    @Test
    void aCompactBitsetIsReadByWords() {
        Bitset set = new Bitset(Attributes.none(EthtoolBitset.ATTRIBUTES)
                .with(EthtoolBitset.ETHTOOL_A_BITSET_SIZE, 70)
                .with(EthtoolBitset.ETHTOOL_A_BITSET_VALUE, words(1, 0x8000_0000, 0x20))
                .with(EthtoolBitset.ETHTOOL_A_BITSET_MASK, words(3, 0x8000_0000, 0x20)));
        assertEquals(OptionalInt.of(70), set.size());
        assertEquals(bits(0, 63, 69), set.value());
        assertEquals(bits(0, 1, 63, 69), set.mask());
        assertTrue(set.hasMask());
        assertEquals(Map.of(), set.names());
        Bitset unmasked = new Bitset(set.attributes()
                .without(EthtoolBitset.ETHTOOL_A_BITSET_MASK)
                .withFlag(EthtoolBitset.ETHTOOL_A_BITSET_NOMASK));
        assertEquals(bits(0, 63, 69), unmasked.mask());
    }

    @Test
    void aVerboseBitsetNamesItsBits() {
        Bitset set = verbose(bit(5, "five", true), bit(90, "ninety", false));
        assertEquals(bits(5), set.value());
        assertEquals(bits(5, 90), set.mask());
        assertEquals(Map.of(5, "five", 90, "ninety"), set.names());
        Bitset unmasked = new Bitset(set.attributes().withFlag(EthtoolBitset.ETHTOOL_A_BITSET_NOMASK));
        assertEquals(bits(5, 90), unmasked.value());
    }

    @Test
    void anAbsurdBitNumberIsNotAllocated() {
        Attributes absurd = Attributes.none(EthtoolBitset.BIT).with(EthtoolBitset.ETHTOOL_A_BITSET_BIT_INDEX, 0xffff_fffeL)
                .withFlag(EthtoolBitset.ETHTOOL_A_BITSET_BIT_VALUE);
        assertEquals(bits(1), verbose(absurd, bit(1, "one", true)).value());
        assertEquals(bits(), verbose(Attributes.none(EthtoolBitset.BIT)).mask());
        assertEquals(Map.of(1, "one"), verbose(bit(1, "one", true), absurd.with(2, "absurd")).names());
    }

    @Test
    void aBitsetForARequestListsItsBits() {
        Bitset set = Bitset.of(0, 3);
        assertEquals(bits(0, 3), set.value());
        assertFalse(set.hasMask());
        assertEquals(OptionalInt.empty(), set.size());
    }

    @Test
    void statisticsAreCountersAndHistograms() {
        Attributes counter = Attributes.none(EthtoolStats.COUNTER);
        Attributes bucket = Attributes.none(EthtoolStats.HISTOGRAM)
                .with(EthtoolStats.ETHTOOL_A_STATS_GRP_HIST_BKT_LOW, 65)
                .with(EthtoolStats.ETHTOOL_A_STATS_GRP_HIST_BKT_HI, 127)
                .with(EthtoolStats.ETHTOOL_A_STATS_GRP_HIST_VAL, -2L);
        Attributes group = Attributes.none(EthtoolStats.GROUP)
                .with(EthtoolStats.ETHTOOL_A_STATS_GRP_ID, EthtoolStats.ETHTOOL_STATS_RMON)
                .with(EthtoolStats.ETHTOOL_A_STATS_GRP_SS_ID, EthSs.ETH_SS_STATS_RMON)
                .plus(EthtoolStats.ETHTOOL_A_STATS_GRP_STAT, counter.with(0, 11))
                .plus(EthtoolStats.ETHTOOL_A_STATS_GRP_STAT, counter.with(3, -1L))
                .plus(EthtoolStats.ETHTOOL_A_STATS_GRP_HIST_RX, bucket)
                .plus(EthtoolStats.ETHTOOL_A_STATS_GRP_HIST_TX, Attributes.none(EthtoolStats.HISTOGRAM));
        Statistics statistics = new Statistics(Attributes.none(EthtoolStats.ATTRIBUTES)
                .with(EthtoolStats.ETHTOOL_A_STATS_HEADER, VETH0.attributes())
                .plus(EthtoolStats.ETHTOOL_A_STATS_GRP, group));
        assertEquals(VETH0, statistics.device());
        StatisticsGroup rmon = statistics.group(EthtoolStats.ETHTOOL_STATS_RMON).orElseThrow();
        assertEquals(Optional.empty(), statistics.group(EthtoolStats.ETHTOOL_STATS_ETH_MAC));
        assertEquals(EthSs.ETH_SS_STATS_RMON, rmon.nameSet());
        assertEquals(Map.of(0, 11L, 3, -1L), rmon.counters());
        assertEquals(List.of(new StatisticsGroup.Bucket(65, 127, -2)), rmon.received());
        assertEquals(List.of(new StatisticsGroup.Bucket(0, 0, 0)), rmon.transmitted());
    }

    @Test
    void ringsAreReadByName() {
        Rings rings = new Rings(Attributes.none(EthtoolRings.ATTRIBUTES)
                .with(EthtoolRings.ETHTOOL_A_RINGS_RX, 256)
                .with(EthtoolRings.ETHTOOL_A_RINGS_TX, 512)
                .with(EthtoolRings.ETHTOOL_A_RINGS_RX_MAX, 4096));
        assertEquals(OptionalInt.of(256), rings.receive());
        assertEquals(OptionalInt.of(512), rings.transmit());
        assertEquals(OptionalInt.of(4096), rings.largestReceive());
        assertEquals(OptionalInt.empty(), rings.receiveJumbo());
        assertEquals(Device.NONE, rings.device());
    }

    @Test
    void whatIsNotKnownIsAbsent() {
        LinkModes modes = new LinkModes(Attributes.none(EthtoolLinkmodes.ATTRIBUTES)
                .with(EthtoolLinkmodes.ETHTOOL_A_LINKMODES_SPEED, 0xffff_ffffL)
                .with(EthtoolLinkmodes.ETHTOOL_A_LINKMODES_DUPLEX, 0xff));
        assertEquals(OptionalInt.empty(), modes.speed());
        assertEquals(OptionalInt.empty(), modes.duplex());
        assertEquals(Optional.of("Unknown! (255)"), modes.duplexName());
        assertEquals(Optional.empty(), modes.ours());
        assertFalse(modes.negotiates());
    }

    private static GenericMessage message(int command, AttributeSet table) {
        return new GenericMessage(new CommandSpec(command, "SOME", table), Attributes.none(table));
    }

    @Test
    void everyKindHasItsRecord() {
        for (Kind<?> kind : Kinds.ALL) {
            Report report = Report.of(message(1, kind.table()));
            assertEquals(kind.face().apply(Attributes.none(kind.table())), report);
            assertEquals(kind.table(), EthtoolMsg.FAMILY.request(kind.command()).attributes());
        }
    }

    @Test
    void otherMessagesStillTellTheirDevice() throws Exception {
        Attributes pause = Attributes.none(EthtoolHeader.ALONE).with(1, VETH0.attributes());
        Report report = Report.of(new GenericMessage(EthtoolMsg.FAMILY.answer(EthtoolMsg.ETHTOOL_MSG_PAUSE_NTF), pause));
        assertEquals("ETHTOOL_MSG_PAUSE_NTF", assertInstanceOf(OtherReport.class, report).message().command().name());
        assertEquals(Optional.of("veth0"), report.device().name());
        assertEquals(OptionalInt.of(7), report.device().index());
        assertEquals(Device.NONE, Report.of(message(200, AttributeSet.UNKNOWN)).device());
    }

    @Test
    void anAnswerOfTheWrongKindIsMalformed() {
        assertThrows(MalformedMessageException.class, () -> LinkInfo.KIND.of(message(4, EthtoolLinkmodes.ATTRIBUTES)));
    }
}
