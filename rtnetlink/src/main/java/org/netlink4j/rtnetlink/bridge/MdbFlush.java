package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.bridge.MdbHeader.MDB_PERMANENT;
import static org.netlink4j.rtnetlink.bridge.Mdbe.MDBE_ATTR_STATE_MASK;

import org.netlink4j.core.IpAddress;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.wire.MessageWriter;

/**
 * Which members of multicast groups are to be deleted at once, to be handed to {@link Mdb#flush}.
 *
 * @param selection fixed part and attributes of the request, without a group
 */
public record MdbFlush(MdbSpec selection) implements MessageBody {
    /**
     * All members.
     *
     * @param bridge index of the bridge, or of the VXLAN
     * @return the selection
     */
    public static MdbFlush of(int bridge) {
        return new MdbFlush(MdbSpec.of(bridge, 0, MdbGroup.NONE));
    }

    /**
     * Narrows to a port.
     *
     * @param index its index; that of the bridge for this host
     * @return the selection
     */
    public MdbFlush port(int index) {
        return new MdbFlush(new MdbSpec(selection.bridge(), selection.header().withPort(index), selection.attributes()));
    }

    /**
     * Narrows to a VLAN.
     *
     * @param id 1 to 4094
     * @return the selection
     */
    public MdbFlush vlan(int id) {
        return new MdbFlush(selection.vlan(id));
    }

    /**
     * Narrows to those that stay, or to those that expire; {@code MDBE_ATTR_STATE_MASK}.
     *
     * @param wanted whether those that stay are meant
     * @return the selection
     */
    public MdbFlush permanent(boolean wanted) {
        MdbSpec state = wanted ? selection.permanent() : selection;
        return new MdbFlush(state.with(all -> all.with(MDBE_ATTR_STATE_MASK, MDB_PERMANENT)));
    }

    /**
     * Narrows to those that somebody made; {@code MDBE_ATTR_RTPROT}.
     *
     * @param protocol {@code RTPROT_*}, u8
     * @return the selection
     */
    public MdbFlush protocol(int protocol) {
        return new MdbFlush(selection.protocol(protocol));
    }

    /**
     * Narrows to a remote end of a VXLAN; {@code MDBE_ATTR_DST}.
     *
     * @param address its address
     * @return the selection
     */
    public MdbFlush destination(IpAddress address) {
        return new MdbFlush(selection.destination(address));
    }

    /**
     * Narrows to groups of a VXLAN network; {@code MDBE_ATTR_SRC_VNI}.
     *
     * @param vni 24 bits
     * @return the selection
     */
    public MdbFlush sourceVni(long vni) {
        return new MdbFlush(selection.sourceVni(vni));
    }

    @Override
    public void write(MessageWriter out) {
        selection.write(out);
    }
}
