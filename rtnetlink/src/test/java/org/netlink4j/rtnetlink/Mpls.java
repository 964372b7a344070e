package org.netlink4j.rtnetlink;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.testkit.Commands;

/** Multiprotocol label switching, which few kernels have, and those in modules that somebody has to load. */
public final class Mpls {
    /** How many labels a namespace gets routes for. */
    public static final int LABELS = 1000;

    private Mpls() {}

    /** Lets a network namespace have routes of labels; skips the test if it cannot. */
    public static void enable(NetworkNamespace namespace) {
        assumeTrue(write(namespace, "platform_labels", LABELS), "this kernel lacks MPLS, or its module mpls_router was not loaded");
    }

    /** Lets a device take packets with labels. */
    public static void takeFrom(NetworkNamespace namespace, String device) {
        assumeTrue(write(namespace, "conf/" + device + "/input", 1), () -> device + " cannot take labels");
    }

    private static boolean write(NetworkNamespace namespace, String setting, int value) {
        return Commands.inside(namespace.path().toString())
                .attempt("sh", "-c", "echo " + value + " > /proc/sys/net/mpls/" + setting).exitCode() == 0;
    }
}
