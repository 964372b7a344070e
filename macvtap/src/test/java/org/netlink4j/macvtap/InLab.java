package org.netlink4j.macvtap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.netlink4j.core.NetlinkException;

/** A {@link Lab} for each test. */
abstract class InLab {
    Lab lab;

    @BeforeEach
    final void openLab() throws NetlinkException {
        lab = new Lab();
    }

    @AfterEach
    final void closeLab() {
        lab.close();
    }
}
