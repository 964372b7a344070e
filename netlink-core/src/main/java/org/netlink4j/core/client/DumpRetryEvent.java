package org.netlink4j.core.client;

import jdk.jfr.Category;
import jdk.jfr.Enabled;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.netlink4j.core.DumpInterruptedException;

/** A dump is repeated because it was interrupted, for JDK Flight Recorder. Off unless a recording asks for it. */
@Name("org.netlink4j.DumpRetry")
@Label("Netlink Dump Retry")
@Category("Netlink")
@Enabled(false)
@StackTrace(false)
final class DumpRetryEvent extends Event {
    @Label("Reason")
    String reason;

    @Label("Attempts Made")
    int attempts;

    static void report(DumpInterruptedException interrupted, int attempts) {
        DumpRetryEvent event = new DumpRetryEvent();
        if (event.shouldCommit()) {
            event.reason = interrupted.getMessage();
            event.attempts = attempts;
            event.commit();
        }
    }
}
