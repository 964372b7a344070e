package org.netlink4j.macvtap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.netlink4j.core.MacAddress;
import org.netlink4j.macvtap.Jvm;
import org.netlink4j.macvtap.MacvtapDevice;
import org.netlink4j.macvtap.MacvtapSpec;
import org.netlink4j.macvtap.Macvtaps;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.StrictJson;

/** {@code macvtapctl watch} in a namespace in which things happen. */
@KernelTest
@NeedsCommand("nsenter")
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class WatchDevicesIT {
    @Test
    void everyChangeIsALine() throws Exception {
        try (Cable cable = new Cable();
                Macvtaps macvtaps = Macvtaps.open(cable.near())) {
            cable.connect(macvtaps.rtnetlink());
            macvtaps.create(MacvtapSpec.on(Cable.LOWER).name("first"));
            List<String> command = new ArrayList<>(List.of("nsenter", "--net=" + cable.near().path()));
            command.addAll(Jvm.command(Main.class.getName(), "watch", "--count", "5", "--json"));
            Process watch = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            try (BufferedReader output = watch.inputReader()) {
                assertCause("was there", "first", output);
                MacvtapDevice second = macvtaps.create(MacvtapSpec.on(Cable.LOWER).name("second"));
                assertCause("appeared", "second", output);
                macvtaps.rtnetlink().links().setAddress(second.index(), MacAddress.parse("52:54:00:00:00:99"));
                assertCause("had MAC address " + second.link().address().orElseThrow(), "second", output);
                macvtaps.rtnetlink().links().setMtu(second.index(), 1400);
                assertCause("has MTU 1400 now", "second", output);
                second.delete();
                assertCause("was deleted", "second", output);
                assertTrue(watch.waitFor(20, TimeUnit.SECONDS));
                assertEquals(0, watch.exitValue());
            } finally {
                watch.descendants().forEach(ProcessHandle::destroyForcibly);
                watch.destroyForcibly();
            }
        }
    }

    private static void assertCause(String cause, String name, BufferedReader output) throws Exception {
        Map<?, ?> line = (Map<?, ?>) StrictJson.parse(output.readLine());
        assertEquals(cause, line.get("cause"));
        assertEquals(name, line.get("name"));
        assertTrue(line.get("time").toString().endsWith("Z"));
    }
}
