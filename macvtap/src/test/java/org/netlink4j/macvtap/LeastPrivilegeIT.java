package org.netlink4j.macvtap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.Errno;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.RootTest;

/** A process with one capability, or none, can do what {@link MacvtapOperation} says, and nothing else. */
@RootTest
@EnabledIf(BuiltWith.MACVTAP)
@NeedsCommand({"nsenter", "setpriv", "unshare"})
@Timeout(60)
class LeastPrivilegeIT {
    @ParameterizedTest
    @ValueSource(strings = {"", "CAP_NET_ADMIN", "CAP_MKNOD"})
    void suffices(String capability) throws Exception {
        Path directory = Files.createTempDirectory(Path.of("/dev"), "netlink4j-test");
        try (Lab lab = new Lab()) {
            MacvtapDevice device = lab.macvtaps.createUp(lab.spec().name("near"));
            String sets = "-all" + (capability.isEmpty() ? "" : ",+" + capability.substring("CAP_".length()).toLowerCase(Locale.ROOT));
            List<String> command = new ArrayList<>(List.of("setpriv", "--inh-caps", sets, "--bounding-set", sets));
            command.addAll(Jvm.command(
                    MacvtapOperation.class.getName(), device.name(), Integer.toString(device.index()), directory.toString()));
            List<String> outcomes = Commands.inside(lab.cable.near().path().toString())
                    .withFreshSys()
                    .run(command.toArray(String[]::new))
                    .lines()
                    .toList();
            assertEquals(MacvtapOperation.values().length, outcomes.size(), outcomes::toString);
            for (MacvtapOperation one : MacvtapOperation.values()) {
                String outcome = outcomes.get(one.ordinal());
                if (one.capability.isEmpty() || one.capability.equals(capability)) {
                    assertEquals("done", outcome, one.words);
                } else {
                    String refused = Errno.describe(Errno.EPERM);
                    assertTrue(!outcome.equals("done") && outcome.contains(refused), () -> one + ": " + outcome);
                }
            }
        } finally {
            Files.delete(directory);
        }
    }
}
