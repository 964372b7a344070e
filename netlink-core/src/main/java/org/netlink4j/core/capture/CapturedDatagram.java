package org.netlink4j.core.capture;

import java.lang.foreign.MemorySegment;
import java.time.Instant;
import java.util.Objects;
import org.netlink4j.core.wire.MessageReader;

/** A datagram of a capture. Immutable. */
public final class CapturedDatagram {
    private final Instant time;
    private final Direction direction;
    private final int protocol;
    private final byte[] bytes;
    private final long length;

    CapturedDatagram(Instant time, Direction direction, int protocol, byte[] bytes, long length) {
        this.time = Objects.requireNonNull(time);
        this.direction = direction;
        this.protocol = protocol;
        this.bytes = bytes;
        this.length = length;
    }

    /** {@return when it was sent or received} */
    public Instant time() {
        return time;
    }

    /** {@return where it was on its way to} */
    public Direction direction() {
        return direction;
    }

    /** {@return the netlink protocol, 0 to 65535, for example 0 for {@code NETLINK_ROUTE}} */
    public int protocol() {
        return protocol;
    }

    /** {@return a copy of the bytes that the capture kept} */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** {@return how many bytes the datagram had; more than {@link #bytes} if the capture did not keep all} */
    public long length() {
        return length;
    }

    /** {@return a new reader before the first message, whose numbers are right if the capture has the byte order of this machine} */
    public MessageReader messages() {
        return new MessageReader().over(MemorySegment.ofArray(bytes).asReadOnly(), 0, bytes.length);
    }

    @Override
    public String toString() {
        return time + " " + direction + ", protocol " + protocol + ", " + length + " bytes";
    }
}
