package org.netlink4j.rtnetlink.tc.qdisc;

import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.AttributeSpec.u8;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;

import java.util.List;
import java.util.Optional;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.json.Numbers;
import org.netlink4j.rtnetlink.tc.TcTables;

/** Attributes of ets: {@code TCA_ETS_*} of {@code linux/pkt_sched.h}, as of Linux 6.18. */
public final class TcaEts {
    /** u8: how many bands, 1 to 16. */
    public static final int TCA_ETS_NBANDS = 1;

    /** u8: how many of them are strict. */
    public static final int TCA_ETS_NSTRICT = 2;

    /** Nest of {@link #TCA_ETS_QUANTA_BAND}, one a band that is not strict. */
    public static final int TCA_ETS_QUANTA = 3;

    /** u32: bytes that a band may send a round. */
    public static final int TCA_ETS_QUANTA_BAND = 4;

    /** Nest of {@link #TCA_ETS_PRIOMAP_BAND}, one a priority. */
    public static final int TCA_ETS_PRIOMAP = 5;

    /** u8: band of a priority. */
    public static final int TCA_ETS_PRIOMAP_BAND = 6;

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_ETS",
            u8(TCA_ETS_NBANDS, "TCA_ETS_NBANDS").key("bands"),
            u8(TCA_ETS_NSTRICT, "TCA_ETS_NSTRICT").key("strict").shown(Numbers::nonZero),
            nest(TCA_ETS_QUANTA, "TCA_ETS_QUANTA", () -> TcaEts.ATTRIBUTES).key("quanta").shown(TcaEts::quanta),
            u32(TCA_ETS_QUANTA_BAND, "TCA_ETS_QUANTA_BAND"),
            nest(TCA_ETS_PRIOMAP, "TCA_ETS_PRIOMAP", () -> TcaEts.ATTRIBUTES).key("priomap").shown(TcaEts::priomap),
            u8(TCA_ETS_PRIOMAP_BAND, "TCA_ETS_PRIOMAP_BAND"));

    /** Marked, as {@code tc} does. */
    static final TcTables QDISC = TcTables.of(Ets.KIND, nest(TCA_OPTIONS, "TCA_OPTIONS", () -> ATTRIBUTES));

    /** A class has its quantum. */
    static final TcTables CLASS = TcTables.of(Ets.KIND, nest(TCA_OPTIONS, "TCA_OPTIONS", () -> ATTRIBUTES));

    private TcaEts() {}

    private static Optional<List<Long>> quanta(Attributes among, int number) {
        return Optional.of(Shown.list(among, number, TCA_ETS_QUANTA_BAND)).filter(quanta -> !quanta.isEmpty());
    }

    private static Optional<List<Long>> priomap(Attributes among, int number) {
        return Optional.of(Shown.list(among, number, TCA_ETS_PRIOMAP_BAND));
    }
}
