package org.netlink4j.rtnetlink.nexthop;

import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_ID;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_MASTER;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_OIF;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_RES_BUCKET;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_RES_BUCKET_NH_ID;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * Which buckets of resilient groups a list is to contain. The kernel filters.
 *
 * @param group id of the group, u32; empty for any
 * @param member id of the member to which they lead, u32; empty for any
 * @param device index of the device on which packets leave; empty for any
 * @param master index of the device of which that one is a port; empty for any
 */
public record BucketFilter(OptionalLong group, OptionalLong member, OptionalInt device, OptionalInt master) {
    /** All buckets. */
    public static final BucketFilter ALL =
            new BucketFilter(OptionalLong.empty(), OptionalLong.empty(), OptionalInt.empty(), OptionalInt.empty());

    /**
     * Narrows to a group.
     *
     * @param id its id, u32
     * @return the filter
     */
    public BucketFilter group(long id) {
        return new BucketFilter(OptionalLong.of(id), member, device, master);
    }

    /**
     * Narrows to a member.
     *
     * @param id its id, u32
     * @return the filter
     */
    public BucketFilter member(long id) {
        return new BucketFilter(group, OptionalLong.of(id), device, master);
    }

    /**
     * Narrows to a device.
     *
     * @param index its index
     * @return the filter
     */
    public BucketFilter device(int index) {
        return new BucketFilter(group, member, OptionalInt.of(index), master);
    }

    /**
     * Narrows to ports of a device.
     *
     * @param index its index
     * @return the filter
     */
    public BucketFilter master(int index) {
        return new BucketFilter(group, member, device, OptionalInt.of(index));
    }

    /** What asks the kernel for these buckets. */
    NextHopSpec request() {
        Attributes attributes = Attributes.none(Nha.ATTRIBUTES);
        if (device.isPresent()) {
            attributes = attributes.with(NHA_OIF, device.getAsInt());
        }
        if (master.isPresent()) {
            attributes = attributes.with(NHA_MASTER, master.getAsInt());
        }
        if (group.isPresent()) {
            attributes = attributes.with(NHA_ID, group.getAsLong());
        }
        if (member.isPresent()) {
            attributes = attributes.with(
                    NHA_RES_BUCKET, Attributes.none(Nha.RESILIENT_BUCKET).with(NHA_RES_BUCKET_NH_ID, member.getAsLong()));
        }
        return new NextHopSpec(NextHopHeader.NONE, attributes);
    }
}
