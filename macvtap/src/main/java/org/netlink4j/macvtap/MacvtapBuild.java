package org.netlink4j.macvtap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import org.netlink4j.core.NotSupportedException;

/** Whether this build, on this operating system, can have macvtap devices at all. Asked before anything else is done. */
final class MacvtapBuild {
    private static final Optional<String> WHY_NOT = whyNot(System.getProperty("os.name"), buildSwitch());

    private MacvtapBuild() {}

    /** {@return the reason, or empty} */
    static Optional<String> whyNot() {
        return WHY_NOT;
    }

    static Optional<String> whyNot(String system, String buildSwitch) {
        if (buildSwitch.equals("false")) {
            return Optional.of("built without macvtap");
        }
        return system.equals("Linux") ? Optional.empty() : Optional.of("macvtap needs Linux, and this is " + system);
    }

    static void require() throws NotSupportedException {
        if (WHY_NOT.isPresent()) {
            throw new NotSupportedException("not supported: " + WHY_NOT.get());
        }
    }

    private static String buildSwitch() {
        try (InputStream in = MacvtapBuild.class.getResourceAsStream("build.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("macvtap");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
