package org.netlink4j.macvtap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.macvtap.MacvtapSupport.Answer;
import org.netlink4j.macvtap.MacvtapSupport.Verdict;

class HeaderNamesTest {
    @TempDir
    private Path directory;

    private Answer look(String text) throws Exception {
        return HeaderNames.look(Files.writeString(directory.resolve("if_link.h"), text));
    }

    /** The build shows what it says. */
    @Test
    void namesOfTheInstalledHeader() {
        Answer answer = HeaderNames.look(HeaderNames.INSTALLED);
        System.out.println(answer.reason());
        assumeTrue(answer.verdict() != Verdict.UNKNOWN, answer.reason());
        assertEquals(Verdict.YES, answer.verdict(), answer.reason());
    }

    @Test
    void namesThatAreMissingAreNamed() throws Exception {
        String needed = String.join(",\n", HeaderNames.NEEDED);
        String header = directory.resolve("if_link.h").toString();
        assertEquals(
                new Answer(Verdict.YES, header + " has 16 of 16 needed names and 6 of 6 newer ones"),
                look(needed + "\n" + String.join(" = 1,\n", HeaderNames.NEWER)));
        assertEquals(
                new Answer(Verdict.YES, header + " has 16 of 16 needed names and 5 of 6 (without IFLA_MACVLAN_BC_CUTOFF) newer ones"),
                look(needed + " " + String.join(" ", HeaderNames.NEWER).replace("IFLA_MACVLAN_BC_CUTOFF", "")));
        Answer without = look(needed.replace("IFLA_VF_MAC,", "IFLA_VF_MACS,"));
        assertEquals(Verdict.NO, without.verdict());
        assertEquals(header + " has 15 of 16 (without IFLA_VF_MAC) needed names", without.reason().replaceAll(" and 0 of 6.*", ""));
    }

    @Test
    void withoutAHeaderNothingIsKnown() {
        assertEquals(Verdict.UNKNOWN, HeaderNames.look(directory.resolve("nothing.h")).verdict());
    }
}
