package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINKPROP;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_ALT_IFNAME;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_IFALIAS;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_IFNAME;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_LINKINFO;
import static org.netlink4j.rtnetlink.link.Ifla.IFLA_PROP_LIST;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.schema.MessageText;
import org.netlink4j.core.socket.SocketOptions;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.core.wire.Nlmsg;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.testkit.HostileNames;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.StrictJson;

/** Devices whose names, alternative names and aliases are hostile, shown by {@code rtnl}. */
@KernelTest
class HostileNamesIT extends InNamespace {
    private final List<String> lines = new ArrayList<>();
    private final List<String> objects = new ArrayList<>();

    /** Makes the devices, and hears of them meanwhile. */
    @BeforeEach
    void make() throws NetlinkException {
        EventLines text = new EventLines(EventKinds.ALL, true, false, OtherLinks.ofEvents());
        EventLines json = new EventLines(EventKinds.ALL, true, true, OtherLinks.ofEvents());
        try (EventStream events = EventStream.open(Rtnetlink.PROTOCOL, Set.of(1), SocketOptions.DEFAULT, namespace)) {
            for (int i = 0; i < HostileNames.DEVICES.size(); i++) {
                int index = 100 + i;
                byte[] name = HostileNames.terminated(HostileNames.DEVICES.get(i));
                byte[] other = HostileNames.TEXTS.get(i % HostileNames.TEXTS.size());
                client.execute(Request.of(RTM_NEWLINK, out -> out.zeros(4).u32(index).zeros(8).attributes()
                                .bytes(IFLA_IFNAME, name).begin(IFLA_LINKINFO).string(1, "bridge").end())
                        .flags(Nlmsg.NLM_F_CREATE | Nlmsg.NLM_F_EXCL));
                client.execute(Request.of(RTM_NEWLINK, out -> out.zeros(4).u32(index).zeros(8).attributes().bytes(IFLA_IFALIAS, other)));
                if (i < HostileNames.TEXTS.size()) {
                    client.execute(Request.of(RTM_NEWLINKPROP, out -> out.zeros(4).u32(index).zeros(8).attributes()
                                    .begin(IFLA_PROP_LIST).bytes(IFLA_ALT_IFNAME, HostileNames.terminated(other)).end())
                            .flags(Nlmsg.NLM_F_CREATE | Nlmsg.NLM_F_EXCL | Nlmsg.NLM_F_APPEND));
                }
            }
            boolean more = true;
            while (more) {
                more = events.poll(Duration.ofMillis(200), (message, _) -> {
                    text.of(Instant.EPOCH, message, -1).ifPresent(lines::add);
                    json.of(Instant.EPOCH, message, -1).ifPresent(objects::add);
                    byte[] bytes = message.bytes();
                    objects.add(MessageText.json(
                            Rtnetlink.PROTOCOL, new MessageReader().over(MemorySegment.ofArray(bytes), 0, bytes.length)));
                });
            }
        }
    }

    @Test
    void eventsAreALineEach() {
        assertTrue(lines.size() >= HostileNames.DEVICES.size(), lines::toString);
        lines.forEach(line -> assertEquals(1, line.lines().count(), line));
        lines.forEach(HostileNames::assertSafe);
        objects.forEach(HostileNames::assertSafe);
        objects.forEach(StrictJson::parse);
    }

    @ParameterizedTest
    @ValueSource(strings = {"link list", "addr list", "neigh list", "fdb list", "netconf list", "stats list", "qdisc list",
            "ntable list"})
    void listsAreSafe(String command) throws NetlinkException {
        IpComparison rtnl = new IpComparison(namespace);
        IpComparison.Result text = rtnl.rtnl(command.split(" "));
        assertEquals(0, text.status(), text.errors());
        HostileNames.assertSafe(text.output());
        IpComparison.Result json = rtnl.rtnl((command + " --json").split(" "));
        HostileNames.assertSafe(json.output());
        StrictJson.parse(json.output().strip());
        if (command.equals("link list")) {
            assertEquals(2 + HostileNames.DEVICES.size(), text.output().lines().count(), text.output());
        }
    }

    @Test
    void jsonSaysTheNamesAsTheyAre() throws NetlinkException {
        List<?> links = (List<?>) StrictJson.parse(new IpComparison(namespace).rtnl("link", "list", "--json").output().strip());
        Set<Object> names = links.stream().map(link -> ((Map<?, ?>) link).get("ifname")).collect(Collectors.toSet());
        for (byte[] name : HostileNames.DEVICES) {
            assertTrue(names.contains(new String(name, StandardCharsets.UTF_8)), names::toString);
        }
    }

    @Test
    void errorsThatRepeatAnArgumentAreSafe() throws NetlinkException {
        for (byte[] name : HostileNames.TEXTS) {
            String text = new String(name, StandardCharsets.UTF_8);
            IpComparison.Result result = new IpComparison(namespace).rtnl("decode", text, "--json");
            assertTrue(result.status() != 0);
            HostileNames.assertSafe(result.output());
            HostileNames.assertSafe(result.errors());
        }
    }
}
