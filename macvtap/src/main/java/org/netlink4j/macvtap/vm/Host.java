package org.netlink4j.macvtap.vm;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Requester;
import org.netlink4j.lldpad.PortRules;
import org.netlink4j.macvtap.TapOptions;
import org.netlink4j.macvtap.TapQueue;
import org.netlink4j.macvtap.io.NameGenerator;
import org.netlink4j.rtnetlink.link.Links;

/**
 * What interfaces stand on. A plan has one that reaches nothing.
 *
 * @param client asks the kernel
 * @param names makes names
 * @param associator asks the switch
 * @param taps opens queues
 * @param journal keeps what must survive
 * @param steps follows what is done
 * @param ports finds the ports of network cards
 * @param settings what else was configured
 * @param place where new interfaces are
 */
record Host(
        Requester client,
        NameGenerator names,
        VsiAssociator associator,
        Taps taps,
        Journal journal,
        Steps steps,
        CardPorts ports,
        Settings settings,
        InterfaceState.Place place) {
    /** Opens the queues of a device. */
    @FunctionalInterface
    interface Taps {
        List<TapQueue> open(String device, int index, TapOptions options) throws NetlinkException;
    }

    /**
     * What was configured.
     *
     * @param rules which requests an operation leads to
     * @param hostId UUID of this host, which 802.1Qbh tells the switch
     * @param group the link group that new devices are made in, but for those of a batch
     */
    record Settings(PortRules rules, UUID hostId, long group) {}

    /** A link group that nobody else is likely to use. */
    static long anyGroup() {
        return 1 + ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
    }

    Links links() {
        return new Links(client);
    }
}
