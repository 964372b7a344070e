package org.netlink4j.macvtap.vm;

import static org.netlink4j.macvtap.vm.FileJournalTest.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.netlink4j.core.capture.Direction;
import org.netlink4j.core.capture.PcapWriter;
import org.netlink4j.macvtap.vm.InterfaceState.Phase;

/** A program that writes to a small file system until it is full, and says what it believes afterwards. */
final class FullDisk {
    private static final int LARGE = 200_000;

    private FullDisk() {}

    private interface Writing {
        void write() throws IOException;
    }

    private static String failure(Writing writing) {
        try {
            writing.write();
            return "done";
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path disk = Path.of(arguments[0]);
        Path ballast = disk.resolve("ballast");
        try (FileJournal journal = FileJournal.open(disk.resolve("journal"))) {
            journal.save(state(1));
            failure(() -> Files.write(ballast, new byte[LARGE]));
            System.out.println("changed: " + failure(() -> journal.save(state(1).phase(Phase.READY))));
            System.out.println("new: " + failure(() -> journal.saveAll(List.of(state(2), state(3)))));
            FileJournal.Contents left = journal.read();
            System.out.println("kept: " + left.states().equals(List.of(state(1))) + " " + left.damaged());
            System.out.println("capture: " + failure(() -> capture(disk.resolve("file.pcap"))));
            Files.delete(ballast);
            journal.save(state(2));
            System.out.println("later: " + journal.read().states().equals(List.of(state(1), state(2))));
        }
    }

    private static void capture(Path file) throws IOException {
        try (PcapWriter writer = PcapWriter.create(file)) {
            writer.write(Instant.now(), Direction.TO_KERNEL, 0, new byte[LARGE]);
        }
    }
}
