package org.netlink4j.rtnetlink.tc.filter;

import org.netlink4j.rtnetlink.tc.TcHandle;

/**
 * The handle of a filter u32: a hash table, a bucket of it and a place in the bucket.
 *
 * @param value the bits of a u32: 12 for the table, 8 for the bucket, 12 for the place
 */
public record U32Handle(int value) {
    private static final int TABLE_SHIFT = 20;
    private static final int BUCKET_SHIFT = 12;
    private static final int TABLE_MASK = 0xfff;
    private static final int BUCKET_MASK = 0xff;
    private static final int NODE_MASK = 0xfff;

    /**
     * A filter.
     *
     * @param table 12 bits; 0x800 and more are given by the kernel
     * @param bucket 8 bits
     * @param node the place, 12 bits; 0 for the bucket itself
     * @return the handle
     */
    public static U32Handle of(int table, int bucket, int node) {
        if ((table & ~TABLE_MASK | bucket & ~BUCKET_MASK | node & ~NODE_MASK) != 0) {
            throw new IllegalArgumentException(table + ":" + bucket + ":" + node + " have 12, 8 and 12 bits");
        }
        return new U32Handle(table << TABLE_SHIFT | bucket << BUCKET_SHIFT | node);
    }

    /**
     * A hash table.
     *
     * @param table 12 bits
     * @return the handle
     */
    public static U32Handle table(int table) {
        return of(table, 0, 0);
    }

    /** {@return the hash table, 12 bits} */
    public int table() {
        return value >>> TABLE_SHIFT & TABLE_MASK;
    }

    /** {@return the bucket, 8 bits} */
    public int bucket() {
        return value >>> BUCKET_SHIFT & BUCKET_MASK;
    }

    /** {@return the place in the bucket, 12 bits; 0 of a hash table} */
    public int node() {
        return value & NODE_MASK;
    }

    /** {@return the same as a handle of any kind} */
    public TcHandle handle() {
        return new TcHandle(value);
    }

    /** {@return the notation of {@code tc}: {@code "800:"} for a table, {@code "800:1:801"} for a filter} */
    @Override
    public String toString() {
        String bucket = bucket() == 0 ? "" : Integer.toHexString(bucket());
        return Integer.toHexString(table()) + ":"
                + (node() == 0 && bucket() == 0 ? "" : bucket + ":" + (node() == 0 ? "" : Integer.toHexString(node())));
    }
}
