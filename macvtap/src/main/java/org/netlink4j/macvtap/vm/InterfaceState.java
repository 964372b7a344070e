package org.netlink4j.macvtap.vm;

import java.util.Objects;
import java.util.UUID;
import org.netlink4j.core.MacAddress;

/**
 * All that is known of an interface: what the journal keeps, so that another process can undo it. A change is noted here before
 * it is made, so at any time this names at least what there may be to undo.
 *
 * @param id names the interface in the journal
 * @param phase what is being done with it
 * @param place where it is
 * @param device the macvtap
 * @param lower the lower device
 * @param vsi how far the port profile is
 * @param port who is told about the port profile
 */
record InterfaceState(UUID id, Phase phase, Place place, Device device, Lower lower, Vsi vsi, ProfilePort port) {
    InterfaceState {
        Objects.requireNonNull(id);
        Objects.requireNonNull(phase);
        Objects.requireNonNull(place);
        Objects.requireNonNull(device);
        Objects.requireNonNull(lower);
        Objects.requireNonNull(vsi);
        Objects.requireNonNull(port);
    }

    /** What is being done. */
    enum Phase {
        /** It is being made: undone if that does not end. */
        CREATING,
        /** Nothing: it is as it should be. */
        READY,
        /** It is being brought up: undone if that does not end. */
        STARTING,
        /** It is being brought down: finished if that does not end. */
        STOPPING,
        /** A pre-association is becoming an association: the interface is removed if that does not end. */
        FINISHING,
        /** It is being removed: finished if that does not end. */
        REMOVING
    }

    /** How far the switch is. */
    enum Vsi {
        /** It knows nothing. */
        NONE,
        /** It was asked, and may know. */
        ASKED,
        /** It keeps the profile in mind. */
        PREASSOCIATED,
        /** The profile is in force. */
        ASSOCIATED
    }

    /**
     * Where an interface is.
     *
     * @param boot names the time since the machine was started; nothing survives that
     * @param namespace inode number of the network namespace
     */
    record Place(String boot, long namespace) {
        Place {
            Objects.requireNonNull(boot);
        }
    }

    /**
     * The macvtap.
     *
     * @param name its name; empty if there is none
     * @param index its index; 0 if it is not known
     * @param group the link group that it was made in, which tells it from a stranger's while its index is not known
     * @param address its MAC address
     */
    record Device(String name, int index, long group, MacAddress address) {
        Device {
            Objects.requireNonNull(name);
            Objects.requireNonNull(address);
        }

        Device named(String other) {
            return new Device(other, index, group, address);
        }

        Device indexed(int other) {
            return new Device(name, other, group, address);
        }

        /** Forgotten: there is none. */
        Device gone() {
            return new Device("", 0, group, address);
        }
    }

    /**
     * The lower device.
     *
     * @param name its name
     * @param index its index
     * @param address its own MAC address
     * @param exclusive whether the macvtap takes it over, as in passthru mode
     * @param lent whether it may have the guest's address instead
     * @param raised whether it was brought up and is to be brought down again
     * @param function what the network card may have been told
     */
    record Lower(
            String name, int index, MacAddress address, boolean exclusive, boolean lent, boolean raised, LentFunction function) {
        Lower {
            Objects.requireNonNull(name);
            Objects.requireNonNull(address);
            Objects.requireNonNull(function);
        }

        Lower lent(boolean now) {
            return new Lower(name, index, address, exclusive, now, raised, function);
        }

        Lower raised(boolean now) {
            return new Lower(name, index, address, exclusive, lent, now, function);
        }

        Lower function(LentFunction now) {
            return new Lower(name, index, address, exclusive, lent, raised, now);
        }
    }

    InterfaceState phase(Phase now) {
        return new InterfaceState(id, now, place, device, lower, vsi, port);
    }

    InterfaceState device(Device now) {
        return new InterfaceState(id, phase, place, now, lower, vsi, port);
    }

    InterfaceState lower(Lower now) {
        return new InterfaceState(id, phase, place, device, now, vsi, port);
    }

    InterfaceState vsi(Vsi now) {
        return new InterfaceState(id, phase, place, device, lower, now, port);
    }

    InterfaceState port(ProfilePort now) {
        return new InterfaceState(id, phase, place, device, lower, vsi, now);
    }

    @Override
    public String toString() {
        return (device.name.isEmpty() ? "a macvtap" : device.name) + " on " + lower.name;
    }
}
