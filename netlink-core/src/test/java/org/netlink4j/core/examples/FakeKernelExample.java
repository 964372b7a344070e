package org.netlink4j.core.examples;

import static org.netlink4j.core.testing.Answer.dump;
import static org.netlink4j.core.testing.Answer.object;
import static org.netlink4j.core.testing.Answer.refuse;

import java.util.List;
import org.netlink4j.core.Errno;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.testing.FakeKernel;

/** Tests code that lists links, without a kernel: the first dump is interrupted, and no link can be made. */
final class FakeKernelExample {
    private FakeKernelExample() {}

    static List<Integer> indexes() throws NetlinkException {
        // @start region="example"
        FakeKernel kernel = new FakeKernel()
                .on(18, // RTM_GETLINK
                        dump(object(16, out -> out.zeros(4).u32(1).zeros(8))).interrupted(),
                        dump(object(16, out -> out.zeros(4).u32(1).zeros(8)), object(16, out -> out.zeros(4).u32(2).zeros(8))))
                .on(16, refuse(Errno.EPERM).saying("not for you")); // RTM_NEWLINK
        try (NetlinkClient client = NetlinkClient.over(NetlinkProtocol.of(0, "NETLINK_ROUTE"), kernel)) {
            return client.list(Request.of(18, out -> out.zeros(16)), link -> link.u32(4)); // [1, 2], the second answer
        }
        // @end
    }
}
