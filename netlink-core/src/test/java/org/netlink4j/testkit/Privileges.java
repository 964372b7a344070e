package org.netlink4j.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What this process may do. Each answer is empty if it may, else the reason why not. */
final class Privileges {
    private static final int CAP_NET_ADMIN = 12;
    private static final int CAP_SYS_ADMIN = 21;
    private static final int CAP_MKNOD = 27;

    private static final Optional<String> NO_NAMESPACE = tryNamespace();

    private Privileges() {}

    static Optional<String> whyNoKernelTest() {
        return NO_NAMESPACE;
    }

    static Optional<String> whyNotRoot() {
        return whyNotRoot(read("/proc/self/uid_map"), effective(read("/proc/self/status"))).or(() -> NO_NAMESPACE);
    }

    static Optional<String> whyNotRoot(String uidMap, long capabilities) {
        if (!uidMap.strip().replaceAll("\\s+", " ").equals("0 0 4294967295")) {
            return Optional.of("needs root of the initial user namespace, and this is another one: uid_map " + uidMap.strip());
        }
        return missing(capabilities, CAP_MKNOD, "CAP_MKNOD");
    }

    private static Optional<String> tryNamespace() {
        return whyNoNamespace(effective(read("/proc/self/status"))).or(() -> {
            if (!Commands.isInstalled("unshare")) {
                return Optional.of("needs the command unshare of util-linux");
            }
            Commands.Result result = Commands.here().attempt("unshare", "--net", "true");
            return result.exitCode() == 0 ? Optional.empty() : Optional.of("cannot make a network namespace: " + result);
        });
    }

    static Optional<String> whyNoNamespace(long capabilities) {
        return missing(capabilities, CAP_NET_ADMIN, "CAP_NET_ADMIN")
                .or(() -> missing(capabilities, CAP_SYS_ADMIN, "CAP_SYS_ADMIN, to make a network namespace"));
    }

    private static Optional<String> missing(long capabilities, int bit, String what) {
        return (capabilities >>> bit & 1) != 0 ? Optional.empty() : Optional.of("needs " + what + "; try root, or: unshare -Urn");
    }

    /** The effective capabilities that a {@code /proc/PID/status} shows. */
    static long effective(String status) {
        return status.lines()
                .filter(line -> line.startsWith("CapEff:"))
                .map(line -> Long.parseUnsignedLong(line.substring("CapEff:".length()).strip(), 16))
                .findFirst()
                .orElse(0L);
    }

    private static String read(String file) {
        Path path = Path.of(file);
        try {
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
