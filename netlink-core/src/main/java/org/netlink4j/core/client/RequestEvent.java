package org.netlink4j.core.client;

import jdk.jfr.Category;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.schema.NetlinkProtocol;

/** A request and its outcome, for JDK Flight Recorder. Off unless a recording asks for it; costs nothing then. */
@Name("org.netlink4j.Request")
@Label("Netlink Request")
@Category("Netlink")
@Enabled(false)
@StackTrace(false)
final class RequestEvent extends Event {
    @Label("Type")
    String type;

    @Label("Result")
    String result;

    void finished(NetlinkProtocol protocol, Request request, NetlinkException failure) {
        end();
        if (shouldCommit()) {
            type = Encoded.name(protocol, request);
            result = failure == null ? "done" : failure.getMessage();
            commit();
        }
    }
}
