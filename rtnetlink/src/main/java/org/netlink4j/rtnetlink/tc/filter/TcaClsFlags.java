package org.netlink4j.rtnetlink.tc.filter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.netlink4j.core.schema.Attributes;

/** Flags of filters: {@code TCA_CLS_FLAGS_*} of {@code linux/pkt_cls.h}. */
public final class TcaClsFlags {
    /** Not by the hardware. */
    public static final int TCA_CLS_FLAGS_SKIP_HW = 0x1;

    /** By the hardware only. */
    public static final int TCA_CLS_FLAGS_SKIP_SW = 0x2;

    /** The hardware does it; only in answers. */
    public static final int TCA_CLS_FLAGS_IN_HW = 0x4;

    /** The hardware does not do it; only in answers. */
    public static final int TCA_CLS_FLAGS_NOT_IN_HW = 0x8;

    /** Say why the hardware does not do it. */
    public static final int TCA_CLS_FLAGS_VERBOSE = 0x10;

    private TcaClsFlags() {}

    /** How flags stand in JSON. */
    static Optional<Map<String, Object>> members(Attributes data, int number) {
        long flags = data.number(number).orElse(0);
        Map<String, Object> members = new LinkedHashMap<>();
        mark(members, flags, TCA_CLS_FLAGS_SKIP_HW, "skip_hw");
        mark(members, flags, TCA_CLS_FLAGS_SKIP_SW, "skip_sw");
        mark(members, flags, TCA_CLS_FLAGS_IN_HW, "in_hw");
        mark(members, flags, TCA_CLS_FLAGS_NOT_IN_HW, "not_in_hw");
        return Optional.of(members);
    }

    private static void mark(Map<String, Object> members, long flags, int flag, String key) {
        if ((flags & flag) != 0) {
            members.put(key, true);
        }
    }
}
