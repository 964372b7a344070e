package org.netlink4j.benchmarks.workload;

import org.netlink4j.rtnetlink.link.Link;

/** The checksum of a link: index, name's length, MTU and the octets of its MAC address. */
final class LinkSums {
    private LinkSums() {}

    static long octets(long mac) {
        long sum = 0;
        for (int shift = 0; shift < 48; shift += 8) {
            sum += mac >>> shift & 0xff;
        }
        return sum;
    }

    static long of(Link link) {
        return link.index() + link.name().length() + link.mtu().orElse(0) + octets(link.address().orElseThrow().bits());
    }
}
