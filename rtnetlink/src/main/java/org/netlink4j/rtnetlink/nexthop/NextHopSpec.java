package org.netlink4j.rtnetlink.nexthop;

import static org.netlink4j.rtnetlink.IpFamily.AF_INET;
import static org.netlink4j.rtnetlink.nexthop.Nha.NEXTHOP_GRP_TYPE_RES;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_BLACKHOLE;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_ENCAP;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_ENCAP_TYPE;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_FDB;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_GATEWAY;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_GROUP;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_GROUP_TYPE;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_HW_STATS_ENABLE;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_ID;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_OIF;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_RES_GROUP;
import static org.netlink4j.rtnetlink.route.RtnhF.RTNH_F_ONLINK;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.IpFamily;
import org.netlink4j.rtnetlink.encap.Encap;

/**
 * What somebody wants of a next-hop object, to be handed to {@link NextHops}. Attributes are sent in the order in which they were
 * set.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link Nha}
 */
public record NextHopSpec(NextHopHeader header, Attributes attributes) implements MessageBody {
    /** An object of whatever id is free; see {@link NextHops#createAny}. */
    public static final NextHopSpec ANY = new NextHopSpec(NextHopHeader.NONE, Attributes.none(Nha.ATTRIBUTES));

    /** Checks the table. */
    public NextHopSpec {
        Objects.requireNonNull(header);
        require(attributes);
    }

    static void require(Attributes attributes) {
        if (attributes.set() != Nha.ATTRIBUTES) {
            throw new IllegalArgumentException("not attributes of a next-hop object: " + attributes);
        }
    }

    /**
     * An object of an id; {@code NHA_ID}.
     *
     * @param id u32, not 0
     * @return the spec
     */
    public static NextHopSpec of(long id) {
        return ANY.with(NHA_ID, id);
    }

    private NextHopSpec with(int number, long value) {
        return new NextHopSpec(header, attributes.with(number, value));
    }

    /**
     * Sets the family, which a gateway sets itself; IPv4 if nothing does.
     *
     * @param family address family; see {@link IpFamily}
     * @return the spec with it
     */
    public NextHopSpec family(int family) {
        return new NextHopSpec(new NextHopHeader(family, header.scope(), header.protocol(), header.flags()), attributes);
    }

    private NextHopSpec inSomeFamily() {
        return header.family() == 0 ? family(AF_INET) : this;
    }

    /**
     * Sets the gateway, and its family; {@code NHA_GATEWAY}.
     *
     * @param gateway the address
     * @return the spec with it
     */
    public NextHopSpec gateway(IpAddress gateway) {
        return new NextHopSpec(family(IpFamily.of(gateway)).header, attributes.with(NHA_GATEWAY, gateway));
    }

    /**
     * Sets the device on which packets leave; {@code NHA_OIF}.
     *
     * @param index its index
     * @return the spec with it
     */
    public NextHopSpec device(int index) {
        return inSomeFamily().with(NHA_OIF, index);
    }

    /**
     * Lets it drop packets; {@code NHA_BLACKHOLE}.
     *
     * @return the spec with it
     */
    public NextHopSpec blackhole() {
        return new NextHopSpec(inSomeFamily().header, attributes.withFlag(NHA_BLACKHOLE));
    }

    /**
     * Says that the gateway is on the link, whatever the addresses say; {@code RTNH_F_ONLINK}.
     *
     * @return the spec with it
     */
    public NextHopSpec onLink() {
        return new NextHopSpec(
                new NextHopHeader(header.family(), header.scope(), header.protocol(), header.flags() | RTNH_F_ONLINK), attributes);
    }

    /**
     * Says who made it.
     *
     * @param protocol {@code RTPROT_*}, u8
     * @return the spec with it
     */
    public NextHopSpec protocol(int protocol) {
        return new NextHopSpec(new NextHopHeader(header.family(), header.scope(), protocol, header.flags()), attributes);
    }

    /**
     * Makes it one for forwarding entries of a VXLAN device, where the gateway is the other end; {@code NHA_FDB}.
     *
     * @return the spec with it
     */
    public NextHopSpec forwarding() {
        return new NextHopSpec(header, attributes.withFlag(NHA_FDB));
    }

    /**
     * Sets how what takes it is wrapped; {@code NHA_ENCAP} and {@code NHA_ENCAP_TYPE}.
     *
     * @param encap the encapsulation
     * @return the spec with it
     */
    public NextHopSpec encap(Encap encap) {
        return new NextHopSpec(header, encap.into(attributes, NHA_ENCAP_TYPE, NHA_ENCAP));
    }

    /**
     * Makes it a group; {@code NHA_GROUP}.
     *
     * @param members the members, which are there and no groups themselves
     * @return the spec with them
     */
    public NextHopSpec group(List<NextHopMember> members) {
        return new NextHopSpec(header, attributes.with(NHA_GROUP, NextHopMember.encode(members)));
    }

    /**
     * Makes the group resilient; {@code NHA_RES_GROUP} and {@code NHA_GROUP_TYPE}; since Linux 5.13.
     *
     * @param setup how; as many buckets as members at least
     * @return the spec with it
     */
    public NextHopSpec resilient(ResilientGroup setup) {
        return new NextHopSpec(header, attributes.with(NHA_RES_GROUP, setup.attributes()).with(NHA_GROUP_TYPE, NEXTHOP_GRP_TYPE_RES));
    }

    /**
     * Says whether the hardware is to count what a group sends; {@code NHA_HW_STATS_ENABLE}; since Linux 6.9.
     *
     * @param on whether it is
     * @return the spec with it
     */
    public NextHopSpec hardwareStatistics(boolean on) {
        return with(NHA_HW_STATS_ENABLE, on ? 1 : 0);
    }

    /**
     * Sets anything else.
     *
     * @param change makes attributes of {@link Nha} out of those that are set
     * @return the spec with what that returned
     */
    public NextHopSpec with(UnaryOperator<Attributes> change) {
        return new NextHopSpec(header, change.apply(attributes));
    }

    @Override
    public void write(MessageWriter out) {
        out.bytes(header.encode());
        attributes.writeTo(out.attributes());
    }
}
