package org.netlink4j.lldpad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.netlink4j.lldpad.PortProfileType.QBG;
import static org.netlink4j.lldpad.PortProfileType.QBH;
import static org.netlink4j.lldpad.PortRules.CURRENT;
import static org.netlink4j.lldpad.PortRules.ORIGINAL;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows 34 and 38: every cell of the table, the expected steps as text: numbers are requests. */
class PortRulesTest {
    private static String text(List<PortStep> steps) {
        return steps.stream()
                .map(step -> switch (step) {
                    case PortStep.Send send -> String.valueOf(send.request().number());
                    case PortStep.LowerDevice lower -> lower.name();
                })
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE,            2, 2, 2 UP, 2 UP",
        "SAVE,              2, 2, 2 UP, 2 UP",
        "RESTORE,           2, 2, 2 UP, 2 UP",
        "DESTROY,           2, 2, 2 UP, 2 UP",
        "MIGRATE_OUT,       2, 2, 2 UP, 2 UP",
        "MIGRATE_IN_START,  0, 0, 1, 2 UP",
        "MIGRATE_IN_FINISH, 2, 2, 2 UP, ''",
        "NO_OP,             '', '', '', ''"
    })
    void associate(VmOperation operation, String qbg, String originalQbg, String qbh, String originalQbh) {
        assertEquals(qbg, text(CURRENT.associate(QBG, operation)));
        assertEquals(originalQbg, text(ORIGINAL.associate(QBG, operation)));
        assertEquals(qbh, text(CURRENT.associate(QBH, operation)));
        assertEquals(originalQbh, text(ORIGINAL.associate(QBH, operation)));
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE,            3, DOWN 3, 3, 3 DOWN",
        "SAVE,              3, DOWN 3, 3, 3 DOWN",
        "RESTORE,           3, DOWN 3, 3, 3 DOWN",
        "DESTROY,           3, DOWN 3, 3, 3 DOWN",
        "MIGRATE_OUT,       3, DOWN 3, 3, 3 DOWN",
        "MIGRATE_IN_START,  3, DOWN 3, 3, 3 DOWN",
        "MIGRATE_IN_FINISH, 3, '', '', ''",
        "NO_OP,             3, DOWN 3, 3, 3 DOWN"
    })
    void disassociate(VmOperation operation, String qbg, String card, String function, String original) {
        for (boolean virtualFunction : List.of(false, true)) {
            assertEquals(qbg, text(CURRENT.disassociate(QBG, operation, virtualFunction)));
            assertEquals(qbg, text(ORIGINAL.disassociate(QBG, operation, virtualFunction)));
            assertEquals(original, text(ORIGINAL.disassociate(QBH, operation, virtualFunction)));
        }
        assertEquals(card, text(CURRENT.disassociate(QBH, operation, false)));
        assertEquals(function, text(CURRENT.disassociate(QBH, operation, true)));
    }
}
