package org.netlink4j.rtnetlink.dcb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.netlink4j.testkit.Commands;

/** A library that answers in place of a device when {@code dcb} asks, for no device at hand has data centre bridging. */
public final class PreloadedDevice {
    private PreloadedDevice() {}

    /** Makes it, to be named by {@code LD_PRELOAD}; needs gcc. */
    public static String in(Path directory) throws IOException {
        Path source = directory.resolve("dcb-device.c");
        try (InputStream in = PreloadedDevice.class.getResourceAsStream("/dcb-device.c")) {
            Files.copy(in, source);
        }
        String library = directory.resolve("dcb-device.so").toString();
        Commands.here().run("gcc", "-O1", "-Wall", "-Werror", "-shared", "-fPIC", "-o", library, source.toString(), "-ldl");
        return library;
    }
}
