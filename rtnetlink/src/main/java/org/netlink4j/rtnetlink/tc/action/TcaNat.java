package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.StructSpec.field;
import static org.netlink4j.core.schema.StructSpec.fieldBe;

import java.util.LinkedHashMap;
import java.util.Map;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;

/** Attributes of the action nat, which translates IPv4 addresses one by one: {@code TCA_NAT_*} of {@code linux/tc_act/tc_nat.h}. */
public final class TcaNat {
    /** {@code struct tc_nat}: what all actions have, and the addresses. */
    public static final int TCA_NAT_PARMS = 1;

    /** {@code struct tcf_t}, only in answers: when it was made and used. */
    public static final int TCA_NAT_TM = 2;

    /** Padding before a u64. */
    public static final int TCA_NAT_PAD = 3;

    /** Bit of {@code flags}: the source is translated, else the destination. */
    public static final int TCA_NAT_FLAG_EGRESS = 1;

    private static final StructSpec PARAMETERS = TcGen.struct("tc_nat", 36,
            fieldBe("old_addr", 20, AttributeType.U32), fieldBe("new_addr", 24, AttributeType.U32), fieldBe("mask", 28, AttributeType.U32),
            field("flags", 32, AttributeType.U32));

    /** The table. */
    public static final AttributeSet ATTRIBUTES = AttributeSet.of(
            "TCA_NAT",
            TcGen.parameters(TCA_NAT_PARMS, "TCA_NAT_PARMS", PARAMETERS, TcaNat::members),
            TcGen.times(TCA_NAT_TM, "TCA_NAT_TM"),
            binary(TCA_NAT_PAD, "TCA_NAT_PAD"));

    private TcaNat() {}

    private static Map<String, Object> members(Attributes data) {
        Map<String, Object> members = new LinkedHashMap<>();
        data.field(TCA_NAT_PARMS, "flags")
                .ifPresent(flags -> members.put("direction", (flags & TCA_NAT_FLAG_EGRESS) != 0 ? "egress" : "ingress"));
        data.field(TCA_NAT_PARMS, "old_addr").ifPresent(address -> members.put(
                "old_addr", address(address) + "/" + Long.bitCount(data.field(TCA_NAT_PARMS, "mask").orElse(0))));
        data.field(TCA_NAT_PARMS, "new_addr").ifPresent(address -> members.put("new_addr", address(address)));
        return members;
    }

    private static String address(long bits) {
        return new Ipv4Address((int) bits).toString();
    }
}
