package org.netlink4j.core.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.generic.GenericNetlink;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.RootTest;

@KernelTest
class GenericExampleIT {
    @Test
    void theControllerTellsOfFamilies() throws Exception {
        String told = GenericExample.controller();
        assertTrue(told.matches("\\d+ \\| nest: policy \\d+ \\| nlctrl .*\\bethtool\\b.*"), told);
    }

    @Test
    void familiesAreFollowed() throws Exception {
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous()) {
            assertTrue(GenericExample.follow(namespace) > 16);
        }
    }

    @Test
    void aFamilyTakesNoMoreThanItsTables() throws Exception {
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous();
                GenericNetlink generic = GenericNetlink.open(namespace)) {
            assertEquals(List.of(OptionalInt.of(1)), GenericExample.devices(generic)); // lo
        }
    }

    @Test
    void ethtoolLooksAtADevice() throws Exception {
        try (NetworkNamespace namespace = NetworkNamespace.createAnonymous()) {
            Commands.inside(namespace.path().toString()).run("ip", "link", "add", "veth0", "type", "veth", "peer", "name", "veth1");
            assertEquals("10000 Mb/s, down", EthtoolExample.look(namespace));
        }
    }

    @Test
    @RootTest
    void taskstatsLooksAtThisProcess() throws Exception {
        assertEquals(ProcessHandle.current().pid(), TaskstatsExample.look().id());
    }
}
