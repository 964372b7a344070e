package org.netlink4j.testkit;

import java.io.IOException;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.SystemCallException;

/** Something that the kernel may refuse, tried. */
@FunctionalInterface
public interface Attempt {
    /** Does it. */
    void run() throws IOException;

    /** "done", or the error number and what was refused, in one line. */
    static String outcome(Attempt attempt) throws IOException {
        try {
            attempt.run();
            return "done";
        } catch (KernelException e) {
            return line(e.errno(), e);
        } catch (SystemCallException e) {
            return line(e.errno(), e);
        }
    }

    private static String line(int errno, IOException why) {
        return errno + " " + why.getMessage().lines().findFirst().orElseThrow();
    }
}
