package org.netlink4j.core.examples;

import java.time.Duration;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Event;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.generic.GenericNetlink;
import org.netlink4j.core.generic.ethtool.Channels;
import org.netlink4j.core.generic.ethtool.Device;
import org.netlink4j.core.generic.ethtool.Ethtool;
import org.netlink4j.core.generic.ethtool.Report;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.socket.SocketOptions;

/** What drivers tell of their devices. */
final class EthtoolExample {
    private EthtoolExample() {}

    static String look(NetworkNamespace namespace) throws NetlinkException {
        // @start region="example"
        try (GenericNetlink generic = GenericNetlink.open(namespace)) {
            Ethtool ethtool = Ethtool.over(generic);
            Device device = Device.named("veth0");
            try (EventStream changes = ethtool.monitor(SocketOptions.DEFAULT, namespace)) {
                int speed = ethtool.linkModes(device).speed().orElse(0); // Mb/s
                boolean up = ethtool.linkState(device).isUp();
                var change = changes.next(Duration.ofMillis(10), ethtool::decode);
                if (change.isPresent() && change.get() instanceof Event.Notification<Report>(_, Channels channels, _)) {
                    return "now " + channels.receive() + " channels";
                }
                return speed + " Mb/s, " + (up ? "up" : "down");
            }
        }
        // @end
    }
}
