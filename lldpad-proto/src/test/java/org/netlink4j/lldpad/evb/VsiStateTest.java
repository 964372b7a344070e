package org.netlink4j.lldpad.evb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row 70: every state and every input, in the order of {@link VsiInput}; a dash stays where it is. */
class VsiStateTest {
    private static void check(VsiState state, String expected) {
        List<String> next = Stream.of(VsiInput.values())
                .map(input -> state.next(input).map(Object::toString).orElse("-"))
                .toList();
        assertEquals(List.of(expected.trim().split("\\s+")), next, state::toString);
    }

    // columns: PREASSOCIATE ASSOCIATE DISASSOCIATE | AGREED REFUSED REFUSED_KEPT | TIMED_OUT NOT_DELIVERED KEEP_ALIVE SWITCH_ENDED
    @ParameterizedTest
    @CsvSource({
        "UNASSOCIATED,        PREASSOC_PROCESSING ASSOC_PROCESSING DEASSOC_PROCESSING - - - - - - -",
        "PREASSOC_PROCESSING, - - -                                                   PREASSOCIATED EXIT - EXIT - - -",
        "PREASSOCIATED,       - ASSOC_PROCESSING DEASSOC_PROCESSING                   - - - - - PREASSOC_PROCESSING -",
        "ASSOC_PROCESSING,    - - -                                                   ASSOCIATED EXIT - EXIT - - -",
        "ASSOCIATED,          PREASSOC_PROCESSING - DEASSOC_PROCESSING                - EXIT - - - ASSOC_PROCESSING EXIT",
        "DEASSOC_PROCESSING,  - - -                                                   EXIT EXIT - EXIT - - EXIT",
        "EXIT,                - - -                                                   - - - - - - -"
    })
    void draft(VsiStateDraft state, String expected) {
        check(state, expected);
    }

    @ParameterizedTest
    @CsvSource({
        "INIT,             PROCWAIT PROCWAIT DEASSOC_PROCWAIT - - - - - - -",
        "PROCWAIT,         - - -                              WAIT_SYSCMD END WAIT_SYSCMD END END - END",
        "DEASSOC_PROCWAIT, - - -                              END END END END END - END",
        "WAIT_SYSCMD,      PROCWAIT PROCWAIT DEASSOC_PROCWAIT - - - - - KAWAIT END",
        "KAWAIT,           - - -                              WAIT_SYSCMD END DEAWAIT END END - END",
        "DEAWAIT,          - - -                              END END END END END - END",
        "END,              - - -                              - - - - - - -"
    })
    void ratified(VsiStateRatified state, String expected) {
        check(state, expected);
    }
}
