package org.netlink4j.lldpad.examples;

import org.netlink4j.core.NetlinkException;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.client.LldpadClient;
import org.netlink4j.lldpad.client.LldpadConfig;
import org.netlink4j.lldpad.client.VsiOutcome;

public final class ClientExample {
    private ClientExample() {}

    public static String ask(VsiRequest request) throws NetlinkException {
        // @start region="client"
        try (LldpadClient lldpad = LldpadClient.open(new LldpadConfig(VdpGeneration.RATIFIED))) {
            VsiOutcome outcome = lldpad.request(request);
            return outcome.words();
        }
        // @end
    }
}
