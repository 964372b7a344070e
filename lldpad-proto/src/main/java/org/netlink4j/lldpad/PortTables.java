package org.netlink4j.lldpad;

import static org.netlink4j.core.schema.AttributeSpec.binary;
import static org.netlink4j.core.schema.AttributeSpec.nest;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_PORT_REQUEST;
import static org.netlink4j.rtnetlink.link.IflaPort.IFLA_VF_PORT;

import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.IflaPort;
import org.netlink4j.rtnetlink.link.LinkHeader;

/** The attributes of a link as lldpad sends them: the kernel's, but a request has one byte or two. */
final class PortTables {
    static final AttributeSet PORT =
            changed(IflaPort.ATTRIBUTES, binary(IFLA_PORT_REQUEST, "IFLA_PORT_REQUEST").atMost(Short.BYTES));

    static final AttributeSet PORTS =
            changed(IflaPort.LIST, nest(IFLA_VF_PORT, "IFLA_VF_PORT", () -> PORT).unmarked());

    /** Only what a port profile needs of a link. */
    static final AttributeSet LINK = AttributeSet.of("IFLA",
            Ifla.ATTRIBUTES.find(Ifla.IFLA_IFNAME).orElseThrow(),
            Ifla.ATTRIBUTES.find(Ifla.IFLA_VFINFO_LIST).orElseThrow(),
            nest(Ifla.IFLA_VF_PORTS, "IFLA_VF_PORTS", () -> PORTS).unmarked(),
            nest(Ifla.IFLA_PORT_SELF, "IFLA_PORT_SELF", () -> PORT).unmarked());

    private static final int IFI_INDEX = 4;

    private PortTables() {}

    private static AttributeSet changed(AttributeSet table, AttributeSpec other) {
        return AttributeSet.of(
                table.name(),
                table.specs().stream().map(spec -> spec.number() == other.number() ? other : spec).toArray(AttributeSpec[]::new));
    }

    /** The device that a message is about. */
    static int index(MessageReader message) throws MalformedMessageException {
        return message.u32(IFI_INDEX);
    }

    static Attributes attributes(MessageReader message) throws MalformedMessageException {
        return Attributes.decode(LINK, message.attributes(LinkHeader.IFINFOMSG.size()));
    }
}
