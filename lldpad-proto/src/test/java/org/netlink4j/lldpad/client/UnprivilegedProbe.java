package org.netlink4j.lldpad.client;

import java.nio.file.Path;
import java.util.UUID;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;

/** Says what becomes of a request to the kernel, and of one to the lldpad of a pid file. */
final class UnprivilegedProbe {
    private UnprivilegedProbe() {}

    public static void main(String[] args) throws Exception {
        try (Rtnetlink rtnetlink = Rtnetlink.open();
                LldpadClient client = LldpadClient.open(new LldpadConfig(VdpGeneration.RATIFIED).pidFile(Path.of(args[0])))) {
            try {
                rtnetlink.links().create(LinkSpec.named("v0").kind(Veth.withPeer(LinkSpec.named("v1"))));
            } catch (KernelException e) {
                System.out.println(e.errno());
            }
            System.out.println(client.request(new VsiRequest(
                    PortRequest.ASSOCIATE, new QbgProfile(11, 1, 2, new UUID(1, 1)), "sta0", 1, new MacAddress(0x5254_00c7_3eceL), 0)));
        }
    }
}
