package org.netlink4j.core.io;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.netlink4j.core.ffm.Constants.AF_UNIX;
import static org.netlink4j.core.ffm.Constants.SOCKADDR_UN;
import static org.netlink4j.core.ffm.Constants.SUN_PATH;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * {@code struct sockaddr_un}: u16 family, then a path that ends with a NUL, or NUL and an abstract name that ends with the address.
 *
 * @param name for messages
 * @param memory the structure
 * @param length how much of it counts, in bytes
 */
record UnixAddress(String name, MemorySegment memory, int length) {
    static UnixAddress ofFile(Arena arena, Path path) {
        return of(arena, path.toString(), path + "\0");
    }

    static UnixAddress ofAbstract(Arena arena, String name) {
        return of(arena, "@" + name, "\0" + name);
    }

    private static UnixAddress of(Arena arena, String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > SOCKADDR_UN - SUN_PATH) {
            throw new IllegalArgumentException("the path or name of a unix socket has at most 107 bytes: " + name);
        }
        MemorySegment address = arena.allocate(SOCKADDR_UN, 2);
        address.set(JAVA_SHORT, 0, (short) AF_UNIX);
        MemorySegment.copy(bytes, 0, address, JAVA_BYTE, SUN_PATH, bytes.length);
        return new UnixAddress(name, address, (int) SUN_PATH + bytes.length);
    }

    @Override
    public String toString() {
        return name;
    }
}
