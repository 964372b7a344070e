package org.netlink4j.core.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Watched;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.Nlmsg;

/** IPv4 routes: their order matters, some differ in nothing that tells them apart, and the kernel deletes some without a word. */
final class WatchExample {
    static final Set<Integer> GROUPS = Set.of(1, 5, 7); // RTNLGRP_LINK, RTNLGRP_IPV4_IFADDR, RTNLGRP_IPV4_ROUTE
    private static final AttributeSet RTA = AttributeSet.of(
            "RTA", AttributeSpec.ipv4(1, "RTA_DST"), AttributeSpec.ipv4(5, "RTA_GATEWAY"), AttributeSpec.u32(6, "RTA_PRIORITY"));

    private WatchExample() {}

    /** What tells routes apart. */
    record Destination(Ipv4Address prefix, int length, long metric) {}

    /** The gateways to a destination, in the order in which the kernel tries them. */
    record Gateways(Destination to, List<Ipv4Address> inOrder) {}

    // @start region="ordered"
    /** The gateways to each destination. */
    static final class WatchedGateways implements Watched<Destination, Gateways> {
        @Override
        public Request list() {
            return Request.of(26, out -> out.u8(2).zeros(11)); // RTM_GETROUTE, AF_INET
        }

        @Override
        public Sighting<Destination, Gateways> listed(MessageReader route) throws MalformedMessageException {
            return altered(route, List::addLast);
        }

        @Override
        public Sighting<Destination, Gateways> decode(MessageReader message) throws MalformedMessageException {
            return switch (message.type()) {
                case 24 -> { // RTM_NEWROUTE
                    boolean replaces = (message.flags() & Nlmsg.NLM_F_REPLACE) != 0;
                    boolean appends = (message.flags() & Nlmsg.NLM_F_APPEND) != 0;
                    yield altered(message, (gateways, gateway) -> {
                        if (replaces && !gateways.isEmpty()) {
                            gateways.removeFirst();
                        }
                        gateways.add(appends ? gateways.size() : 0, gateway);
                    });
                }
                case 25 -> altered(message, List::remove); // RTM_DELROUTE
                // Routes go with their device (RTM_NEWLINK without IFF_UP, RTM_DELLINK) and their address (RTM_DELADDR).
                case 16 -> (message.u32(8) & 1) == 0 ? new Sighting.Unsure<>() : new Sighting.Unrelated<>();
                case 17, 21 -> new Sighting.Unsure<>();
                default -> new Sighting.Unrelated<>();
            };
        }

        /** The kernel announces that a device goes down, then deletes its routes. RTM_GETLINK waits for the end of that. */
        @Override
        public Optional<Request> barrier() {
            return Optional.of(Request.of(18, out -> out.zeros(4).u32(1).zeros(8)));
        }

        private static Sighting<Destination, Gateways> altered(
                MessageReader route, BiConsumer<List<Ipv4Address>, Ipv4Address> alteration) throws MalformedMessageException {
            Attributes attributes = Attributes.decode(RTA, route.attributes(12));
            Optional<Ipv4Address> gateway = attributes.ipv4(5);
            if (gateway.isEmpty()) {
                return new Sighting.Unrelated<>();
            }
            Destination destination = new Destination(
                    attributes.ipv4(1).orElse(Ipv4Address.ANY), route.u8(1), attributes.number(6).orElse(0));
            return new Sighting.Altered<>(destination, new Gateways(destination, List.of()), known -> {
                List<Ipv4Address> gateways = new ArrayList<>(known.inOrder());
                alteration.accept(gateways, gateway.get());
                return new Gateways(destination, gateways);
            });
        }
    }
    // @end
}
