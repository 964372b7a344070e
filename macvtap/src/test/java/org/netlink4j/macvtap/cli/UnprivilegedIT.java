package org.netlink4j.macvtap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.netlink4j.macvtap.Jvm;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.StrictJson;

/** A process that is root only in a user namespace of its own, to which the network namespace does not belong. */
@KernelTest
@NeedsCommand({"nsenter", "unshare"})
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class UnprivilegedIT {
    @Test
    void row76_withoutCapNetAdminNothingIsMade() throws Exception {
        try (Cable cable = new Cable();
                Rtnetlink near = Rtnetlink.open(cable.near())) {
            cable.connect(near);
            List<String> command = new ArrayList<>(List.of("unshare", "--user", "--map-root-user"));
            command.addAll(Jvm.command(Main.class.getName(), "create", Cable.LOWER, "--json"));
            Commands.Result result =
                    Commands.inside(cable.near().path().toString()).attempt(command.toArray(String[]::new));
            assertEquals(1, result.exitCode(), result::toString);
            Map<?, ?> error = (Map<?, ?>) ((Map<?, ?>) StrictJson.parse(result.output())).get("error");
            assertEquals("EPERM", error.get("errno_name"));
            assertEquals(2, near.links().list().size());
        }
    }
}
