package org.netlink4j.testkit;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.netlink4j.core.socket.NetworkNamespace;

/** A namespace for each test, with a {@link HostileProcess} in it. */
public abstract class BesideHostileProcess {
    protected NetworkNamespace namespace;
    protected HostileProcess attacker;

    @BeforeEach
    public final void startAttacker() throws IOException {
        namespace = NetworkNamespace.createAnonymous();
        attacker = new HostileProcess(namespace);
    }

    @AfterEach
    public final void stopAttacker() {
        attacker.close();
        namespace.close();
    }
}
