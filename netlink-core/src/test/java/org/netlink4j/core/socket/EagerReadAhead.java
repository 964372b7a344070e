package org.netlink4j.core.socket;

/** Reads ahead after datagrams of any size: those of tests are small. */
public final class EagerReadAhead {
    private EagerReadAhead() {}

    public static ReadAheadTransport over(DatagramTransport transport) {
        return new ReadAheadTransport(transport, 1);
    }
}
