package org.netlink4j.macvtap.vm;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A directory with a small file for each interface, which only its owner can read. A file is written anew beside the old one, put
 * on the disk and then takes its place, so there is always either the old state or the new one. One process at a time has it.
 */
final class FileJournal implements Journal, AutoCloseable {
    private static final String ENDING = ".interface";
    private static final String UNFINISHED = ".unfinished";
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path directory;
    private final FileChannel lock;

    private FileJournal(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** What is in a journal. */
    record Contents(List<InterfaceState> states, List<Damaged> damaged) {}

    /** A file that nobody understands. */
    record Damaged(Path file, IOException why) {}

    /** Takes a journal, or makes it; {@code IOException} if another process, or another part of this one, has it. */
    static FileJournal open(Path directory) throws IOException {
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        FileChannel lock = FileChannel.open(directory.resolve("lock"), Set.of(CREATE, WRITE), OWNER_ONLY);
        try {
            if (lock.tryLock() != null) {
                return new FileJournal(directory, lock);
            }
        } catch (OverlappingFileLockException _) {
            // in this process
        } catch (IOException e) {
            lock.close();
            throw e;
        }
        lock.close();
        throw new IOException("the journal " + directory + " is in use");
    }

    @Override
    public void save(InterfaceState state) throws IOException {
        saveAll(List.of(state));
    }

    @Override
    public void saveAll(List<InterfaceState> states) throws IOException {
        for (InterfaceState state : states) {
            replace(state);
        }
        syncDirectory();
    }

    private void replace(InterfaceState state) throws IOException {
        Path unfinished = directory.resolve(state.id() + UNFINISHED);
        try {
            try (FileChannel file = FileChannel.open(unfinished, Set.of(CREATE, TRUNCATE_EXISTING, WRITE), OWNER_ONLY)) {
                ByteBuffer text = StandardCharsets.UTF_8.encode(JournalText.encode(state));
                while (text.hasRemaining()) {
                    file.write(text);
                }
                file.force(true);
            }
            Files.move(unfinished, fileOf(state.id()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            discard(unfinished, e);
            throw e;
        }
    }

    private static void discard(Path unfinished, IOException because) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    private Path fileOf(UUID id) {
        return directory.resolve(id + ENDING);
    }

    /** That a file is there, or not any more, is on the disk only when its directory is. */
    private void syncDirectory() throws IOException {
        try (FileChannel itself = FileChannel.open(directory, READ)) {
            itself.force(true);
        }
    }

    @Override
    public void remove(UUID id) throws IOException {
        if (Files.deleteIfExists(fileOf(id))) {
            syncDirectory();
        }
    }

    /** Reads all, and clears away what a process left that was killed while it wrote. */
    Contents read() throws IOException {
        List<InterfaceState> states = new ArrayList<>();
        List<Damaged> damaged = new ArrayList<>();
        for (Path file : files(directory)) {
            String name = file.getFileName().toString();
            if (name.endsWith(UNFINISHED)) {
                Files.deleteIfExists(file);
            } else if (name.endsWith(ENDING)) {
                try {
                    states.add(JournalText.decode(Files.readString(file)));
                } catch (IOException e) {
                    damaged.add(new Damaged(file, e));
                }
            }
        }
        return new Contents(List.copyOf(states), List.copyOf(damaged));
    }

    /** Reads without having it and without changing anything. */
    static List<InterfaceState> look(Path directory) throws IOException {
        List<InterfaceState> states = new ArrayList<>();
        for (Path file : files(directory)) {
            if (file.getFileName().toString().endsWith(ENDING)) {
                try {
                    states.add(JournalText.decode(Files.readString(file)));
                } catch (IOException _) {
                    // it is damaged, or was removed meanwhile
                }
            }
        }
        return states;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException _) {
            // the kernel gives the lock back in any case
        }
    }
}
