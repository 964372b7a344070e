package org.netlink4j.macvtap.vm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.netlink4j.rtnetlink.link.Ifla;

/**
 * The arguments by which QEMU takes a direct interface: the descriptors of the tap queues, which it inherits, and the network card
 * on top. Making them opens and creates nothing.
 *
 * @param id names the two parts, {@code hostnet} and {@code net} with this number
 * @param spec the interface
 * @param descriptors one a queue, as QEMU will have them
 */
public record QemuArguments(int id, DirectInterfaceSpec spec, List<Integer> descriptors) {
    private static final Map<String, String> DRIVERS = Map.of(
            "virtio", "virtio-net-pci",
            "virtio-transitional", "virtio-net-pci-transitional",
            "virtio-non-transitional", "virtio-net-pci-non-transitional");

    /** Checks the numbers. */
    public QemuArguments {
        descriptors = List.copyOf(descriptors);
        if (id < 0 || descriptors.stream().anyMatch(descriptor -> descriptor < 0)) {
            throw new IllegalArgumentException("no negative numbers: id " + id + ", descriptors " + descriptors);
        }
        if (descriptors.size() != spec.taps().queues()) {
            throw new IllegalArgumentException(
                    descriptors.size() + " descriptors for " + spec.taps().queues() + " queues");
        }
    }

    /** {@return the arguments, for example {@code -netdev tap,id=hostnet0,fd=3 -device virtio-net-pci,netdev=hostnet0,id=net0}} */
    public List<String> words() {
        return List.of("-netdev", String.join(",", netdev()), "-device", String.join(",", device()));
    }

    private List<String> netdev() {
        List<String> parts = new ArrayList<>(List.of("tap", "id=hostnet" + id));
        List<String> numbers = descriptors.stream().map(String::valueOf).toList();
        parts.add((numbers.size() == 1 ? "fd=" : "fds=") + String.join(":", numbers));
        if (spec.adapter().vhost()) {
            parts.add("vhost=on");
        }
        return parts;
    }

    private List<String> device() {
        String model = spec.adapter().model();
        List<String> parts =
                new ArrayList<>(List.of(DRIVERS.getOrDefault(model, model), "netdev=hostnet" + id, "id=net" + id));
        spec.address().ifPresent(address -> parts.add("mac=" + address));
        if (spec.adapter().isVirtio()) {
            if (descriptors.size() > 1) { // a vector for each direction of each queue, one for control and one for configuration
                parts.addAll(List.of("mq=on", "vectors=" + (2 * descriptors.size() + 2)));
            }
            OptionalInt mtu = spec.device().link().attributes().integer(Ifla.IFLA_MTU);
            mtu.ifPresent(bytes -> parts.add("host_mtu=" + Integer.toUnsignedString(bytes)));
        }
        return parts;
    }
}
