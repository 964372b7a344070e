package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.macvtap.Jvm;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** A file system of 64 KiB runs full under a journal and a capture. */
@KernelTest
@NeedsCommand({"mount", "unshare"})
class FullDiskIT {
    @TempDir
    private Path directory;

    @Test
    void whatCannotBeWrittenIsSaidAndNothingHalfIsBelieved() {
        List<String> command = new ArrayList<>(List.of(
                "unshare", "--mount", "sh", "-c", "mount -t tmpfs -o size=64k small \"$0\" && exec \"$@\"", directory.toString()));
        command.addAll(Jvm.command(FullDisk.class.getName(), directory.toString()));
        String output = Commands.here().run(command.toArray(String[]::new));
        assertEquals(
                List.of(
                        "changed: No space left on device",
                        "new: No space left on device",
                        "kept: true []",
                        "capture: No space left on device",
                        "later: true"),
                output.lines().toList());
    }
}
