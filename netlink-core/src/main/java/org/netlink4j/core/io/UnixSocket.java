package org.netlink4j.core.io;

import static org.netlink4j.core.ffm.Constants.AF_UNIX;
import static org.netlink4j.core.ffm.Constants.SOCK_CLOEXEC;
import static org.netlink4j.core.ffm.Constants.SOCK_DGRAM;
import static org.netlink4j.core.ffm.Constants.SOCK_NONBLOCK;

import java.lang.foreign.Arena;
import org.netlink4j.core.Errno;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.ffm.Libc;
import org.netlink4j.core.socket.NetworkNamespace;

/**
 * A unix datagram socket with an abstract name: the name belongs to the network namespace, one socket has it at a time, and the
 * kernel takes it back when the socket is closed or its process has ended. Needs no capability.
 */
public final class UnixSocket {
    private UnixSocket() {}

    /**
     * Opens a socket that is there only to have its name.
     *
     * @param namespace where the name is to be
     * @param name the name without the leading NUL, at most 107 bytes of UTF-8
     * @return the socket, to be closed
     * @throws NetlinkException if another socket has the name ({@code EADDRINUSE}), or the kernel does not give one
     */
    public static FrameFile bound(NetworkNamespace namespace, String name) throws NetlinkException {
        return namespace.call(() -> open(name, (libc, fd, arena) -> bind(libc, fd, arena, name)));
    }

    /**
     * Opens a socket that talks to one other; what others send is not received.
     *
     * @param namespace where the names are
     * @param name its own name without the leading NUL, at most 107 bytes of UTF-8
     * @param peer the other's
     * @return the socket, to be closed
     * @throws NetlinkException if another socket has the name ({@code EADDRINUSE}), nobody has the peer's ({@code ECONNREFUSED}),
     *     or the kernel does not give one
     */
    public static FrameFile connected(NetworkNamespace namespace, String name, String peer) throws NetlinkException {
        return namespace.call(() -> open(name, (libc, fd, arena) -> {
            bind(libc, fd, arena, name);
            UnixAddress address = UnixAddress.ofAbstract(arena, peer);
            check("connecting to " + address, libc.connect(fd, address.memory(), address.length()));
        }));
    }

    /**
     * Whether a socket has a name and receives.
     *
     * @param namespace where the name is
     * @param name the name without the leading NUL
     * @return whether there is one
     * @throws NetlinkException if the kernel does not say
     */
    public static boolean isThere(NetworkNamespace namespace, String name) throws NetlinkException {
        return namespace.call(() -> {
            try (Arena arena = Arena.ofConfined()) {
                Libc libc = new Libc(arena);
                int fd = libc.socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
                check("socket(AF_UNIX, SOCK_DGRAM)", fd);
                UnixAddress address = UnixAddress.ofAbstract(arena, name);
                int result = libc.connect(fd, address.memory(), address.length());
                libc.close(fd);
                if (result != -Errno.ECONNREFUSED) {
                    check("connecting to the unix socket @" + name, result);
                }
                return result >= 0;
            }
        });
    }

    /** What is done with a socket. */
    private interface Preparation {
        void prepare(Libc libc, int fd, Arena arena) throws SystemCallException;
    }

    private static FrameFile open(String name, Preparation preparation) throws SystemCallException {
        try (Arena arena = Arena.ofConfined()) {
            Libc libc = new Libc(arena);
            int fd = libc.socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
            check("socket(AF_UNIX, SOCK_DGRAM)", fd);
            try {
                preparation.prepare(libc, fd, arena);
            } catch (SystemCallException e) {
                libc.close(fd);
                throw e;
            }
            return new FrameFile("the unix socket @" + name, fd);
        }
    }

    private static void bind(Libc libc, int fd, Arena arena, String name) throws SystemCallException {
        UnixAddress address = UnixAddress.ofAbstract(arena, name);
        check("binding a unix socket to " + address, libc.bind(fd, address.memory(), address.length()));
    }

    private static void check(String what, int result) throws SystemCallException {
        if (result < 0) {
            throw new SystemCallException(what, -result);
        }
    }
}
