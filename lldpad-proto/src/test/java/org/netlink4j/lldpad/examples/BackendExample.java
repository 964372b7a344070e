package org.netlink4j.lldpad.examples;

import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.backend.VsiBackend;
import org.netlink4j.lldpad.client.LldpadConfig;

public final class BackendExample {
    private BackendExample() {}

    public static String ask(NetworkNamespace namespace, VsiRequest request) throws NetlinkException {
        // @start region="backend"
        try (VsiBackend backend = VsiBackend.automatic(namespace, new LldpadConfig(VdpGeneration.RATIFIED))) {
            return backend.kind().word() + ": " + backend.request(request).words();
        }
        // @end
    }
}
