package org.netlink4j.rtnetlink.link;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.core.schema.AttributeSpec.struct;
import static org.netlink4j.core.schema.AttributeSpec.u16;
import static org.netlink4j.core.schema.AttributeSpec.u32;
import static org.netlink4j.core.schema.StructSpec.field;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;

/** Attributes of CAN devices: {@code IFLA_CAN_*} of {@code linux/can/netlink.h}. */
public final class IflaCan {
    /**
     * {@code struct can_bittiming}, eight u32: bit/s, sample point in thousandths, time quantum in nanoseconds, propagation
     * segment, two phase segments, jump width, prescaler.
     */
    public static final int IFLA_CAN_BITTIMING = 1;

    /** {@code struct can_bittiming_const}, only in answers: what the hardware allows. */
    public static final int IFLA_CAN_BITTIMING_CONST = 2;

    /** {@code struct can_clock}, only in answers: u32 in Hz. */
    public static final int IFLA_CAN_CLOCK = 3;

    /** u32: only in answers: 0 active, 1 warning, 2 passive, 3 bus off, 4 stopped, 5 sleeping. */
    public static final int IFLA_CAN_STATE = 4;

    /** {@code struct can_ctrlmode}: u32 mask of the bits that count, u32 flags {@code CAN_CTRLMODE_*}. */
    public static final int IFLA_CAN_CTRLMODE = 5;

    /** u32: milliseconds after which a device that is bus off starts again, 0 for never. */
    public static final int IFLA_CAN_RESTART_MS = 6;

    /** u32: only in requests: start again. */
    public static final int IFLA_CAN_RESTART = 7;

    /** {@code struct can_berr_counter}, only in answers: u16 errors in sending, u16 in receiving. */
    public static final int IFLA_CAN_BERR_COUNTER = 8;

    /** As {@link #IFLA_CAN_BITTIMING}, for the data of CAN FD. */
    public static final int IFLA_CAN_DATA_BITTIMING = 9;

    /** As {@link #IFLA_CAN_BITTIMING_CONST}, for the data of CAN FD. */
    public static final int IFLA_CAN_DATA_BITTIMING_CONST = 10;

    /** u16: termination in ohms, 0 for none. */
    public static final int IFLA_CAN_TERMINATION = 11;

    /** u16 each, only in answers: possible terminations in ohms. */
    public static final int IFLA_CAN_TERMINATION_CONST = 12;

    /** u32 each, only in answers: possible bit rates in bit/s. */
    public static final int IFLA_CAN_BITRATE_CONST = 13;

    /** u32 each, only in answers: possible bit rates of the data of CAN FD. */
    public static final int IFLA_CAN_DATA_BITRATE_CONST = 14;

    /** u32: only in answers: highest bit rate in bit/s, 0 for no limit. */
    public static final int IFLA_CAN_BITRATE_MAX = 15;

    /** Nest of {@code IFLA_CAN_TDC_*}: compensation of the delay of the transmitter. */
    public static final int IFLA_CAN_TDC = 16;

    /** Nest of {@link #IFLA_CAN_CTRLMODE_SUPPORTED}, only in answers. */
    public static final int IFLA_CAN_CTRLMODE_EXT = 17;

    /** As {@link #IFLA_CAN_BITTIMING}, for the data of CAN XL; newer than Linux 6.18. */
    public static final int IFLA_CAN_XL_DATA_BITTIMING = 18;

    /** As {@link #IFLA_CAN_BITTIMING_CONST}, for the data of CAN XL; newer than Linux 6.18. */
    public static final int IFLA_CAN_XL_DATA_BITTIMING_CONST = 19;

    /** As {@link #IFLA_CAN_BITRATE_CONST}, for the data of CAN XL; newer than Linux 6.18. */
    public static final int IFLA_CAN_XL_DATA_BITRATE_CONST = 20;

    /** As {@link #IFLA_CAN_TDC}, for CAN XL; newer than Linux 6.18. */
    public static final int IFLA_CAN_XL_TDC = 21;

