package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A {@link VmLab} for each test. */
abstract class InVmLab {
    VmLab lab;

    @BeforeEach
    final void openLab(@TempDir(factory = InMemory.class) Path directory) throws IOException {
        lab = new VmLab(directory);
    }

    @AfterEach
    final void closeLab() {
        lab.close();
    }
}
