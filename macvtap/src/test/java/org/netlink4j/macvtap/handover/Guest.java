package org.netlink4j.macvtap.handover;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * What a guest boots: a Linux kernel that is on this machine, and an initramfs of busybox and the modules of a virtio network card,
 * made here. A directory with {@code vmlinuz} and {@code lib/modules} is named by the system property
 * {@code netlink4j.guest.kernel}; else the kernels of {@code /boot} and of the virtual machine's cache are looked at.
 *
 * @param kernel the kernel
 * @param modules the directory of its modules, which has {@code modules.dep}
 * @param busybox a static busybox
 */
record Guest(Path kernel, Path modules, Path busybox) {
    private static final List<String> DRIVERS = List.of("virtio_pci", "virtio_net");

    /** Skips the test, with the reason, where something is missing. */
    static Guest find() throws IOException {
        Optional<Path> busybox = Stream.of("/bin/busybox", "/usr/bin/busybox").map(Path::of).filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(busybox.isPresent(), "needs busybox (Debian: busybox-static)");
        for (Guest candidate : candidates(busybox.orElseThrow())) {
            if (Files.isReadable(candidate.kernel) && Files.isReadable(candidate.modules.resolve("modules.dep"))) {
                return candidate;
            }
        }
        return Assumptions.abort("needs a kernel for a guest: netlink4j.guest.kernel names none, and /boot has none with modules");
    }

    private static List<Guest> candidates(Path busybox) throws IOException {
        List<Path> roots = new ArrayList<>();
        String named = System.getProperty("netlink4j.guest.kernel");
        if (named != null) {
            roots.add(Path.of(named));
        }
        roots.addAll(children(Path.of(System.getProperty("user.home"), ".cache/kernel-vm/kernels")));
        List<Guest> all = new ArrayList<>();
        for (Path root : roots) {
            for (Path modules : children(root.resolve("lib/modules"))) {
                all.add(new Guest(root.resolve("vmlinuz"), modules, busybox));
            }
        }
        for (Path modules : children(Path.of("/lib/modules"))) {
            all.add(new Guest(Path.of("/boot/vmlinuz-" + modules.getFileName()), modules, busybox));
        }
        return all;
    }

    private static List<Path> children(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.sorted().toList();
        }
    }

    // ---- the initramfs: a cpio archive of the "newc" format

    /** Writes it; the script is the first process. */
    void writeInitramfs(Path file, String script) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        for (String directory : List.of("bin", "dev", "proc", "sys", "modules")) {
            entry(archive, directory, 0040755, 0, new byte[0]);
        }
        entry(archive, "dev/console", 0020600, 5 << 8 | 1, new byte[0]);
        entry(archive, "bin/busybox", 0100755, 0, Files.readAllBytes(busybox));
        StringBuilder load = new StringBuilder("#!/bin/busybox sh\nexport PATH=/bin\n/bin/busybox --install -s /bin\n");
        for (Path module : drivers()) {
            String name = module.getFileName().toString().replaceAll("\\.xz$", "");
            entry(archive, "modules/" + name, 0100644, 0, plain(module));
            load.append("insmod /modules/").append(name).append('\n');
        }
        entry(archive, "init", 0100755, 0, (load + script).getBytes(StandardCharsets.UTF_8));
        entry(archive, "TRAILER!!!", 0, 0, new byte[0]);
        Files.write(file, archive.toByteArray());
    }

    private static void entry(ByteArrayOutputStream out, String name, int mode, int device, byte[] content) throws IOException {
        byte[] nameBytes = (name + "\0").getBytes(StandardCharsets.UTF_8);
        String header = "070701" + hex(name.hashCode() & 0xffff) + hex(mode) + hex(0) + hex(0) + hex(1) + hex(0)
                + hex(content.length) + hex(0) + hex(0) + hex(device >> 8) + hex(device & 0xff) + hex(nameBytes.length) + hex(0);
        out.write(header.getBytes(StandardCharsets.US_ASCII));
        out.write(nameBytes);
        pad(out);
        out.write(content);
        pad(out);
    }

    private static String hex(int value) {
        return String.format("%08x", value);
    }

    private static void pad(ByteArrayOutputStream out) {
        while (out.size() % 4 != 0) {
            out.write(0);
        }
    }

    /** The drivers' modules, each after those that it needs; none of what is built in. */
    private Set<Path> drivers() throws IOException {
        List<String> lines = Files.readAllLines(modules.resolve("modules.dep"));
        Set<Path> all = new LinkedHashSet<>();
        for (String driver : DRIVERS) {
            for (String line : lines) {
                if (line.matches("[^:]*/" + driver + "\\.ko(\\.xz)?:.*")) {
                    String[] parts = line.split(":");
                    // modules.dep names the last to load first
                    for (String needed : List.of(parts.length > 1 ? parts[1].strip().split(" ") : new String[0]).reversed()) {
                        all.add(modules.resolve(needed));
                    }
                    all.add(modules.resolve(parts[0]));
                }
            }
        }
        return all;
    }

    private static byte[] plain(Path module) throws IOException {
        if (!module.toString().endsWith(".xz")) {
            return Files.readAllBytes(module);
        }
        Process xz = new ProcessBuilder("xz", "-dc", module.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (InputStream in = xz.getInputStream()) {
            return in.readAllBytes();
        }
    }
}