    /** Nest of {@code IFLA_CAN_PWM_*}: pulse width modulation of CAN XL; newer than Linux 6.18. */
    public static final int IFLA_CAN_XL_PWM = 22;

    /** u32 in {@link #IFLA_CAN_TDC}, in minimum time quanta: smallest value. */
    public static final int IFLA_CAN_TDC_TDCV_MIN = 1;

    /** u32 in {@link #IFLA_CAN_TDC}, in minimum time quanta: largest value. */
    public static final int IFLA_CAN_TDC_TDCV_MAX = 2;

    /** u32 in {@link #IFLA_CAN_TDC}, in minimum time quanta: smallest offset. */
    public static final int IFLA_CAN_TDC_TDCO_MIN = 3;

    /** u32 in {@link #IFLA_CAN_TDC}, in minimum time quanta: largest offset. */
    public static final int IFLA_CAN_TDC_TDCO_MAX = 4;

    /** u32 in {@link #IFLA_CAN_TDC}, in minimum time quanta: smallest filter window. */
    public static final int IFLA_CAN_TDC_TDCF_MIN = 5;

    /** u32 in {@link #IFLA_CAN_TDC}, in minimum time quanta: largest filter window. */
    public static final int IFLA_CAN_TDC_TDCF_MAX = 6;

    /** u32 in {@link #IFLA_CAN_TDC}, in minimum time quanta: value. */
    public static final int IFLA_CAN_TDC_TDCV = 7;

    /** u32 in {@link #IFLA_CAN_TDC}, in minimum time quanta: offset. */
    public static final int IFLA_CAN_TDC_TDCO = 8;

    /** u32 in {@link #IFLA_CAN_TDC}, in minimum time quanta: filter window. */
    public static final int IFLA_CAN_TDC_TDCF = 9;

    /** u32 in {@link #IFLA_CAN_CTRLMODE_EXT}: modes that can be set. */
    public static final int IFLA_CAN_CTRLMODE_SUPPORTED = 1;

    /** u32 in {@link #IFLA_CAN_XL_PWM}, in minimum time quanta: smallest short phase. */
    public static final int IFLA_CAN_PWM_PWMS_MIN = 1;

    /** u32 in {@link #IFLA_CAN_XL_PWM}, in minimum time quanta: largest short phase. */
    public static final int IFLA_CAN_PWM_PWMS_MAX = 2;

    /** u32 in {@link #IFLA_CAN_XL_PWM}, in minimum time quanta: smallest long phase. */
    public static final int IFLA_CAN_PWM_PWML_MIN = 3;

    /** u32 in {@link #IFLA_CAN_XL_PWM}, in minimum time quanta: largest long phase. */
    public static final int IFLA_CAN_PWM_PWML_MAX = 4;

    /** u32 in {@link #IFLA_CAN_XL_PWM}, in minimum time quanta: smallest offset. */
    public static final int IFLA_CAN_PWM_PWMO_MIN = 5;

    /** u32 in {@link #IFLA_CAN_XL_PWM}, in minimum time quanta: largest offset. */
    public static final int IFLA_CAN_PWM_PWMO_MAX = 6;

    /** u32 in {@link #IFLA_CAN_XL_PWM}, in minimum time quanta: short phase. */
    public static final int IFLA_CAN_PWM_PWMS = 7;

    /** u32 in {@link #IFLA_CAN_XL_PWM}, in minimum time quanta: long phase. */
    public static final int IFLA_CAN_PWM_PWML = 8;

    /** u32 in {@link #IFLA_CAN_XL_PWM}, in minimum time quanta: offset. */
    public static final int IFLA_CAN_PWM_PWMO = 9;

    /** Bit: receive what is sent. */
    public static final int CAN_CTRLMODE_LOOPBACK = 1;

    /** Bit: send nothing. */
    public static final int CAN_CTRLMODE_LISTENONLY = 2;

    /** Bit: sample three times. */
    public static final int CAN_CTRLMODE_3_SAMPLES = 4;

