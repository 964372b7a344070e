package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaXdp.IFLA_XDP_ATTACHED;
import static org.netlink4j.rtnetlink.link.IflaXdp.IFLA_XDP_DRV_PROG_ID;
import static org.netlink4j.rtnetlink.link.IflaXdp.IFLA_XDP_HW_PROG_ID;
import static org.netlink4j.rtnetlink.link.IflaXdp.IFLA_XDP_PROG_ID;
import static org.netlink4j.rtnetlink.link.IflaXdp.IFLA_XDP_SKB_PROG_ID;
import static org.netlink4j.rtnetlink.link.IflaXdp.XDP_ATTACHED_DRV;
import static org.netlink4j.rtnetlink.link.IflaXdp.XDP_ATTACHED_HW;
import static org.netlink4j.rtnetlink.link.IflaXdp.XDP_ATTACHED_SKB;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * The XDP programs of a link; {@code IFLA_XDP}.
 *
 * @param attributes attributes of {@link IflaXdp}
 */
public record LinkXdp(Attributes attributes) {
    /** Checks the table. */
    public LinkXdp {
        LinkKindType.require(IflaXdp.ATTRIBUTES, attributes);
    }

    /** {@return how a program is attached, {@code XDP_ATTACHED_*} of {@link IflaXdp}} */
    public int mode() {
        return attributes.integer(IFLA_XDP_ATTACHED).orElse(IflaXdp.XDP_ATTACHED_NONE);
    }

    /** {@return whether a program is attached at all} */
    public boolean isAttached() {
        return mode() != IflaXdp.XDP_ATTACHED_NONE;
    }

    /** {@return the id of the only program; empty if there is none or several} */
    public OptionalInt programId() {
        return attributes.integer(IFLA_XDP_PROG_ID);
    }

    /** {@return the id of the program in the driver} */
    public OptionalInt driverProgramId() {
        return attributes.integer(IFLA_XDP_DRV_PROG_ID);
    }

    /** {@return the id of the generic program, which the kernel runs for drivers that cannot} */
    public OptionalInt genericProgramId() {
        return attributes.integer(IFLA_XDP_SKB_PROG_ID);
    }

    /** {@return the id of the program in hardware} */
    public OptionalInt hardwareProgramId() {
        return attributes.integer(IFLA_XDP_HW_PROG_ID);
    }

    private static Map<String, Object> program(OptionalInt id) {
        return Map.of("id", Integer.toUnsignedLong(id.getAsInt()));
    }

    private static void put(List<Map<String, Object>> attached, int mode, OptionalInt id) {
        if (id.isPresent()) {
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("mode", mode);
            members.put("prog", program(id));
            attached.add(members);
        }
    }

    /** As {@code ip -json} shows it, but for what only the system call {@code bpf} tells of a program. */
    Map<String, Object> members() {
        List<Map<String, Object>> attached = new ArrayList<>();
        put(attached, XDP_ATTACHED_SKB, genericProgramId());
        put(attached, XDP_ATTACHED_DRV, driverProgramId());
        put(attached, XDP_ATTACHED_HW, hardwareProgramId());
        if (attached.isEmpty()) {
            put(attached, mode(), programId()); // before Linux 4.19
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("mode", mode());
        if (programId().isPresent()) {
            members.put("prog", program(programId()));
        }
        members.put("attached", attached);
        return members;
    }
}
