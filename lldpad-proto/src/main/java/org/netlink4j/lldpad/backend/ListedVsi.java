package org.netlink4j.lldpad.backend;

import java.util.Objects;
import java.util.UUID;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.evb.EvbStation;

/**
 * A VSI as a back end lists it.
 *
 * @param instanceId which
 * @param stage how far it has come
 * @param words the same in words, with what else is known
 */
public record ListedVsi(UUID instanceId, Stage stage, String words) {
    /** How far a VSI has come. */
    public enum Stage {
        /** The switch is to answer. */
        WAITING,
        /** The switch has agreed. */
        AGREED,
        /** The switch has refused. */
        REFUSED
    }

    /** Of a station of this library. */
    static ListedVsi of(EvbStation.Vsi vsi) {
        boolean nothing = vsi.inForce() == PortRequest.DISASSOCIATE;
        String words = (nothing ? "nothing in force" : "in force: " + vsi.inForce().words())
                + ", VLAN " + vsi.filters().getFirst().vlan()
                + (vsi.waiting() ? ", the switch is to answer" : "");
        return new ListedVsi(vsi.key().uuid(), nothing ? Stage.WAITING : Stage.AGREED, words);
    }

    /** Refuses nulls. */
    public ListedVsi {
        Objects.requireNonNull(instanceId);
        Objects.requireNonNull(stage);
        Objects.requireNonNull(words);
    }
}
