package org.netlink4j.rtnetlink.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.route.Rta;
import org.netlink4j.rtnetlink.rule.Fra;
import org.netlink4j.testkit.KernelTest;

@KernelTest
class TablesExampleIT {
    @Test
    void tablesAreEnoughForRequestsAndAnswers() throws NetlinkException {
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous();
                Rtnetlink rtnetlink = Rtnetlink.open(namespace);
                NetlinkClient client = NetlinkClient.open(Rtnetlink.PROTOCOL, namespace)) {
            rtnetlink.links().setUp(1);
            TablesExample.addAddress(client, 1);
            assertTrue(TablesExample.routes(client).stream()
                    .anyMatch(route -> route.toString().contains("RTA_PREFSRC 10.0.0.1") && route.has(Rta.RTA_TABLE)));
            assertEquals(List.of(), TablesExample.neighbours(client).stream().filter(n -> !n.unknown().isEmpty()).toList());
            assertEquals(3, TablesExample.rules(client).stream().filter(rule -> rule.has(Fra.FRA_TABLE)).count());
            assertEquals(List.of(Optional.of("noqueue")), TablesExample.queueingDisciplines(client));
            assertEquals(-1, TablesExample.idOf(client, ProcessHandle.current().pid()));
        }
    }
}
