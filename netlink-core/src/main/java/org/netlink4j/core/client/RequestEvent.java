package org.netlink4j.core.client;

import jdk.jfr.Category;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.netlink4j.core.ExtendedAck;
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
    String result = "the consumer failed";

    ExtendedAck done(ExtendedAck said) {
        result = "done";
        return said;
    }

    NetlinkException failed(NetlinkException failure) {
        result = failure.getMessage();
        return failure;
    }

    void finished(NetlinkProtocol protocol, Request request) {
        end();
        if (shouldCommit()) {
            type = Encoded.name(protocol, request);
            commit();
        }
    }
}
