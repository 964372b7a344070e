package org.netlink4j.rtnetlink.nexthop;

import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_BLACKHOLE;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_ENCAP;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_ENCAP_TYPE;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_FDB;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_GATEWAY;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_GROUP;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_GROUP_STATS;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_GROUP_STATS_ENTRY;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_GROUP_STATS_ENTRY_ID;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_GROUP_STATS_ENTRY_PACKETS;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_GROUP_TYPE;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_ID;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_OIF;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_RES_GROUP;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_RES_GROUP_UNBALANCED_TIME;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.encap.Encap;

/**
 * A next-hop object as the kernel describes it: {@code RTM_NEWNEXTHOP}. Routes refer to it by its id. It is one way, or a group of
 * others. Equal if all is equal but counters and times, which change all the time.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link Nha}
 */
public record NextHopObject(NextHopHeader header, Attributes attributes) {
    /** Checks the table. */
    public NextHopObject {
        Objects.requireNonNull(header);
        NextHopSpec.require(attributes);
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWNEXTHOP} or {@code RTM_DELNEXTHOP}
     * @return the object, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static NextHopObject decode(MessageReader message) throws MalformedMessageException {
        return new NextHopObject(
                NextHopHeader.decode(message), Attributes.decode(Nha.ATTRIBUTES, message.attributes(Nha.NHMSG.size())));
    }

    /**
     * Writes what follows the message header, just as it was decoded.
     *
     * @param out a writer after the message header
     */
    public void write(MessageWriter out) {
        out.bytes(header.encode());
        attributes.writeTo(out.attributes());
    }

    /** {@return the id; {@code NHA_ID}, u32} */
    public long id() {
        return attributes.number(NHA_ID).orElse(0);
    }

    /** {@return the gateway; {@code NHA_GATEWAY}} */
    public Optional<IpAddress> gateway() {
        return attributes.ip(NHA_GATEWAY);
    }

    /** {@return the index of the device on which packets leave; {@code NHA_OIF}} */
    public OptionalInt device() {
        return attributes.integer(NHA_OIF);
    }

    /** {@return whether it drops packets; {@code NHA_BLACKHOLE}} */
    public boolean isBlackhole() {
        return attributes.has(NHA_BLACKHOLE);
    }

    /** {@return whether it is for forwarding entries of a VXLAN device; {@code NHA_FDB}} */
    public boolean isForwarding() {
        return attributes.has(NHA_FDB);
    }

    /** {@return how what takes it is wrapped; {@code NHA_ENCAP} and {@code NHA_ENCAP_TYPE}} */
    public Optional<Encap> encap() {
        return Encap.of(attributes, NHA_ENCAP_TYPE, NHA_ENCAP);
    }

    /** {@return the flags, bits of {@link org.netlink4j.rtnetlink.route.RtnhF}} */
    public int flags() {
        return header.flags();
    }

    /** {@return whether it is a group; {@code NHA_GROUP}} */
    public boolean isGroup() {
        return attributes.has(NHA_GROUP);
    }

    /**
     * The members of a group; {@code NHA_GROUP}.
     *
     * @return the members; none if it is no group
     * @throws MalformedMessageException if these are no whole members
     */
    public List<NextHopMember> members() throws MalformedMessageException {
        Optional<byte[]> members = attributes.payload(NHA_GROUP);
        return members.isPresent() ? NextHopMember.decode(members.get()) : List.of();
    }

    /** {@return the type of a group, {@code NEXTHOP_GRP_TYPE_*}; {@code NHA_GROUP_TYPE}} */
    public int groupType() {
        return attributes.integer(NHA_GROUP_TYPE).orElse(Nha.NEXTHOP_GRP_TYPE_MPATH);
    }

    /** {@return how a resilient group is set up; {@code NHA_RES_GROUP}; empty for others; since Linux 5.13} */
    public Optional<ResilientGroup> resilient() {
        return attributes.nest(NHA_RES_GROUP).map(ResilientGroup::of);
    }

    /** {@return for how many hundredths of a second a resilient group is unbalanced; 0 if it is balanced} */
    public OptionalLong unbalancedTime() {
        Optional<Attributes> group = attributes.nest(NHA_RES_GROUP);
        return group.isPresent() ? group.get().number(NHA_RES_GROUP_UNBALANCED_TIME) : OptionalLong.empty();
    }

    /**
     * How many packets the members of a group sent; {@code NHA_GROUP_STATS}; since Linux 6.9.
     *
     * @return the numbers, the bits of u64, by id; none unless they were asked for
     */
    public Map<Long, Long> packets() {
        Map<Long, Long> packets = new LinkedHashMap<>();
        attributes.nest(NHA_GROUP_STATS).ifPresent(statistics -> statistics.nests(NHA_GROUP_STATS_ENTRY).forEach(entry -> packets.put(
                entry.number(NHA_GROUP_STATS_ENTRY_ID).orElse(0), entry.number(NHA_GROUP_STATS_ENTRY_PACKETS).orElse(0))));
        return packets;
    }

    private Attributes lasting() {
        Attributes lasting = attributes.without(NHA_GROUP_STATS);
        Optional<Attributes> group = lasting.nest(NHA_RES_GROUP);
        return group.isPresent() ? lasting.with(NHA_RES_GROUP, group.get().without(NHA_RES_GROUP_UNBALANCED_TIME)) : lasting;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NextHopObject that && header.equals(that.header) && lasting().equals(that.lasting());
    }

    @Override
    public int hashCode() {
        return Objects.hash(header, lasting());
    }
}
