package org.netlink4j.rtnetlink.stats;

import static org.netlink4j.rtnetlink.IpFamily.AF_MPLS;
import static org.netlink4j.rtnetlink.stats.IflaStats.IFLA_OFFLOAD_XSTATS_HW_S_INFO;
import static org.netlink4j.rtnetlink.stats.IflaStats.IFLA_OFFLOAD_XSTATS_HW_S_INFO_REQUEST;
import static org.netlink4j.rtnetlink.stats.IflaStats.IFLA_OFFLOAD_XSTATS_HW_S_INFO_USED;
import static org.netlink4j.rtnetlink.stats.IflaStats.IFLA_OFFLOAD_XSTATS_L3_STATS;
import static org.netlink4j.rtnetlink.stats.IflaStats.IFLA_STATS_AF_SPEC;
import static org.netlink4j.rtnetlink.stats.IflaStats.IFLA_STATS_LINK_OFFLOAD_XSTATS;

import java.util.Objects;
import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;

/**
 * Statistics of a link: {@code RTM_NEWSTATS}. All that the kernel said is in {@link #attributes}.
 *
 * @param index index of the device, u32
 * @param mask what was asked for: of each {@code IFLA_STATS_LINK_*} a bit
 * @param attributes attributes of {@link IflaStats}
 */
public record LinkReport(int index, int mask, Attributes attributes) {
    /** Checks the table. */
    public LinkReport {
        if (Objects.requireNonNull(attributes).set() != IflaStats.ATTRIBUTES) {
            throw new IllegalArgumentException("not attributes of statistics: " + attributes);
        }
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWSTATS}
     * @return the statistics, which keep nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static LinkReport decode(MessageReader message) throws MalformedMessageException {
        return new LinkReport(
                message.u32(4),
                message.u32(8),
                Attributes.decode(IflaStats.ATTRIBUTES, message.attributes(IflaStats.IF_STATS_MSG.size())));
    }

    /**
     * Writes what follows the message header, just as it was decoded.
     *
     * @param out a writer after the message header
     */
    public void write(MessageWriter out) {
        out.zeros(4).u32(index).u32(mask);
        attributes.writeTo(out.attributes());
    }

    /**
     * Statistics of the kind of the device, or of the kind whose port it is.
     *
     * @param group {@code IFLA_STATS_LINK_XSTATS} or {@code IFLA_STATS_LINK_XSTATS_SLAVE}
     * @param type a {@code LINK_XSTATS_TYPE_*}
     * @return the attributes of that kind; empty if the device is of another
     */
    public Optional<Attributes> ofKind(int group, int type) {
        return attributes.nest(group).flatMap(types -> types.nest(type));
    }

    /** {@return those of the hardware; {@code IFLA_STATS_LINK_OFFLOAD_XSTATS}; empty if there are none} */
    public Optional<Attributes> ofHardware() {
        return attributes.nest(IFLA_STATS_LINK_OFFLOAD_XSTATS);
    }

    /** {@return whether somebody asked the hardware to count what it routes; empty if the kernel does not say} */
    public Optional<Boolean> isHardwareAsked() {
        return hardware(IFLA_OFFLOAD_XSTATS_HW_S_INFO_REQUEST);
    }

    /** {@return whether the hardware counts what it routes; empty if the kernel does not say} */
    public Optional<Boolean> isHardwareCounting() {
        return hardware(IFLA_OFFLOAD_XSTATS_HW_S_INFO_USED);
    }

    private Optional<Boolean> hardware(int attribute) {
        return ofHardware()
                .flatMap(hardware -> hardware.nest(IFLA_OFFLOAD_XSTATS_HW_S_INFO))
                .flatMap(counted -> counted.nest(IFLA_OFFLOAD_XSTATS_L3_STATS))
                .filter(info -> info.has(attribute))
                .map(info -> info.integer(attribute).orElseThrow() != 0);
    }

    /** {@return those of MPLS, attributes {@code MPLS_STATS_*}; empty if there are none} */
    public Optional<Attributes> ofMpls() {
        return attributes.nest(IFLA_STATS_AF_SPEC).flatMap(families -> families.nest(AF_MPLS));
    }
}
