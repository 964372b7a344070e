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
import static org.netlink4j.rtnetlink.dcb.DcbAttr.IEEE_8021QAZ_TSA_CB_SHAPER;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.IEEE_8021QAZ_TSA_ETS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    private static final List<Integer> NONE = lanes();

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

    /** What dcb sends after a device has told what it has. */
    @Test
    @NeedsCommand({"dcb", "strace", "gcc"})
    void setsAsDcbDoes(@TempDir Path directory) throws IOException {
        String dcb = "-E LD_PRELOAD=" + PreloadedDevice.in(directory) + " dcb ";
        set(dcb + "ets set dev v0 willing on tc-tsa all:cbs prio-tc 0:1 1:2", IeeeObjects.NONE.ets(
                new Ets(true, 0, false, NONE, NONE, Collections.nCopies(8, IEEE_8021QAZ_TSA_CB_SHAPER), lanes(1, 2), Ets.Recommendation.NONE)));
        set(dcb + "ets set dev v0 tc-tsa 0:ets 1:ets 2:strict tc-bw 0:60 1:40 reco-prio-tc all:3 reco-tc-bw 2:100 reco-tc-tsa 2:ets",
                IeeeObjects.NONE.ets(new Ets(false, 0, false, lanes(60, 40), NONE, lanes(IEEE_8021QAZ_TSA_ETS, IEEE_8021QAZ_TSA_ETS), NONE,
                        new Ets.Recommendation(lanes(0, 0, 100), lanes(0, 0, IEEE_8021QAZ_TSA_ETS), Collections.nCopies(8, 3)))));
        set(dcb + "pfc set dev v0 prio-pfc 3:on 5:on macsec-bypass on delay 1500", IeeeObjects.NONE.pfc(Pfc.of(0b10_1000, true, 1500)));
        set(dcb + "buffer set dev v0 prio-buffer 0:1 7:2 buffer-size 0:1000 1:20000", IeeeObjects.NONE.buffer(
                new DcbBuffer(List.of(1, 0, 0, 0, 0, 0, 0, 2), List.of(1000L, 20_000L, 0L, 0L, 0L, 0L, 0L, 0L), 0)));
        // dcb 6.1 sends bytes a second, though the header says kilobits, and drivers take it so.
        set(dcb + "maxrate set dev v0 tc-maxrate 0:1Gbit 1:64kbit",
                IeeeObjects.NONE.maximumRates(List.of(125_000_000L, 8_000L, 0L, 0L, 0L, 0L, 0L, 0L)));
    }

    private void set(String command, IeeeObjects objects) {
        DcbMessage message = DcbMessage.of(DcbCmd.DCB_CMD_IEEE_SET, "v0");
        new IpRequests(namespace).same(command, RTM_SETDCB, FLAGS,
                new DcbMessage(message.command(), message.attributes().with(DCB_ATTR_IEEE, objects.attributes())));
    }

    /** Eight, of which the first are said and the others are 0. */
    private static List<Integer> lanes(Integer... first) {
        return Stream.concat(Stream.of(first), Stream.generate(() -> 0)).limit(8).toList();
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
