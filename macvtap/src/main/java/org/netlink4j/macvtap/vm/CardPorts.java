package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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

        @Override
        public Optional<Function> function(String device) {
            Path own = classNet.resolve(device).resolve("device");
            Path physical = own.resolve("physfn");
            if (!Files.isDirectory(physical)) {
                return Optional.empty();
            }
            try {
                return number(physical, own.toRealPath()).flatMap(number -> netDevice(physical)
                        .map(name -> new Function(name, number)));
            } catch (IOException _) {
                return Optional.empty(); // it went away
            }
        }

        private static Optional<Integer> number(Path physical, Path own) throws IOException {
            try (DirectoryStream<Path> functions = Files.newDirectoryStream(physical, VIRTUAL + "[0-9]*")) {
                for (Path function : functions) {
                    if (function.toRealPath().equals(own)) {
                        return Optional.of(Integer.parseInt(function.getFileName().toString().substring(VIRTUAL.length())));
                    }
                }
            }
            return Optional.empty();
        }

        /** A card with several devices names no port, so the first is as good as any. */
        private static Optional<String> netDevice(Path physical) {
            try (var devices = Files.list(physical.resolve("net"))) {
                return devices.map(path -> path.getFileName().toString()).sorted().findFirst();
            } catch (IOException _) {
                return Optional.empty();
            }
        }
    }
}
