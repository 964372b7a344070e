package org.netlink4j.rtnetlink.bridge;

import static org.netlink4j.rtnetlink.link.Ifla.AF_BRIDGE;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_IFINDEX;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_NDM_FLAGS_MASK;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_NDM_STATE_MASK;
import static org.netlink4j.rtnetlink.neighbour.Nda.NDA_VLAN;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_MASTER;
import static org.netlink4j.rtnetlink.neighbour.Ntf.NTF_SELF;

import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.neighbour.Nda;
import org.netlink4j.rtnetlink.neighbour.Nud;
import org.netlink4j.rtnetlink.neighbour.Ntf;
import org.netlink4j.rtnetlink.neighbour.NeighbourHeader;

/**
 * Which forwarding entries are to be deleted at once, to be handed to {@link Fdb#flush}.
 *
 * @param selection header and attributes of the request
 */
public record FdbFlush(FdbSpec selection) implements MessageBody {
    private static FdbFlush of(int index, int flags) {
        return new FdbFlush(new FdbSpec(new NeighbourHeader(AF_BRIDGE, index, 0, flags, 0), Attributes.none(Nda.ATTRIBUTES)));
    }

    /**
     * All entries of a bridge, or, since Linux 6.7, of a VXLAN.
     *
     * @param index its index
     * @return the selection
     */
    public static FdbFlush ofDevice(int index) {
        return of(index, NTF_SELF);
    }

    /**
     * All entries of the bridge of a port, also those of other ports.
     *
     * @param index index of the port
     * @return the selection
     */
    public static FdbFlush ofBridgeOf(int index) {
        return of(index, NTF_MASTER);
    }

    /**
     * Narrows to the entries of a port; {@code NDA_IFINDEX}.
     *
     * @param index index of the port, or of the bridge for its own entries
     * @return the selection
     */
    public FdbFlush port(int index) {
        return new FdbFlush(selection.with(all -> all.with(NDA_IFINDEX, index)));
    }

    /**
     * Narrows to a VLAN; {@code NDA_VLAN}.
     *
     * @param id 1 to 4094
     * @return the selection
     */
    public FdbFlush vlan(int id) {
        return new FdbFlush(selection.vlan(id));
    }

    /**
     * Narrows to states; {@code NDA_NDM_STATE_MASK}.
     *
     * @param bits what the bits are to be, of {@link Nud}; a bridge knows {@code NUD_PERMANENT} and {@code NUD_NOARP}
     * @param mask the bits that count; others are refused ({@code EINVAL}) if the device does not know them
     * @return the selection
     */
    public FdbFlush states(int bits, int mask) {
        return new FdbFlush(selection.state(bits).with(all -> all.with(NDA_NDM_STATE_MASK, mask)));
    }

    /**
     * Narrows to flags; {@code NDA_NDM_FLAGS_MASK}.
     *
     * @param bits what the bits are to be, of {@link Ntf}; here {@code NTF_USE} means that somebody made the entry
     * @param mask the bits that count; others are refused ({@code EINVAL}) if the device does not know them
     * @return the selection
     */
    public FdbFlush flags(int bits, int mask) {
        int list = selection.header().flags() & (NTF_SELF | NTF_MASTER);
        return new FdbFlush(selection.flags(list | bits).with(all -> all.with(NDA_NDM_FLAGS_MASK, mask)));
    }

    @Override
    public void write(MessageWriter out) {
        selection.write(out);
    }
}
