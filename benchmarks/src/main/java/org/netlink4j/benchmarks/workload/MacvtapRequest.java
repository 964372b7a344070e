package org.netlink4j.benchmarks.workload;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_ADDRESS;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_IFNAME;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_LINK;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_LINKINFO;
import static org.netlink4j.rtnetlink.link.IflaInfo.IFLA_INFO_DATA;
import static org.netlink4j.rtnetlink.link.IflaInfo.IFLA_INFO_KIND;
import static org.netlink4j.rtnetlink.link.IflaMacvlan.IFLA_MACVLAN_MODE;

import java.lang.foreign.MemorySegment;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.rtnetlink.link.Macvtap;

/** The request that makes a macvtap, written by hand and as a record. */
public final class MacvtapRequest {
    private static final int FLAGS = NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL;
    private static final int IFINFOMSG = 16;
    private static final String NAME = "macvtap0";
    private static final int LOWER = 3;
    private static final long MAC = 0x5254_00c7_3eceL;

    private MacvtapRequest() {}

    /**
     * Writes the message attribute by attribute.
     *
     * @param writer writes it
     * @param buffer where to, from its beginning
     * @param sequence {@code nlmsg_seq}
     * @return where it ends
     */
    public static long write(MessageWriter writer, MemorySegment buffer, int sequence) {
        writer.over(buffer, 0, buffer.byteSize())
                .begin(RTM_NEWLINK, FLAGS, sequence, 0)
                .zeros(IFINFOMSG)
                .attributes()
                .stringz(IFLA_IFNAME, NAME)
                .begin(IFLA_LINKINFO)
                .stringz(IFLA_INFO_KIND, "macvtap")
                .begin(IFLA_INFO_DATA)
                .u32(IFLA_MACVLAN_MODE, MacvlanMode.VEPA.value())
                .end()
                .end()
                .u32(IFLA_LINK, LOWER)
                .mac(IFLA_ADDRESS, MAC);
        return writer.end();
    }

    /** The same by way of a record. */
    static long writeRecord(MessageWriter writer, MemorySegment buffer, int sequence) {
        writer.over(buffer, 0, buffer.byteSize()).begin(RTM_NEWLINK, FLAGS, sequence, 0);
        LinkSpec.named(NAME)
                .kind(new Macvtap().mode(MacvlanMode.VEPA))
                .lower(LOWER)
                .address(new MacAddress(MAC))
                .write(writer);
        return writer.end();
    }
}
