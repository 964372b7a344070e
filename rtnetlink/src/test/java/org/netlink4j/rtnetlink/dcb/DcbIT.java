package org.netlink4j.rtnetlink.dcb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETDCB;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETDCB;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_DCBX;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_IEEE;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_CAP_DCBX_HOST;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_CAP_DCBX_VER_IEEE;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.IEEE_8021QAZ_APP_SEL_STREAM;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.link.IpRequests;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** Requests of data centre bridging, which the kernel refuses for a veth. */
@KernelTest
class DcbIT extends InNamespace {
    private static final int FLAGS = NLM_F_REQUEST | NLM_F_ACK;

    @BeforeEach
    void open() throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("v0").kind(Veth.withPeer(LinkSpec.named("v1"))));
    }

    private static DcbMessage ieee(int command, AppPriority... entries) {
        DcbMessage request = DcbMessage.of(command, "v0");
        return new DcbMessage(command, request.attributes().with(
                DCB_ATTR_IEEE, IeeeObjects.NONE.applications(List.of(entries)).attributes()));
    }

    @Test
    @NeedsCommand({"dcb", "strace"})
    void asksAsDcbDoes() {
        IpRequests requests = new IpRequests(namespace);
        requests.same("dcb app add dev v0 dscp-prio 10:1 ethtype-prio 0x8906:3", RTM_SETDCB, FLAGS,
                ieee(DcbCmd.DCB_CMD_IEEE_SET, AppPriority.ofDscp(10, 1), AppPriority.ofEtherType(0x8906, 3)));
        requests.same("dcb app add dev v0 stream-port-prio 3260:4", RTM_SETDCB, FLAGS,
                ieee(DcbCmd.DCB_CMD_IEEE_SET, new AppPriority(IEEE_8021QAZ_APP_SEL_STREAM, 4, 3260)));
        requests.same("dcb app del dev v0 dscp-prio 10:1", RTM_SETDCB, FLAGS,
                ieee(DcbCmd.DCB_CMD_IEEE_DEL, AppPriority.ofDscp(10, 1)));
        DcbMessage mode = DcbMessage.of(DcbCmd.DCB_CMD_SDCBX, "v0");
        requests.same("dcb dcbx set dev v0 host ieee", RTM_SETDCB, FLAGS, new DcbMessage(
                mode.command(), mode.attributes().with(DCB_ATTR_DCBX, DCB_CAP_DCBX_HOST | DCB_CAP_DCBX_VER_IEEE)));
        requests.same("dcb ets show dev v0", RTM_GETDCB, FLAGS, DcbMessage.of(DcbCmd.DCB_CMD_IEEE_GET, "v0"));
    }

    @Test
    void aDeviceWithoutItAndNoDeviceAreTold() {
        DataCentreBridging dcb = rtnetlink.dataCentreBridging();
        assertEquals(Errno.EOPNOTSUPP, assertThrows(KernelException.class, () -> dcb.get("v0")).errno());
        int change = assertThrows(KernelException.class, () -> dcb.set("v0", IeeeObjects.NONE)).errno();
        assertTrue(change == Errno.EOPNOTSUPP || change == Errno.EPERM, Errno.describe(change)); // only root of the host may
        assertEquals(Errno.ENODEV, assertThrows(KernelException.class, () -> dcb.dcbx("nobody")).errno());
    }
}
