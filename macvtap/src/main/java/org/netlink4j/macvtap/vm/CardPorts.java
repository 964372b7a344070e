package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.netlink4j.core.NetlinkException;

/** Finds the port of a network card that a device is: the physical function itself or a virtual function of it. */
@FunctionalInterface
interface CardPorts {
    /** A card whose devices are no virtual functions. */
    CardPorts NONE = _ -> Optional.empty();

    /**
     * A virtual function.
     *
     * @param physical name of the physical function's device
     * @param number the number of the virtual function
     */
    record Function(String physical, int number) {}

    /** The virtual function that a device is; empty if it is none. */
    Optional<Function> function(String device) throws NetlinkException;

    /**
     * As sysfs tells.
     *
     * @param classNet {@code /sys/class/net} of the devices' namespace
     */
    record Sysfs(Path classNet) implements CardPorts {
        private static final String VIRTUAL = "virtfn";

        /** {@code phys_port_name} of a port, perhaps of a part of one. */
        private static final Pattern PORT = Pattern.compile("p\\d+(s\\d+)?");

        @Override
        public Optional<Function> function(String device) {
            Path own = classNet.resolve(device).resolve("device");
            Path physical = own.resolve("physfn");
            if (!Files.isDirectory(physical)) {
                return Optional.empty();
            }
            try {
                Optional<Integer> number = number(physical, own.toRealPath());
                Optional<String> name = netDevice(physical, id(classNet.resolve(device)));
                return number.flatMap(one -> name.map(card -> new Function(card, one)));
            } catch (IOException _) {
                return Optional.empty(); // it went away
            }
        }

        private static Optional<Integer> number(Path physical, Path own) throws IOException {
            try (DirectoryStream<Path> functions = Files.newDirectoryStream(physical, VIRTUAL + "[0-9]*")) {
                for (Path function : functions) {
                    String digits = function.getFileName().toString().substring(VIRTUAL.length());
                    if (digits.chars().allMatch(Character::isDigit) && function.toRealPath().equals(own)) {
                        return Optional.of(Integer.parseInt(digits));
                    }
                }
            }
            return Optional.empty();
        }

        /**
         * The device of the physical function: of several that on the same port of the card, else one that is named after a port, not
         * after a virtual function, else the first.
         */
        private static Optional<String> netDevice(Path physical, Optional<String> port) throws IOException {
            List<Path> devices;
            try (Stream<Path> all = Files.list(physical.resolve("net"))) {
                devices = all.sorted().toList();
            }
            return Stream.<Predicate<Path>>of(device -> port.isPresent() && id(device).equals(port), Sysfs::isPort, _ -> true)
                    .flatMap(wanted -> devices.stream().filter(wanted))
                    .map(device -> device.getFileName().toString())
                    .findFirst();
        }

        private static Optional<String> id(Path device) {
            return text(device.resolve("phys_port_id"));
        }

        private static boolean isPort(Path device) {
            return text(device.resolve("phys_port_name")).filter(name -> PORT.matcher(name).matches()).isPresent();
        }

        /** A driver that does not know answers {@code EOPNOTSUPP}. */
        private static Optional<String> text(Path file) {
            try {
                return Optional.of(Files.readString(file).strip());
            } catch (IOException _) {
                return Optional.empty();
            }
        }
    }
}
