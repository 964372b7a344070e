package org.netlink4j.core.client;

import jdk.jfr.Category;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.netlink4j.core.schema.NetlinkProtocol;

/** The kernel dropped messages for a socket, for JDK Flight Recorder. Off unless a recording asks for it. */
@Name("org.netlink4j.Overrun")
@Label("Netlink Overrun")
@Category("Netlink")
@Enabled(false)
@StackTrace(false)
final class OverrunEvent extends Event {
    @Label("Protocol")
    String protocol;

    static void report(NetlinkProtocol protocol) {
        OverrunEvent event = new OverrunEvent();
        if (event.shouldCommit()) {
            event.protocol = protocol.name();
            event.commit();
        }
    }
}
