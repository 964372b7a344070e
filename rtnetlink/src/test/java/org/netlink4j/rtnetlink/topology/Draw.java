package org.netlink4j.rtnetlink.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.netlink4j.core.IpAddress;
import org.netlink4j.core.MacAddress;

/** Draws numbers, names and addresses; a seed always gives the same ones. */
final class Draw {
    /** A device with a name of its own. */
    record Device(String name, int index) {}

    private final Random random;
    private final List<Device> devices = new ArrayList<>();
    private final List<Long> fourHops = new ArrayList<>();
    private final List<Long> sixHops = new ArrayList<>();
    private int last;

    Draw(long seed) {
        this(seed, 0);
    }

    /** One whose numbers are those after another. */
    Draw(long seed, int last) {
        random = new Random(seed);
        this.last = last;
    }

    /** A number that was not given before, from 1. */
    int next() {
        return ++last;
    }

    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    boolean flip() {
        return random.nextBoolean();
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** A device that was not there before: index and name say the same number. */
    Device device() {
        int number = next();
        Device device = new Device("x" + number, 1000 + number);
        devices.add(device);
        return device;
    }

    /** Those drawn so far. */
    List<Device> devices() {
        return List.copyOf(devices);
    }

    /** A unicast address that was not given before. */
    MacAddress mac() {
        int number = next();
        return MacAddress.parse("02:00:5e:%02x:%02x:01".formatted(number >> 8, number & 0xff));
    }

    /** An IPv4 address that was not given before, below a prefix of 16 bits. */
    IpAddress four(String first) {
        int number = next();
        return IpAddress.parse("%s.%d.%d".formatted(first, number >> 8, number & 0xff));
    }

    /** An IPv6 address with a prefix of 64 bits that was not given before, below one of 48 bits. */
    IpAddress six(String first) {
        return IpAddress.parse("%s:%x::%x".formatted(first, next(), between(1, 0xffff)));
    }

    /** Ids of next-hop objects by address family. */
    List<Long> fourHops() {
        return fourHops;
    }

    /** Ids of next-hop objects by address family. */
    List<Long> sixHops() {
        return sixHops;
    }
}
