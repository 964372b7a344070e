package org.netlink4j.lldpad.examples;

import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.PortParameter;
import org.netlink4j.lldpad.PortProfileSpec;
import org.netlink4j.lldpad.PortProfileType;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VsiRequest;

public final class ProfileExample {
    private ProfileExample() {}

    public static VsiRequest request() {
        // @start region="profile"
        PortProfileSpec spec = PortProfileSpec.of(PortProfileType.QBG)
                .with(PortParameter.MANAGER_ID, "11")
                .with(PortParameter.TYPE_ID, "0x123457")
                .with(PortParameter.TYPE_ID_VERSION, "2");
        QbgProfile profile = (QbgProfile) spec.complete();
        MacAddress machine = MacAddress.parse("52:54:00:c7:3e:ce");
        VsiRequest request = new VsiRequest(PortRequest.ASSOCIATE, profile, "eth0", 2, machine, 100);
        // @end
        return request;
    }
}
