package org.netlink4j.macvtap;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.ffm.Libc;

/** The ioctls of a tap queue. One thread at a time. */
final class TapControl {
    /** {@code struct ifreq} of {@code linux/if.h}: size in bytes; the name comes first. */
    private static final int IFREQ = 40;

    private static final int IFR_FLAGS = 16;

    private final int fd;
    private final Libc libc;
    private final MemorySegment ifreq;
    private final MemorySegment number;

    /** What {@code TUNGETIFF} tells. */
    record State(String device, int flags) {}

    TapControl(Arena arena, int fd) {
        this.fd = fd;
        libc = new Libc(arena);
        ifreq = arena.allocate(IFREQ, 8);
        number = arena.allocate(JAVA_INT);
    }

    State state() throws SystemCallException {
        call("TUNGETIFF", TapIoctls.TUNGETIFF, ifreq);
        return new State(ifreq.getString(0), flagsInIfreq());
    }

    private int flagsInIfreq() {
        return Short.toUnsignedInt(ifreq.get(JAVA_SHORT, IFR_FLAGS));
    }

    /** Changes some flags and leaves the others; the kernel refuses a queue without {@code IFF_TAP} and {@code IFF_NO_PI}. */
    void setFlags(int mask, int flags) throws SystemCallException {
        int before = state().flags();
        int after = before & ~mask | flags & mask;
        if (after != before) {
            ifreq.set(JAVA_SHORT, IFR_FLAGS, (short) after);
            call("TUNSETIFF", TapIoctls.TUNSETIFF, ifreq);
        }
    }

    /** With {@link Tun#IFF_ATTACH_QUEUE} or {@link Tun#IFF_DETACH_QUEUE}. */
    void setQueue(int flag) throws SystemCallException {
        ifreq.set(JAVA_SHORT, IFR_FLAGS, (short) flag);
        call("TUNSETQUEUE", TapIoctls.TUNSETQUEUE, ifreq);
    }

    int features() throws SystemCallException {
        return get("TUNGETFEATURES", TapIoctls.TUNGETFEATURES);
    }

    int vnetHeaderSize() throws SystemCallException {
        return get("TUNGETVNETHDRSZ", TapIoctls.TUNGETVNETHDRSZ);
    }

    void setVnetHeaderSize(int bytes) throws SystemCallException {
        set("TUNSETVNETHDRSZ", TapIoctls.TUNSETVNETHDRSZ, bytes);
    }

    void setSendBuffer(int bytes) throws SystemCallException {
        set("TUNSETSNDBUF", TapIoctls.TUNSETSNDBUF, bytes);
    }

    void setOffload(int flags) throws SystemCallException {
        call("TUNSETOFFLOAD", TapIoctls.TUNSETOFFLOAD, MemorySegment.ofAddress(flags));
    }

    private int get(String name, long request) throws SystemCallException {
        call(name, request, number);
        return number.get(JAVA_INT, 0);
    }

    private void set(String name, long request, int value) throws SystemCallException {
        number.set(JAVA_INT, 0, value);
        call(name, request, number);
    }

    private void call(String name, long request, MemorySegment argument) throws SystemCallException {
        int result = libc.ioctl(fd, request, argument);
        if (result < 0) {
            throw new SystemCallException(name, -result);
        }
    }
}
