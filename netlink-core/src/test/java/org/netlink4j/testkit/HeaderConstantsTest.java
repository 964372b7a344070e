package org.netlink4j.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeSpec;
import org.opentest4j.TestAbortedException;

class HeaderConstantsTest {
    @Test
    void evaluatesEnumsMacrosAndExpressions() {
        assertEquals(
                Map.of("IFLA_MTU", 4L, "NLA_F_NESTED", 0x8000L, "sizeof(struct nlmsghdr)", 16L, "1 << 4", 16L),
                HeaderConstants.values(List.of("linux/netlink.h", "linux/if_link.h"),
                        Set.of("IFLA_MTU", "NLA_F_NESTED", "sizeof(struct nlmsghdr)", "1 << 4", "NO_SUCH_NAME",
                                "sizeof(struct no_such)")));
    }

    @Test
    void findsAWrongNumber() {
        String message = assertThrows(AssertionError.class,
                () -> HeaderConstants.assertAgree(Map.of("IFLA_MTU", 4L, "IFLA_LINK", 6L), "linux/if_link.h")).getMessage();
        assertEquals("IFLA_LINK is 5, not 6", message);
        AttributeSet wrong = AttributeSet.of("IFLA", AttributeSpec.u32(5, "IFLA_MTU"));
        assertThrows(AssertionError.class, () -> HeaderConstants.assertTables(Set.of(wrong), "linux/if_link.h"));
    }

    @Test
    void reportsWhatIsAbsentButNotIfThatIsMost() {
        assertEquals(Set.of("IFLA_NEWER"),
                HeaderConstants.assertAgree(Map.of("IFLA_MTU", 4L, "IFLA_LINK", 5L, "IFLA_NEWER", 999L), "linux/if_link.h"));
        assertTrue(assertThrows(AssertionError.class,
                () -> HeaderConstants.assertAgree(Map.of("IFLA_MTU", 4L, "IFLA_NEWER", 999L), "linux/if_link.h"))
                .getMessage().contains("IFLA_NEWER"));
    }

    @Test
    void unsignedOnesMayBeOurMinusOne() {
        assertEquals(Set.of(), HeaderConstants.assertAgree(Map.of("~0U", -1L), "linux/if_link.h"));
        assertThrows(AssertionError.class, () -> HeaderConstants.assertAgree(Map.of("~0ULL >> 1", -1L), "linux/if_link.h"));
    }

    @Test
    void aMissingHeaderSkipsTheTest() {
        String reason = assertThrows(TestAbortedException.class,
                () -> HeaderConstants.values(List.of("linux/no_such_header.h"), Set.of("A"))).getMessage();
        assertTrue(reason.contains("linux/no_such_header.h is not installed"), reason);
    }
}
