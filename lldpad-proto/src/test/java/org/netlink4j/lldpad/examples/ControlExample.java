package org.netlink4j.lldpad.examples;

import java.io.IOException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.lldpad.control.ControlTlv;
import org.netlink4j.lldpad.control.LldpadControl;

public final class ControlExample {
    private ControlExample() {}

    public static String enable(NetworkNamespace namespace) throws IOException {
        // @start region="control"
        try (LldpadControl lldpad = LldpadControl.open(namespace)) {
            lldpad.setAdminStatus("eth0", "rxtx");
            lldpad.set("eth0", ControlTlv.EVB, "enableTx", "yes");
            return lldpad.get("eth0", ControlTlv.EVB).toString();
        }
        // @end
    }
}
