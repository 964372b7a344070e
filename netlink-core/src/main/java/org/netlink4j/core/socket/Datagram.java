package org.netlink4j.core.socket;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.netlink4j.core.TruncatedException;
import org.netlink4j.core.ffm.Libc;

/** One received datagram with what the socket says of it. Reused from one receive to the next; for one thread at a time. */
public final class Datagram {
    private final Arena arena;
    private final Libc libc;
    private MemorySegment memory;
    private long length;
    private int senderPort;
    private int groups;
    private int group;
    private int nsid;
    private boolean hasNsid;

    /**
     * An empty datagram with room.
     *
     * @param arena owns the memory
     * @param capacity the room in bytes
     */
    public Datagram(Arena arena, long capacity) {
        this.arena = arena;
        libc = new Libc(arena);
        memory = arena.allocate(capacity, 8);
    }

    /** {@return by whose calls to receive: the arena cannot be closed during them} */
    Libc libc() {
        return libc;
    }

    /** {@return the memory; the datagram is its first {@link #length} bytes} */
    public MemorySegment memory() {
        return memory;
    }

    /** {@return the number of bytes received} */
    public long length() {
        return length;
    }

    /** {@return the port id of the sender as the kernel states it, the bits of an unsigned number; 0 is the kernel} */
    public int senderPort() {
        return senderPort;
    }

    /** {@return the multicast groups it was sent to, as a mask of the first 32; 0 if it was sent to this socket alone} */
    public int groups() {
        return groups;
    }

    /** {@return the multicast group it was sent to, from 1 on; 0 if to none, or without {@link SocketOptions#packetInfo}} */
    public int group() {
        return group;
    }

    /** {@return whether it was sent to a multicast group, so that it answers nobody} */
    public boolean isMulticast() {
        return groups != 0 || group != 0;
    }

    /** {@return whether {@link #nsid} counts: with {@link SocketOptions#allNamespaces}, if it came from another namespace} */
    public boolean hasNsid() {
        return hasNsid;
    }

    /** {@return the id, as this socket's namespace has it, of the namespace in which it was sent} */
    public int nsid() {
        return nsid;
    }

    /**
     * Says what was received; for transports, after they wrote the bytes into {@link #memory}.
     *
     * @param length the number of bytes
     * @param senderPort the port id of the sender
     * @param groups the multicast groups as a mask, or 0
     */
    public void received(long length, int senderPort, int groups) {
        if (length < 0 || length > memory.byteSize()) {
            throw new IllegalArgumentException(length + " bytes in " + memory.byteSize());
        }
        this.length = length;
        this.senderPort = senderPort;
        this.groups = groups;
        group = 0;
        nsid = 0;
        hasNsid = false;
    }

    /**
     * Says to which multicast group it was sent; for transports, after {@link #received}.
     *
     * @param group the group, from 1 on
     */
    public void sentTo(int group) {
        this.group = group;
    }

    /**
     * Says in which namespace it was sent; for transports, after {@link #received}.
     *
     * @param nsid the id of that namespace in the socket's own
     */
    public void sentIn(int nsid) {
        this.nsid = nsid;
        hasNsid = true;
    }

    /**
     * Says that a datagram did not fit, and makes room for the next one like it; for transports. The sender and the groups are
     * those of the lost one, so that the reader knows whether it matters.
     *
     * @param size its size in bytes
     * @param senderPort the port id of the sender
     * @param groups the multicast groups as a mask, or 0
     */
    public void truncated(long size, int senderPort, int groups) {
        if (size > memory.byteSize()) {
            memory = arena.allocate(Long.highestOneBit(size - 1) << 1, 8); // doubled: what is given up is kept until the arena ends
        }
        received(0, senderPort, groups);
    }

    /** Says what came, be it received or {@link #truncated}, which is an error. */
    void came(long size, int senderPort, int groups) throws TruncatedException {
        long room = memory.byteSize();
        if (size > room) {
            truncated(size, senderPort, groups);
            throw new TruncatedException("a datagram of " + size + " bytes came into " + room + " bytes of room; there is enough now");
        }
        received(size, senderPort, groups);
    }

    /** Becomes a copy of another; as if it had been received, if it has no room for that. */
    void copy(Datagram other) throws TruncatedException {
        came(other.length, other.senderPort, other.groups);
        MemorySegment.copy(other.memory, 0, memory, 0, other.length);
        group = other.group;
        nsid = other.nsid;
        hasNsid = other.hasNsid;
    }
}
