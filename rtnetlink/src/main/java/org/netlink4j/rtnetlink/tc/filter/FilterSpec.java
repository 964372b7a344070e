package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.rtnetlink.tc.Tca.TCA_CHAIN;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_KIND;
import static org.netlink4j.rtnetlink.tc.Tca.TCA_OPTIONS;

import java.util.Objects;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.EtherType;
import org.netlink4j.rtnetlink.tc.TcHandle;
import org.netlink4j.rtnetlink.tc.TcHeader;

/**
 * What somebody wants of a filter, to be handed to {@link Filters}. Attributes are sent in the order in which they were set.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link TcaFilter}
 */
public record FilterSpec(TcHeader header, Attributes attributes) implements MessageBody {
    /** Checks the table. */
    public FilterSpec {
        Objects.requireNonNull(header);
        FilterKindType.require(TcaFilter.ATTRIBUTES, attributes);
    }

    /**
     * A filter at a point, of no priority and no protocol yet.
     *
     * @param point where it hangs
     * @return the spec
     */
    public static FilterSpec of(FilterPoint point) {
        return new FilterSpec(point.header(), Attributes.none(TcaFilter.ATTRIBUTES));
    }

    private FilterSpec info(FilterInfo info) {
        return new FilterSpec(header.info(info.encode()), attributes);
    }

    /**
     * Sets the priority.
     *
     * @param priority u16, the lowest comes first; 0 if the kernel is to choose
     * @return the spec with it
     */
    public FilterSpec priority(int priority) {
        return info(new FilterInfo(priority, FilterInfo.of(header.info()).protocol()));
    }

    /**
     * Sets of which packets the filter is asked. The kernel demands it of a new filter.
     *
     * @param protocol the protocol; {@link FilterInfo#ALL} for all
     * @return the spec with it
     */
    public FilterSpec protocol(EtherType protocol) {
        return info(new FilterInfo(FilterInfo.of(header.info()).priority(), protocol));
    }

    /**
     * Sets the chain.
     *
     * @param chain its number, 28 bits; 0 for the one that packets come to first
     * @return the spec with it
     */
    public FilterSpec chain(long chain) {
        return new FilterSpec(header, attributes.with(TCA_CHAIN, chain));
    }

    /**
     * Sets the handle, which only its kind understands. The kernel chooses one for a new filter, if there is none.
     *
     * @param handle the handle
     * @return the spec with it
     */
    public FilterSpec handle(TcHandle handle) {
        return new FilterSpec(header.handle(handle), attributes);
    }

    /**
     * Sets the kind alone, to name a filter.
     *
     * @param kind {@code TCA_KIND}
     * @return the spec with it
     */
    public FilterSpec kind(String kind) {
        return new FilterSpec(header, attributes.with(TCA_KIND, kind));
    }

    /**
     * Sets the kind.
     *
     * @param kind the kind
     * @return the spec with it
     */
    public FilterSpec kind(FilterKind<?> kind) {
        FilterSpec named = kind(kind.kind());
        return new FilterSpec(header, named.attributes.with(TCA_OPTIONS, kind.data()));
    }

    @Override
    public void write(MessageWriter out) {
        out.bytes(header.encode());
        attributes.writeTo(out.attributes());
    }
}
