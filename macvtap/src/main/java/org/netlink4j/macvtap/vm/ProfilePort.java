package org.netlink4j.macvtap.vm;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.DriverRequest;
import org.netlink4j.lldpad.PortProfileType;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.QbhProfile;
import org.netlink4j.lldpad.VsiRequest;

/** Who is told what about an interface's port profile. */
sealed interface ProfilePort {
    /** The type of the profile; empty if nobody is told anything. */
    Optional<PortProfileType> type();

    /** There is no profile. */
    enum None implements ProfilePort {
        /** The only one. */
        NONE;

        @Override
        public Optional<PortProfileType> type() {
            return Optional.empty();
        }
    }

    /**
     * lldpad, or a station in its place, is told.
     *
     * @param profile the profile
     * @param root name of the device at the bottom, whose port it is
     * @param rootIndex its index
     * @param vlan VLAN id on the way there, or 0
     */
    record Qbg(QbgProfile profile, String root, int rootIndex, int vlan) implements ProfilePort {
        public Qbg {
            Objects.requireNonNull(profile);
            Objects.requireNonNull(root);
        }

        @Override
        public Optional<PortProfileType> type() {
            return Optional.of(PortProfileType.QBG);
        }

        VsiRequest request(PortRequest request, MacAddress address) {
            return new VsiRequest(request, profile, root, rootIndex, address, vlan);
        }
    }

    /**
     * The driver of the network card is told.
     *
     * @param profile the profile
     * @param port the port of the card
     * @param machine UUID of the virtual machine
     */
    record Qbh(QbhProfile profile, DriverRequest.Port port, UUID machine) implements ProfilePort {
        public Qbh {
            Objects.requireNonNull(profile);
            Objects.requireNonNull(port);
            Objects.requireNonNull(machine);
        }

        @Override
        public Optional<PortProfileType> type() {
            return Optional.of(PortProfileType.QBH);
        }

        boolean isVirtualFunction() {
            return port.function() >= 0;
        }
    }
}
