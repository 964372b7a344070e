package org.netlink4j.macvtap.vm;

import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.PortProfile;
import org.netlink4j.lldpad.PortProfileSpec;
import org.netlink4j.macvtap.MacvtapSpec;
import org.netlink4j.macvtap.TapOptions;
import org.netlink4j.rtnetlink.link.Ifla;

/**
 * All that somebody wants of a virtual machine's direct interface: a macvtap, its tap queues, what the guest sees, and what the
 * switch is told.
 *
 * @param device the macvtap: lower device, mode, MAC address, name, MTU and so on
 * @param taps how its queues are opened
 * @param opensQueues whether they are opened at all; a container needs none
 * @param adapter the network card that the guest sees
 * @param profile what the switch is told; {@link PortProfileSpec#EMPTY} for nothing
 * @param machine whose interface it is
 * @param vlan VLAN of the guest's frames, 0 to 4095, 0 for none; only a virtual function in passthru mode can have one of its own
 */
public record DirectInterfaceSpec(
        MacvtapSpec device,
        TapOptions taps,
        boolean opensQueues,
        GuestAdapter adapter,
        PortProfileSpec profile,
        Machine machine,
        int vlan) {
    private static final int VLANS = 4096;

    /** Refuses nulls and other VLANs. */
    public DirectInterfaceSpec {
        Objects.requireNonNull(device);
        Objects.requireNonNull(taps);
        Objects.requireNonNull(adapter);
        Objects.requireNonNull(profile);
        Objects.requireNonNull(machine);
        if (vlan < 0 || vlan >= VLANS) {
            throw new IllegalArgumentException("VLANs are 0 to 4095, not " + vlan);
        }
    }

    /**
     * A direct interface with one queue and a virtio card; the switch is told nothing.
     *
     * @param lower the name of the lower device
     * @return the spec
     */
    public static DirectInterfaceSpec on(String lower) {
        return new DirectInterfaceSpec(
                MacvtapSpec.on(lower), TapOptions.DEFAULT, true, GuestAdapter.DEFAULT, PortProfileSpec.EMPTY, Machine.UNKNOWN, 0)
                .adapter(GuestAdapter.DEFAULT);
    }

    /**
     * Sets all that belongs to the macvtap.
     *
     * @param change makes a spec out of {@link #device}
     * @return the spec with it
     */
    public DirectInterfaceSpec device(UnaryOperator<MacvtapSpec> change) {
        return new DirectInterfaceSpec(change.apply(device), taps, opensQueues, adapter, profile, machine, vlan);
    }

    /**
     * Sets how the tap queues are opened.
     *
     * @param change makes options out of {@link #taps}
     * @return the spec with it
     */
    public DirectInterfaceSpec taps(UnaryOperator<TapOptions> change) {
        return new DirectInterfaceSpec(device, change.apply(taps), opensQueues, adapter, profile, machine, vlan);
    }

    /**
     * Leaves the queues closed: for a container, which uses the device itself.
     *
     * @return the spec without queues
     */
    public DirectInterfaceSpec withoutQueues() {
        return new DirectInterfaceSpec(device, taps, false, adapter, profile, machine, vlan);
    }

    /**
     * Sets the network card that the guest sees, and whether tap queues have the header that it needs.
     *
     * @param adapter the card
     * @return the spec with it
     */
    public DirectInterfaceSpec adapter(GuestAdapter adapter) {
        return new DirectInterfaceSpec(device, taps.vnetHeader(adapter.needsVnetHeader()), opensQueues, adapter, profile, machine, vlan);
    }

    /**
     * Sets what the switch is told.
     *
     * @param profile the port profile, which may lack its instance id
     * @return the spec with it
     */
    public DirectInterfaceSpec profile(PortProfileSpec profile) {
        return new DirectInterfaceSpec(device, taps, opensQueues, adapter, profile, machine, vlan);
    }

    /**
     * Sets whose interface it is.
     *
     * @param machine the machine
     * @return the spec with it
     */
    public DirectInterfaceSpec machine(Machine machine) {
        return new DirectInterfaceSpec(device, taps, opensQueues, adapter, profile, machine, vlan);
    }

    /**
     * Sets the VLAN of the guest's frames, which the network card adds and removes. The lower device has to be a virtual function,
     * in passthru mode; with an 802.1Qbh profile the switch decides instead.
     *
     * @param id 0 to 4095, 0 for none
     * @return the spec with it
     */
    public DirectInterfaceSpec vlan(int id) {
        return new DirectInterfaceSpec(device, taps, opensQueues, adapter, profile, machine, id);
    }

    /** {@return the MAC address that the guest has; empty if any will do} */
    public Optional<MacAddress> address() {
        return device.link().attributes().mac(Ifla.IFLA_ADDRESS);
    }

    /**
     * The complete port profile. A missing instance id is drawn at random, so ask once and {@link #profile keep} the answer.
     *
     * @return empty if the switch is told nothing; an incomplete profile is an {@link IllegalArgumentException}
     */
    public Optional<PortProfile> completeProfile() {
        return profile.equals(PortProfileSpec.EMPTY) ? Optional.empty() : Optional.of(profile.complete());
    }
}
