package org.netlink4j.rtnetlink.topology;

import org.netlink4j.core.NetlinkException;
import org.netlink4j.rtnetlink.Rtnetlink;

/**
 * One step of a topology, said twice.
 *
 * @param tool who takes the line
 * @param line what follows the name of the command
 * @param call the same as a call of ours
 */
record Step(Tool tool, String line, Call call) {
    /** Makes an object. */
    @FunctionalInterface
    interface Call {
        void make(Rtnetlink rtnetlink) throws NetlinkException;
    }

    String command() {
        return tool.command() + " " + line;
    }
}
