package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETDCB;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.json.JsonWriter;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.Captures;
import org.netlink4j.rtnetlink.dcb.AppPriority;
import org.netlink4j.rtnetlink.dcb.DcbAttr;
import org.netlink4j.rtnetlink.dcb.DcbCmd;
import org.netlink4j.rtnetlink.dcb.DcbMessage;
import org.netlink4j.rtnetlink.dcb.IeeeObjects;

/** Views of events that hardly any machine can make. */
class EventKindsTest {
    @Test
    void aChangeOfDataCentreBridgingIsShownWhole() throws MalformedMessageException {
        DcbMessage empty = DcbMessage.of(DcbCmd.DCB_CMD_IEEE_SET, "eth0");
        DcbMessage change = new DcbMessage(empty.command(), empty.attributes().with(
                DcbAttr.DCB_ATTR_IEEE, IeeeObjects.NONE.applications(List.of(AppPriority.ofDscp(10, 1))).attributes()));
        byte[] buffer = new byte[512];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(buffer), 0, buffer.length);
        out.begin(RTM_SETDCB, 0, 0, 0);
        change.write(out);
        MessageReader message = Captures.message(Arrays.copyOf(buffer, (int) out.end()));
        EventKind kind = EventKinds.of(message).orElseThrow();
        assertEquals("dcb [23]", kind.word() + " " + kind.groups());
        Map<String, Object> shown = kind.view().apply(OtherLinks.ofEvents()).decode(message);
        assertEquals("{\"dev\":\"eth0\",\"cmd\":20,\"attributes\":{\"DCB_ATTR_IFNAME\":\"eth0\",\"DCB_ATTR_IEEE\":{\"DCB_ATTR_IEEE_APP_TABLE\":"
                + "{\"DCB_ATTR_IEEE_APP\":{\"selector\":5,\"priority\":1,\"protocol\":10}}}}}", new JsonWriter().tree(shown).toString());
    }
}
