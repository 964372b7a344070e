package org.netlink4j.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;

/** What the kernel refuses. */
public final class Refused {
    private Refused() {}

    /** Fails unless the kernel refuses with an error number, and gives what it said. */
    public static KernelException refused(int errno, Executable call) {
        KernelException refusal = assertThrows(KernelException.class, call);
        assertEquals(Errno.describe(errno), Errno.describe(refusal.errno()), refusal.getMessage());
        return refusal;
    }
}