    /** Bit: send once only. */
    public static final int CAN_CTRLMODE_ONE_SHOT = 8;

    /** Bit: report bus errors. */
    public static final int CAN_CTRLMODE_BERR_REPORTING = 16;

    /** Bit: CAN FD. */
    public static final int CAN_CTRLMODE_FD = 32;

    /** Bit: go on without acknowledgement. */
    public static final int CAN_CTRLMODE_PRESUME_ACK = 64;

    /** Bit: CAN FD before ISO 11898-1:2015. */
    public static final int CAN_CTRLMODE_FD_NON_ISO = 128;

    /** Bit: raw length codes in classic CAN. */
    public static final int CAN_CTRLMODE_CC_LEN8_DLC = 256;

    /** Bit: the hardware measures the delay of the transmitter. */
    public static final int CAN_CTRLMODE_TDC_AUTO = 512;

    /** Bit: the delay of the transmitter is set. */
    public static final int CAN_CTRLMODE_TDC_MANUAL = 1024;

    private static final StructSpec BITTIMING = new StructSpec("can_bittiming", 32, List.of(
            field("bitrate", 0, AttributeType.U32),
            field("sample_point", 4, AttributeType.U32),
            field("tq", 8, AttributeType.U32),
            field("prop_seg", 12, AttributeType.U32),
            field("phase_seg1", 16, AttributeType.U32),
            field("phase_seg2", 20, AttributeType.U32),
            field("sjw", 24, AttributeType.U32),
            field("brp", 28, AttributeType.U32)));

    /** After a name of 16 bytes. */
    private static final StructSpec BITTIMING_CONST = new StructSpec("can_bittiming_const", 48, List.of(
            field("tseg1_min", 16, AttributeType.U32),
            field("tseg1_max", 20, AttributeType.U32),
            field("tseg2_min", 24, AttributeType.U32),
            field("tseg2_max", 28, AttributeType.U32),
            field("sjw_max", 32, AttributeType.U32),
            field("brp_min", 36, AttributeType.U32),
            field("brp_max", 40, AttributeType.U32),
            field("brp_inc", 44, AttributeType.U32)));

    private static final StructSpec CLOCK = new StructSpec("can_clock", 4, List.of(field("freq", 0, AttributeType.U32)));

    private static final StructSpec CTRLMODE = new StructSpec("can_ctrlmode", 8, List.of(
            field("mask", 0, AttributeType.U32),
            field("flags", 4, AttributeType.U32)));

    private static final StructSpec BERR_COUNTER = new StructSpec("can_berr_counter", 4, List.of(
            field("txerr", 0, AttributeType.U16),
            field("rxerr", 2, AttributeType.U16)));

    private static final List<String> MODES = List.of(
            "LOOPBACK", "LISTEN-ONLY", "TRIPLE-SAMPLING", "ONE-SHOT", "BERR-REPORTING", "FD", "PRESUME-ACK", "FD-NON-ISO",
            "CC-LEN8-DLC", "TDC-AUTO", "TDC-MANUAL", "RESTRICTED", "XL", "XL-TDC-AUTO", "XL-TDC-MANUAL", "TMS");

    private static final AttributeSet TDC = AttributeSet.of("IFLA_CAN_TDC",
            u32(IFLA_CAN_TDC_TDCV_MIN, "IFLA_CAN_TDC_TDCV_MIN"),
            u32(IFLA_CAN_TDC_TDCV_MAX, "IFLA_CAN_TDC_TDCV_MAX"),
            u32(IFLA_CAN_TDC_TDCO_MIN, "IFLA_CAN_TDC_TDCO_MIN"),
            u32(IFLA_CAN_TDC_TDCO_MAX, "IFLA_CAN_TDC_TDCO_MAX"),
            u32(IFLA_CAN_TDC_TDCF_MIN, "IFLA_CAN_TDC_TDCF_MIN"),
            u32(IFLA_CAN_TDC_TDCF_MAX, "IFLA_CAN_TDC_TDCF_MAX"),
            u32(IFLA_CAN_TDC_TDCV, "IFLA_CAN_TDC_TDCV").key("tdcv"),
            u32(IFLA_CAN_TDC_TDCO, "IFLA_CAN_TDC_TDCO").key("tdco"),
            u32(IFLA_CAN_TDC_TDCF, "IFLA_CAN_TDC_TDCF").key("tdcf"));

