package org.netlink4j.macvtap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.macvtap.Jvm;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.NeedsCommand;

/** Conversions open no socket, and of all files only the one that they are given: the system calls of the process show it. */
@NeedsCommand("strace")
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class NoSideEffectsIT {
    private static final Pattern CALL = Pattern.compile("\\b([a-z0-9_]+)\\((.*)");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    /** How the C library looks up the name of the user, for any JVM. */
    private static final Pattern USER_NAME =
            Pattern.compile("(?m)^.*socket\\(AF_UNIX.*\n.*connect\\(.*\"/var/run/nscd/socket\".*ENOENT.*\n");

    /** What any JVM looks at, whatever it runs. */
    private static final List<String> THE_JVMS_OWN =
            List.of("/proc/", "/sys/fs/cgroup/", "/sys/devices/system/", "/sys/kernel/mm/", "/etc/ld.so", "/lib", "/usr/lib", "/dev/urandom",
                    "/dev/random", "/etc/localtime", "/etc/nsswitch.conf", "/etc/passwd", "/usr/share/zoneinfo/");

    private final Path xml;
    private final Path trace;

    NoSideEffectsIT(@TempDir Path directory) throws IOException {
        xml = Files.writeString(
                directory.resolve("domain.xml"),
                """
                <domain><name>web</name><devices><interface type='direct'>
                  <source dev='eth0' mode='vepa'/><mac address='52:54:00:c7:3e:ce'/>
                  <virtualport type='802.1Qbg'><parameters managerid='11' typeid='1193047' typeidversion='2'
                    instanceid='09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f'/></virtualport>
                </interface></devices></domain>
                """);
        trace = directory.resolve("trace");
    }

    private String traced(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                "strace", "-f", "-qq", "-s", "4096", "-o", trace.toString(), "-e", "trace=%network,%file", "--"));
        command.addAll(Jvm.command(Main.class.getName(), arguments));
        return Commands.here().within(Duration.ofMinutes(1)).run(command.toArray(String[]::new));
    }

    private void assertNothingButTheInput() throws IOException {
        List<String> own = new ArrayList<>(THE_JVMS_OWN);
        own.add(System.getProperty("java.home"));
        Jvm.classPath().forEach(path -> own.add(path.toString()));
        List<String> opened = new ArrayList<>();
        String calls = USER_NAME.matcher(Files.readString(trace)).replaceAll("");
        for (String line : calls.lines().toList()) {
            Matcher call = CALL.matcher(line);
            if (!call.find()) {
                continue;
            }
            String name = call.group(1);
            assertTrue(!name.matches("socket|socketpair|connect|bind|send.*|recv.*|mknod.*|mkdir.*|rename.*|link.*|symlink.*|creat"), line);
            Matcher path = QUOTED.matcher(call.group(2));
            if (name.startsWith("open") && path.find() && own.stream().noneMatch(path.group(1)::startsWith)) {
                opened.add(path.group(1));
                assertTrue(!line.matches(".*O_(WRONLY|RDWR|CREAT).*"), line);
            }
        }
        assertEquals(List.of(xml.toString()), opened.stream().distinct().toList());
    }

    @Test
    void nativeArguments() throws Exception {
        String output = traced("native", "--xml", xml.toString());
        assertEquals(
                "-netdev tap,id=hostnet0,fd=3\n-device virtio-net-pci,netdev=hostnet0,id=net0,mac=52:54:00:c7:3e:ce\n",
                output);
        assertNothingButTheInput();
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "migrate-in-start", "migrate-in-finish", "destroy", "no-op"})
    void plan(String operation) throws Exception {
        String output = traced("plan", "--xml", xml.toString(), "--vm-op", operation);
        assertTrue(output.startsWith("interface 0, "), output);
        assertEquals(!operation.equals("no-op"), output.contains("to lldpad:"), output);
        assertNothingButTheInput();
    }

    @Test
    void planWithAnInstanceIdThatIsDrawn() throws Exception {
        Files.writeString(xml, Files.readString(xml).replaceAll("instanceid='[^']*'", ""));
        assertTrue(traced("plan", "--xml", xml.toString(), "--vm-op", "create").contains("associate VSI "));
        assertNothingButTheInput();
    }
}
