package org.netlink4j.rtnetlink.nexthop;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REPLACE;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELNEXTHOP;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETNEXTHOP;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETNEXTHOPBUCKET;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWNEXTHOP;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_OP_FLAGS;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_OP_FLAG_DUMP_STATS;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_RES_BUCKET;
import static org.netlink4j.rtnetlink.nexthop.Nha.NHA_RES_BUCKET_INDEX;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.core.client.Watched;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.WatchedObjects;

/**
 * Asks for next-hop objects and changes them; since Linux 5.3. Every call blocks until the kernel has answered, at most five seconds.
 * Asking needs no capability; changing needs {@code CAP_NET_ADMIN} in the network namespace, else {@link KernelException} with
 * {@code EPERM}.
 */
public final class NextHops {
    private final Requester client;

    /**
     * Next-hop objects over a client.
     *
     * @param client a client of {@link org.netlink4j.rtnetlink.Rtnetlink#PROTOCOL}
     */
    public NextHops(Requester client) {
        this.client = Objects.requireNonNull(client);
    }

    /**
     * Next-hop objects for a {@link org.netlink4j.core.client.Watch} over {@code RTNLGRP_NEXTHOP} and {@code RTNLGRP_LINK}. What the
     * kernel does without a word, because a device is gone or changed, is seen within a tenth of a second.
     *
     * @return how they are listed and told apart
     */
    public static Watched<Long, NextHopObject> watched() {
        return new WatchedNextHops(new WatchedObjects<>(
                asking(NextHopFilter.ALL), RTM_NEWNEXTHOP, NextHopObject::decode, object -> Optional.of(object.id())));
    }

    private static Request asking(NextHopFilter filter) {
        return Request.of(RTM_GETNEXTHOP, filter.request());
    }

    /**
     * Lists objects.
     *
     * @param filter which ones
     * @return the objects by id
     * @throws NetlinkException if there is no answer
     */
    public List<NextHopObject> list(NextHopFilter filter) throws NetlinkException {
        return client.list(asking(filter), NextHopObject::decode).stream().filter(filter::matches).toList();
    }

    /**
     * Gets an object.
     *
     * @param id its id, u32
     * @return the object
     * @throws KernelException if there is none ({@code ENOENT})
     * @throws NetlinkException if there is no answer
     */
    public NextHopObject get(long id) throws NetlinkException {
        return client.get(Request.of(RTM_GETNEXTHOP, NextHopSpec.of(id)), NextHopObject::decode);
    }

    /**
     * Gets an object with its counters; since Linux 6.9.
     *
     * @param id its id, u32
     * @return the object
     * @throws KernelException if there is none ({@code ENOENT}), or the kernel is too old ({@code EINVAL})
     * @throws NetlinkException if there is no answer
     */
    public NextHopObject getWithStatistics(long id) throws NetlinkException {
        NextHopSpec which = NextHopSpec.of(id).with(all -> all.with(NHA_OP_FLAGS, NHA_OP_FLAG_DUMP_STATS));
        return client.get(Request.of(RTM_GETNEXTHOP, which), NextHopObject::decode);
    }

    /**
     * Adds an object.
     *
     * @param wanted the object
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws KernelException if the kernel refused, for example because the id is in use ({@code EEXIST})
     * @throws NetlinkException if there is no answer
     */
    public ExtendedAck create(NextHopSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWNEXTHOP, wanted).flags(NLM_F_CREATE | NLM_F_EXCL));
    }

    /**
     * Adds an object of an id that is free.
     *
     * @param wanted the object, without an id; see {@link NextHopSpec#ANY}
     * @return the object as the kernel made it
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public NextHopObject createAny(NextHopSpec wanted) throws NetlinkException {
        return client.echo(Request.of(RTM_NEWNEXTHOP, wanted).flags(NLM_F_CREATE | NLM_F_EXCL), NextHopObject::decode)
                .orElseThrow(() -> new MalformedMessageException("the kernel did not echo the object"));
    }

    /**
     * Adds an object, or replaces the one of that id. Routes that refer to it take the new way at once.
     *
     * @param wanted the object
     * @return what the kernel said though it agreed; mostly {@link ExtendedAck#NONE}
     * @throws NetlinkException if the kernel refused or there is no answer
     */
    public ExtendedAck replace(NextHopSpec wanted) throws NetlinkException {
        return client.execute(Request.of(RTM_NEWNEXTHOP, wanted).flags(NLM_F_CREATE | NLM_F_REPLACE));
    }

    /**
     * Deletes an object, and with it the routes that refer to it. Groups lose it as a member; a group without members is deleted too.
     *
     * @param id its id, u32
     * @throws KernelException if there is none ({@code ENOENT})
     * @throws NetlinkException if there is no answer
     */
    public void delete(long id) throws NetlinkException {
        client.execute(Request.of(RTM_DELNEXTHOP, NextHopSpec.of(id)));
    }

    /**
     * Lists buckets of resilient groups; since Linux 5.13.
     *
     * @param filter which ones
     * @return the buckets by group and number
     * @throws KernelException if the group is not there ({@code ENOENT}) or not resilient ({@code EINVAL})
     * @throws NetlinkException if there is no answer
     */
    public List<NextHopBucket> buckets(BucketFilter filter) throws NetlinkException {
        return client.list(Request.of(RTM_GETNEXTHOPBUCKET, filter.request()), NextHopBucket::decode);
    }

    static NextHopSpec bucketAt(long group, int index) {
        return NextHopSpec.of(group)
                .with(all -> all.with(NHA_RES_BUCKET, Attributes.none(Nha.RESILIENT_BUCKET).with(NHA_RES_BUCKET_INDEX, index)));
    }

    /**
     * Gets a bucket of a resilient group; since Linux 5.13.
     *
     * @param group id of the group, u32
     * @param index number of the bucket, u16
     * @return the bucket
     * @throws KernelException if there is none ({@code ENOENT})
     * @throws NetlinkException if there is no answer
     */
    public NextHopBucket bucket(long group, int index) throws NetlinkException {
        return client.get(Request.of(RTM_GETNEXTHOPBUCKET, bucketAt(group, index)), NextHopBucket::decode);
    }
}