    private static final AttributeSet CTRLMODE_EXT = AttributeSet.of("IFLA_CAN_CTRLMODE",
            u32(IFLA_CAN_CTRLMODE_SUPPORTED, "IFLA_CAN_CTRLMODE_SUPPORTED"));

    private static final AttributeSet PWM = AttributeSet.of("IFLA_CAN_PWM",
            u32(IFLA_CAN_PWM_PWMS_MIN, "IFLA_CAN_PWM_PWMS_MIN"),
            u32(IFLA_CAN_PWM_PWMS_MAX, "IFLA_CAN_PWM_PWMS_MAX"),
            u32(IFLA_CAN_PWM_PWML_MIN, "IFLA_CAN_PWM_PWML_MIN"),
            u32(IFLA_CAN_PWM_PWML_MAX, "IFLA_CAN_PWM_PWML_MAX"),
            u32(IFLA_CAN_PWM_PWMO_MIN, "IFLA_CAN_PWM_PWMO_MIN"),
            u32(IFLA_CAN_PWM_PWMO_MAX, "IFLA_CAN_PWM_PWMO_MAX"),
            u32(IFLA_CAN_PWM_PWMS, "IFLA_CAN_PWM_PWMS"),
            u32(IFLA_CAN_PWM_PWML, "IFLA_CAN_PWM_PWML"),
            u32(IFLA_CAN_PWM_PWMO, "IFLA_CAN_PWM_PWMO"));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of("IFLA_CAN",
            struct(IFLA_CAN_BITTIMING, "IFLA_CAN_BITTIMING", BITTIMING).key("bittiming").shown(IflaCan::bitTiming),
            struct(IFLA_CAN_BITTIMING_CONST, "IFLA_CAN_BITTIMING_CONST", BITTIMING_CONST).key("bittiming_const")
                    .shown(IflaCan::limits),
            struct(IFLA_CAN_CLOCK, "IFLA_CAN_CLOCK", CLOCK).key("clock").shown(IflaCan::clock),
            u32(IFLA_CAN_STATE, "IFLA_CAN_STATE").key("state").words(Renderings
                    .words("ERROR-ACTIVE", "ERROR-WARNING", "ERROR-PASSIVE", "BUS-OFF", "STOPPED", "SLEEPING")),
            struct(IFLA_CAN_CTRLMODE, "IFLA_CAN_CTRLMODE", CTRLMODE).key("").shown(IflaCan::modes),
            u32(IFLA_CAN_RESTART_MS, "IFLA_CAN_RESTART_MS").key("restart_ms"),
            u32(IFLA_CAN_RESTART, "IFLA_CAN_RESTART"),
            struct(IFLA_CAN_BERR_COUNTER, "IFLA_CAN_BERR_COUNTER", BERR_COUNTER).key("berr_counter").shown(IflaCan::errors),
            struct(IFLA_CAN_DATA_BITTIMING, "IFLA_CAN_DATA_BITTIMING", BITTIMING).key("data_bittiming")
                    .shown(IflaCan::dataBitTiming),
            struct(IFLA_CAN_DATA_BITTIMING_CONST, "IFLA_CAN_DATA_BITTIMING_CONST", BITTIMING_CONST)
                    .key("data_bittiming_const").shown(IflaCan::dataLimits),
            u16(IFLA_CAN_TERMINATION, "IFLA_CAN_TERMINATION").key("termination").shown(IflaCan::termination),
            binary(IFLA_CAN_TERMINATION_CONST, "IFLA_CAN_TERMINATION_CONST").key("termination_const")
                    .shown(IflaCan::terminations),
            binary(IFLA_CAN_BITRATE_CONST, "IFLA_CAN_BITRATE_CONST").key("").shown(IflaCan::rates),
            binary(IFLA_CAN_DATA_BITRATE_CONST, "IFLA_CAN_DATA_BITRATE_CONST").key("").shown(IflaCan::dataRates),
            u32(IFLA_CAN_BITRATE_MAX, "IFLA_CAN_BITRATE_MAX"),
            nest(IFLA_CAN_TDC, "IFLA_CAN_TDC", () -> TDC),
            nest(IFLA_CAN_CTRLMODE_EXT, "IFLA_CAN_CTRLMODE_EXT", () -> CTRLMODE_EXT),
            struct(IFLA_CAN_XL_DATA_BITTIMING, "IFLA_CAN_XL_DATA_BITTIMING", BITTIMING),
            struct(IFLA_CAN_XL_DATA_BITTIMING_CONST, "IFLA_CAN_XL_DATA_BITTIMING_CONST", BITTIMING_CONST),
            binary(IFLA_CAN_XL_DATA_BITRATE_CONST, "IFLA_CAN_XL_DATA_BITRATE_CONST"),
            nest(IFLA_CAN_XL_TDC, "IFLA_CAN_XL_TDC", () -> TDC),
            nest(IFLA_CAN_XL_PWM, "IFLA_CAN_XL_PWM", () -> PWM));

