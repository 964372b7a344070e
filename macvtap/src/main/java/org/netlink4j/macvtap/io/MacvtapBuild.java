package org.netlink4j.macvtap.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.NotSupportedException;

/** Whether this build, on this operating system, can have macvtap devices at all. Asked before anything else is done. */
public final class MacvtapBuild {
    private static final Optional<String> WHY_NOT = whyNot(System.getProperty("os.name"), buildSwitch());

    private MacvtapBuild() {}

    /** {@return the reason, or empty} */
    public static Optional<String> whyNot() {
        return WHY_NOT;
    }

    /**
     * The same for another system or build.
     *
     * @param system the name of the operating system
     * @param buildSwitch {@code "false"} of a build without macvtap
     * @return the reason, or empty
     */
    public static Optional<String> whyNot(String system, String buildSwitch) {
        if (buildSwitch.equals("false")) {
            return Optional.of("built without macvtap");
        }
        return system.equals("Linux") ? Optional.empty() : Optional.of("macvtap needs Linux, and this is " + system);
    }

    /**
     * Refuses to go on without macvtap.
     *
     * @throws NotSupportedException with the reason
     */
    public static void require() throws NotSupportedException {
        if (WHY_NOT.isPresent()) {
            throw new NotSupportedException("not supported: " + WHY_NOT.get());
        }
    }

    /**
     * Says of a refusal that makes a device impossible that it is not supported.
     *
     * @param refusal why the kernel made no device
     * @return the refusal, or what it means
     */
    public static NetlinkException refused(KernelException refusal) {
        if (refusal.errno() != Errno.EOPNOTSUPP) {
            return refusal;
        }
        NotSupportedException e =
                new NotSupportedException("not supported: this kernel does not make macvtap devices: " + refusal.getMessage());
        e.initCause(refusal);
        return e;
    }

    private static String buildSwitch() {
        try (InputStream in = MacvtapBuild.class.getResourceAsStream("/org/netlink4j/macvtap/build.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("macvtap");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
