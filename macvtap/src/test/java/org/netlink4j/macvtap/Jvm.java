package org.netlink4j.macvtap;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.rtnetlink.Rtnetlink;

/** Command lines of other processes that run classes of this project, as they are compiled now. */
public final class Jvm {
    private Jvm() {}

    /** The directories or jars of all modules and of this module's tests, and of the test kit. */
    public static List<Path> classPath() {
        return Stream.of(
                        NetlinkException.class,
                        Rtnetlink.class,
                        VmOperation.class,
                        Macvtaps.class,
                        Jvm.class,
                        org.netlink4j.testkit.Commands.class)
                .map(Jvm::placeOf)
                .distinct()
                .toList();
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** A command that runs a class with these arguments. */
    public static List<String> command(String mainClass, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp"));
        command.add(classPath().stream().map(Path::toString).collect(Collectors.joining(":")));
        command.add(mainClass);
        command.addAll(List.of(arguments));
        return command;
    }
}
