package org.netlink4j.core.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.netlink4j.testkit.HeaderConstants;
import org.netlink4j.testkit.Tables;

class GenericTablesTest {
    @Test
    void numbersAreThoseOfTheHeaders() {
        assertEquals(Set.of(), HeaderConstants.assertHolder(Genl.class, "linux/genetlink.h"));
        assertEquals(Set.of(), HeaderConstants.assertHolder(Ctrl.class, "linux/genetlink.h"));
        assertEquals(Set.of(), HeaderConstants.assertTables(Tables.reachable(Ctrl.ATTRIBUTES), "linux/genetlink.h"));
        assertEquals(Set.of(), HeaderConstants.assertAgree(
                Map.of(
                        "sizeof(struct genlmsghdr)", (long) Genl.HEADER.size(),
                        "offsetof(struct genlmsghdr, version)", 1L,
                        "offsetof(struct genlmsghdr, reserved)", 2L),
                "linux/genetlink.h"));
    }
}
