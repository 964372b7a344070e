package org.netlink4j.lldpad.client;

import org.netlink4j.core.Errno;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.PortResponse;
import org.netlink4j.lldpad.VdpGeneration;

/** What became of a request. */
public sealed interface VsiOutcome {
    /** {@return the outcome in words, and what to do next} */
    String words();

    /** {@return whether what was asked for is so} */
    default boolean isDone() {
        return this instanceof Done;
    }

    /**
     * The switch agreed; a disassociation is also done if there was nothing to disassociate.
     *
     * @param request the request
     */
    record Done(PortRequest request) implements VsiOutcome {
        @Override
        public String words() {
            return "done: " + request.words();
        }
    }

    /**
     * The switch refused.
     *
     * @param response why
     * @param generation whose response it is
     * @param clean whether lldpad no longer lists the VSI
     */
    record Refused(PortResponse response, VdpGeneration generation, boolean clean) implements VsiOutcome {
        @Override
        public String words() {
            return "the switch refused: " + response.words(generation) + "; check the profile and the switch's VSI types";
        }
    }

    /**
     * The switch did not answer in time.
     *
     * @param clean whether lldpad no longer lists the VSI; if it does, it may yet be associated
     */
    record TimedOut(boolean clean) implements VsiOutcome {
        @Override
        public String words() {
            return "the switch did not answer; check the cable and whether the switch port speaks VDP";
        }
    }

    /** lldpad accepted the request but does not know of it any more: somebody else read the answer, or lldpad was restarted. */
    record NotListed() implements VsiOutcome {
        @Override
        public String words() {
            return "lldpad does not list the VSI: it was restarted, or another program reads its answers; ask again";
        }
    }

    /** There is no lldpad in this network namespace. */
    record NotRunning() implements VsiOutcome {
        @Override
        public String words() {
            return "lldpad is not running in this network namespace; start it";
        }
    }

    /** Of the built-in station: the switch ended the VSI while it was asked about it. */
    record EndedMeanwhile() implements VsiOutcome {
        @Override
        public String words() {
            return "the switch ended the VSI while it was asked; ask again";
        }
    }

    /**
     * Of the built-in station: another speaks on the port.
     *
     * @param who lldpad, or another process of this library, in words
     */
    record PortTaken(String who) implements VsiOutcome {
        @Override
        public String words() {
            return who + "; use the back end of lldpad, or stop the other";
        }
    }

    /** There is no station of another process on the port. */
    record NoStation() implements VsiOutcome {
        @Override
        public String words() {
            return "no process keeps a station on the port; start one, as macvtapctl evb station does";
        }
    }

    /** lldpad, or the process that keeps the station, runs but does not answer. */
    record NoAnswer() implements VsiOutcome {
        @Override
        public String words() {
            return "lldpad, or the process that keeps the station, does not answer; is it stopped?";
        }
    }

    /**
     * VDP has not started on the port.
     *
     * @param errno what lldpad says, {@code ENXIO}, {@code EPROTONOSUPPORT} or {@code ENODEV}
     */
    record NotReady(int errno) implements VsiOutcome {
        @Override
        public String words() {
            return "VDP is not ready on the port; configure EVB there, and check that the switch offers it";
        }
    }

    /** A request before was not finished in time. */
    record Busy() implements VsiOutcome {
        @Override
        public String words() {
            return "the switch has not answered a request before yet; ask again later";
        }
    }

    /** The switch never answered an earlier request, and lldpad will not ask for this VSI again. */
    record Poisoned() implements VsiOutcome {
        @Override
        public String words() {
            return "lldpad gave this VSI up and keeps it so; restart lldpad, or use another instance id";
        }
    }

    /** The port is that of a bridge. */
    record NotSupported() implements VsiOutcome {
        @Override
        public String words() {
            return "lldpad plays the bridge on this port and takes no requests";
        }
    }

    /** Talking to lldpad needs {@code CAP_NET_ADMIN}, a packet socket {@code CAP_NET_RAW}. */
    record NoPermission() implements VsiOutcome {
        @Override
        public String words() {
            return "talking to lldpad needs CAP_NET_ADMIN, speaking without it CAP_NET_RAW; become root";
        }
    }

    /**
     * lldpad, or the built-in station, refused the request itself.
     *
     * @param errno why; {@code EINVAL} also if an association is to become a pre-association, or if the VSI has another address or
     *     VLAN
     */
    record Rejected(int errno) implements VsiOutcome {
        @Override
        public String words() {
            return "the request was rejected: " + Errno.describe(errno) + "; check address, VLAN and the state of the VSI";
        }
    }
}