    private IflaCan() {}

    private static void putModes(Map<String, Object> shown, String key, long modes) {
        if (modes != 0) {
            shown.put(key, Renderings.bits(modes, MODES));
        }
    }

    private static Optional<Map<String, Object>> modes(Attributes data, int number) {
        Map<String, Object> shown = new LinkedHashMap<>();
        long flags = data.field(number, "flags").orElse(0);
        putModes(shown, "ctrlmode", flags);
        data.nest(IFLA_CAN_CTRLMODE_EXT).map(ext -> ext.number(IFLA_CAN_CTRLMODE_SUPPORTED)).ifPresent(supported -> {
            putModes(shown, "ctrlmode_supported", supported.orElse(0));
            putModes(shown, "ctrlmode_static", flags & ~supported.orElse(0));
        });
        return Optional.of(shown);
    }

    private static Map<String, Object> timing(Attributes data, int number) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (StructSpec.Field field : BITTIMING.fields()) {
            long value = data.field(number, field.name()).orElse(0);
            shown.put(field.name(), field.name().equals("sample_point") ? BigDecimal.valueOf(value, 3).toString() : value);
        }
        return shown;
    }

    /** The possible rates, if there are any, say more than how they are timed. */
    private static Optional<Map<String, Object>> bitTiming(Attributes data, int number) {
        return data.has(IFLA_CAN_BITRATE_CONST) ? Optional.empty() : Optional.of(timing(data, number));
    }

    private static Optional<Map<String, Object>> dataBitTiming(Attributes data, int number) {
        if (data.has(IFLA_CAN_DATA_BITRATE_CONST)) {
            return Optional.empty();
        }
        Map<String, Object> shown = timing(data, number);
        data.nest(IFLA_CAN_TDC).map(Attributes::values).filter(tdc -> !tdc.isEmpty()).ifPresent(tdc -> shown.put("tdc", tdc));
        return Optional.of(shown);
    }

    private static Map<String, Object> range(Object min, Object max) {
        Map<String, Object> range = new LinkedHashMap<>();
        range.put("min", min);
        range.put("max", max);
        return range;
    }

    private static Map<String, Object> hardware(Attributes data, int number) {
        Map<String, Object> shown = new LinkedHashMap<>();
        ToLongFunction<String> field = name -> data.field(number, name).orElse(0);
        byte[] name = data.payload(number).orElseThrow();
        shown.put("name", new String(name, 0, Math.min(name.length, 16), StandardCharsets.US_ASCII).replaceFirst("\0.*", ""));
        shown.put("tseg1", range(field.applyAsLong("tseg1_min"), field.applyAsLong("tseg1_max")));
        shown.put("tseg2", range(field.applyAsLong("tseg2_min"), field.applyAsLong("tseg2_max")));
        shown.put("sjw", range(1, field.applyAsLong("sjw_max")));
        shown.put("brp", range(field.applyAsLong("brp_min"), field.applyAsLong("brp_max")));
        shown.put("brp_inc", field.applyAsLong("brp_inc"));
        return shown;
    }

    private static Optional<Map<String, Object>> limits(Attributes data, int number) {
        return data.has(IFLA_CAN_BITRATE_CONST) ? Optional.empty() : Optional.of(hardware(data, number));
    }

    private static Optional<Map<String, Object>> dataLimits(Attributes data, int number) {
        if (data.has(IFLA_CAN_DATA_BITRATE_CONST)) {
            return Optional.empty();
        }
        Map<String, Object> shown = hardware(data, number);
        data.nest(IFLA_CAN_TDC).ifPresent(tdc -> shown.put("tdc", delays(tdc)));
        return Optional.of(shown);
    }

    private static Map<String, Object> delays(Attributes tdc) {
        Map<String, Object> shown = new LinkedHashMap<>();
        putRange(shown, "tdcv", tdc, IFLA_CAN_TDC_TDCV_MIN);
        putRange(shown, "tdco", tdc, IFLA_CAN_TDC_TDCO_MIN);
        putRange(shown, "tdcf", tdc, IFLA_CAN_TDC_TDCF_MIN);
        return shown;
    }

    /** The largest value stands behind the smallest one. */
    private static void putRange(Map<String, Object> shown, String key, Attributes tdc, int smallest) {
        if (tdc.has(smallest) && tdc.has(smallest + 1)) {
            shown.put(key, range(tdc.number(smallest).getAsLong(), tdc.number(smallest + 1).getAsLong()));
        }
    }

    private static Optional<Long> clock(Attributes data, int number) {
        return data.field(number, "freq").stream().boxed().findFirst();
    }

    private static Optional<Map<String, Long>> errors(Attributes data, int number) {
        return Optional.of(new TreeMap<>(Map.of(
                "tx", data.field(number, "txerr").orElse(0), "rx", data.field(number, "rxerr").orElse(0))));
    }

    private static ByteBuffer numbers(Attributes data, int number) {
        return ByteBuffer.wrap(data.payload(number).orElse(new byte[0])).order(ByteOrder.nativeOrder());
    }

    private static Optional<Integer> termination(Attributes data, int number) {
        return data.has(IFLA_CAN_TERMINATION_CONST) ? data.integer(number).stream().boxed().findFirst() : Optional.empty();
    }

    private static Optional<List<Integer>> terminations(Attributes data, int number) {
        List<Integer> shown = new ArrayList<>();
        for (ByteBuffer ohms = numbers(data, number); ohms.remaining() >= Short.BYTES; ) {
            shown.add(Short.toUnsignedInt(ohms.getShort()));
        }
        return data.has(IFLA_CAN_TERMINATION) ? Optional.of(shown) : Optional.empty();
    }

    private static Optional<Map<String, Object>> rates(Attributes data, int number, String prefix, int timing) {
        List<Long> possible = new ArrayList<>();
        for (ByteBuffer rates = numbers(data, number); rates.remaining() >= Integer.BYTES; ) {
            possible.add(Integer.toUnsignedLong(rates.getInt()));
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put(prefix + "bittiming_bitrate", data.field(timing, "bitrate").orElse(0));
        shown.put(prefix + "bitrate_const", possible);
        return Optional.of(shown);
    }

    private static Optional<Map<String, Object>> rates(Attributes data, int number) {
        return rates(data, number, "", IFLA_CAN_BITTIMING);
    }

    private static Optional<Map<String, Object>> dataRates(Attributes data, int number) {
        return rates(data, number, "data_", IFLA_CAN_DATA_BITTIMING);
    }
}
