package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.Rtm.RTM_GETDCB;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_DCB;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.netlink4j.rtnetlink.dcb.DcbMessage;

/** Events of data centre bridging: all that was said, by the kernel's names. There is no {@code RTM_NEWDCB}. */
final class DcbJson {
    private static final String ATTRIBUTES = "attributes";

    static final EventKind EVENTS =
            EventKind.of("dcb", RTM_GETDCB, Set.of(RTNLGRP_DCB), List.of("dev", "cmd", ATTRIBUTES), _ -> message -> {
                DcbMessage said = DcbMessage.decode(message);
                Map<String, Object> members = new LinkedHashMap<>();
                said.device().ifPresent(device -> members.put("dev", device));
                members.put("cmd", said.command());
                members.put(ATTRIBUTES, EventLines.whole(message).get(ATTRIBUTES));
                return members;
            });

    private DcbJson() {}
}
