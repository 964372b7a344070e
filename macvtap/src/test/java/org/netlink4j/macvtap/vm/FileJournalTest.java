package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.core.MacAddress;
import org.netlink4j.macvtap.vm.InterfaceState.Device;
import org.netlink4j.macvtap.vm.InterfaceState.Lower;
import org.netlink4j.macvtap.vm.InterfaceState.Phase;
import org.netlink4j.macvtap.vm.InterfaceState.Place;
import org.netlink4j.macvtap.vm.InterfaceState.Vsi;

class FileJournalTest {
    @TempDir
    private Path directory;

    static InterfaceState state(long id) {
        return new InterfaceState(
                new UUID(0, id),
                Phase.CREATING,
                new Place("boot", 1),
                new Device("macvtap0", 7, 1, new MacAddress(2)),
                new Lower("eth0", 3, new MacAddress(0), false, false, false, LentFunction.None.NONE),
                Vsi.NONE,
                ProfilePort.None.NONE);
    }

    private Path path() {
        return directory.resolve("a").resolve("journal");
    }

    @Test
    void savesReplacesAndRemoves() throws Exception {
        try (FileJournal journal = FileJournal.open(path())) {
            journal.save(state(1));
            journal.save(state(2));
            journal.save(state(1).phase(Phase.READY));
            assertEquals(List.of(state(1).phase(Phase.READY), state(2)), journal.read().states());
            journal.remove(new UUID(0, 1));
            journal.remove(new UUID(0, 1));
            assertEquals(List.of(state(2)), journal.read().states());
        }
        try (FileJournal again = FileJournal.open(path())) {
            assertEquals(List.of(state(2)), again.read().states());
        }
    }

    @Test
    void onlyTheOwnerCanReadIt() throws Exception {
        try (FileJournal journal = FileJournal.open(path())) {
            journal.save(state(1));
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path())));
            for (String file : List.of("lock", new UUID(0, 1) + ".interface")) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path().resolve(file))));
            }
        }
    }

    @Test
    void onlyOneHasIt() throws Exception {
        try (FileJournal journal = FileJournal.open(path())) {
            journal.save(state(1));
            IOException e = assertThrows(IOException.class, () -> FileJournal.open(path()));
            assertEquals("the journal " + path() + " is in use", e.getMessage());
        }
        FileJournal.open(path()).close();
    }

    @Test
    void unfinishedFilesAreClearedAwayAndDamagedOnesReported() throws Exception {
        try (FileJournal journal = FileJournal.open(path())) {
            journal.save(state(1));
            Path unfinished = Files.writeString(path().resolve(new UUID(0, 2) + ".unfinished"), "macvtap inter");
            Path damaged = Files.writeString(path().resolve(new UUID(0, 3) + ".interface"), "macvtap inter");
            FileJournal.Contents contents = journal.read();
            assertEquals(List.of(state(1)), contents.states());
            assertEquals(List.of(damaged), contents.damaged().stream().map(FileJournal.Damaged::file).toList());
            assertTrue(Files.notExists(unfinished));
        }
    }

    @Test
    void saveThatFailsLeavesTheOldState() throws Exception {
        try (FileJournal journal = FileJournal.open(path())) {
            journal.save(state(1));
            Files.createDirectory(path().resolve(new UUID(0, 1) + ".unfinished")); // which cannot be opened for writing
            assertThrows(IOException.class, () -> journal.save(state(1).phase(Phase.READY)));
            assertEquals(List.of(state(1)), journal.read().states());
        }
    }
}
