package org.netlink4j.lldpad.client;

import org.netlink4j.core.NetlinkException;
import org.netlink4j.lldpad.LldpadReply;
import org.netlink4j.lldpad.PortStatus;
import org.netlink4j.lldpad.VsiRequest;

/** The two things that lldpad can be asked. */
interface LldpadChannel extends AutoCloseable {
    LldpadReply set(VsiRequest request) throws NetlinkException;

    /** A refusal is a {@link org.netlink4j.core.KernelException}. */
    PortStatus get(int index) throws NetlinkException;

    @Override
    void close();
}
