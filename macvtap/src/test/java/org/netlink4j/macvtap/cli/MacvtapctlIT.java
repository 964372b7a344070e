package org.netlink4j.macvtap.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledIf;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.StrictJson;

/** The real command, by its launcher, in a network namespace with a lower device. */
@KernelTest
@NeedsCommand("nsenter")
class MacvtapctlIT {
    static final String MACVTAPCTL = Path.of("bin/macvtapctl").toAbsolutePath().toString();

    /** Enough for a build, should a source be newer than the jars. */
    static final Duration LONG = Duration.ofMinutes(3);

    private Cable cable;
    private Commands inside;

    @BeforeEach
    void open() throws NetlinkException {
        cable = new Cable();
        try (Rtnetlink rtnetlink = Rtnetlink.open(cable.near())) {
            cable.connect(rtnetlink);
        }
        inside = Commands.inside(cable.near().path().toString()).within(LONG);
    }

    @AfterEach
    void close() {
        cable.close();
    }

    private Commands.Result attempt(String line) {
        return inside.attempt(Stream.concat(Stream.of(MACVTAPCTL), Stream.of(line.split(" "))).toArray(String[]::new));
    }

    private Object json(int status, String line) {
        Commands.Result result = attempt(line + " --json");
        assertEquals(status, result.exitCode(), result::toString);
        return StrictJson.parse(result.output());
    }

    private static Map<?, ?> error(Object json) {
        return (Map<?, ?>) ((Map<?, ?>) json).get("error");
    }

    @Test
    @EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
    void aDevicesLife() {
        Map<?, ?> created = (Map<?, ?>)
                json(0, "create lower0 --name vm1 --mode bridge --mac 52:54:00:c7:3e:ce --mtu 1400 --up");
        assertEquals("vm1", created.get("name"));
        assertEquals("lower0", created.get("lower"));
        assertEquals("bridge", created.get("mode"));
        assertEquals("52:54:00:c7:3e:ce", created.get("mac"));
        assertEquals(new BigDecimal(1400), created.get("mtu"));
        assertEquals(true, created.get("up"));

        assertEquals(List.of("vm1"), ((List<?>) json(0, "list")).stream().map(d -> ((Map<?, ?>) d).get("name")).toList());
        assertEquals(created.get("index"), ((Map<?, ?>) json(0, "show vm1")).get("index"));
        assertTrue(attempt("list").output().startsWith("name vm1 index "));
        assertTrue(attempt("show vm1").output().contains("mode         bridge"));

        assertEquals(Map.of("deleted", "vm1"), json(0, "delete vm1"));
        assertEquals(List.of(), json(0, "list"));
    }

    @Test
    @EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
    void refusalsSayWhyAndEndWithOne() {
        assertEquals("macvtap0", ((Map<?, ?>) json(0, "create lower0 --mac 52:54:00:c7:3e:ce --up")).get("name"));
        assertEquals("EEXIST", error(json(1, "create lower0 --name macvtap0")).get("errno_name"));
        assertEquals("EADDRINUSE", error(json(1, "create lower0 --mac 52:54:00:c7:3e:ce --up")).get("errno_name"));
        assertEquals("EADDRNOTAVAIL", error(json(1, "create lower0 --mac 01:00:5e:00:00:01")).get("errno_name"));
        Map<?, ?> tooLarge = error(json(1, "create lower0 --mtu 70000"));
        assertEquals("EINVAL", tooLarge.get("errno_name"));
        assertTrue(tooLarge.get("kernel_message").toString().contains("mtu"), tooLarge::toString);
        assertEquals("ENODEV", error(json(1, "delete lower0")).get("errno_name"));
        assertEquals("ENODEV", error(json(1, "show nothing")).get("errno_name"));
        assertEquals("RTM_GETLINK", error(json(1, "create nothing")).get("request"));
        assertEquals(1, ((List<?>) json(0, "list")).size());

        Commands.Result plain = attempt("show nothing");
        assertEquals("macvtapctl: RTM_GETLINK refused: ENODEV (No such device)\n", plain.errors());
        assertEquals("", plain.output());
    }

    @Test
    void wrongUsageEndsWithTwo() {
        assertEquals(2, attempt("create").exitCode());
        assertEquals(2, attempt("nonsense").exitCode());
        assertEquals(0, attempt("--help").exitCode());
    }

    @Test
    @EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
    void probeAnswersEveryQuestionWithAReason() {
        Map<?, ?> answers = (Map<?, ?>) json(0, "probe");
        assertEquals("yes", ((Map<?, ?>) answers.get("kernel")).get("verdict"));
        for (Object answer : answers.values()) {
            assertFalse(((Map<?, ?>) answer).get("reason").toString().isBlank());
        }
    }

    @Test
    @DisabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
    void buildWithoutMacvtapRefusesEverything() {
        for (String line : List.of("create lower0", "delete x", "list", "show x", "demo", "native --xml x", "plan --xml x --vm-op create", "recover --journal x", "graph", "watch")) {
            assertEquals("not supported: built without macvtap", error(json(1, line)).get("message"), line);
        }
        assertEquals("no", ((Map<?, ?>) ((Map<?, ?>) json(1, "probe")).get("build")).get("verdict"));
    }
}
