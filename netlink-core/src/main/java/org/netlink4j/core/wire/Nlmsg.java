package org.netlink4j.core.wire;

/** Constants of {@code struct nlmsghdr} in {@code linux/netlink.h}: message types, flags and sizes, all in host byte order. */
public final class Nlmsg {
    /** Message type: ignore. */
    public static final int NLMSG_NOOP = 1;

    /** Message type: error, or acknowledgement if the error is 0. */
    public static final int NLMSG_ERROR = 2;

    /** Message type: end of a multipart answer. */
    public static final int NLMSG_DONE = 3;

    /** Message type: data was lost. */
    public static final int NLMSG_OVERRUN = 4;

    /** The first message type that belongs to a protocol. */
    public static final int NLMSG_MIN_TYPE = 0x10;

    /** Flag: a request to the kernel. */
    public static final int NLM_F_REQUEST = 0x1;

    /** Flag: part of a multipart answer, which {@link #NLMSG_DONE} ends. */
    public static final int NLM_F_MULTI = 0x2;

    /** Flag of a request: acknowledge. */
    public static final int NLM_F_ACK = 0x4;

    /** Flag of a request: send the resulting notification to the requester too. */
    public static final int NLM_F_ECHO = 0x8;

    /** Flag of a dumped message: the objects changed during the dump. */
    public static final int NLM_F_DUMP_INTR = 0x10;

    /** Flag of a dumped message: the kernel applied the filter of the request. */
    public static final int NLM_F_DUMP_FILTERED = 0x20;

    /** Flag of a get request: the whole tree. */
    public static final int NLM_F_ROOT = 0x100;

    /** Flag of a get request: all that match. */
    public static final int NLM_F_MATCH = 0x200;

    /** Flags of a get request: a dump. */
    public static final int NLM_F_DUMP = NLM_F_ROOT | NLM_F_MATCH;

    /** Flag of a new request: replace an existing object. */
    public static final int NLM_F_REPLACE = 0x100;

    /** Flag of a new request: fail if the object exists. */
    public static final int NLM_F_EXCL = 0x200;

    /** Flag of a new request: create the object if it does not exist. */
    public static final int NLM_F_CREATE = 0x400;

    /** Flag of a new request: add to the end of the list. */
    public static final int NLM_F_APPEND = 0x800;

    /** Flag of a delete request: do not delete recursively. */
    public static final int NLM_F_NONREC = 0x100;

    /** Flag of a delete request: many objects at once. */
    public static final int NLM_F_BULK = 0x200;

    /** Flag of an acknowledgement: the request was echoed without its payload. */
    public static final int NLM_F_CAPPED = 0x100;

    /** Flag of an acknowledgement: extended acknowledgement attributes follow. */
    public static final int NLM_F_ACK_TLVS = 0x200;

    /** Size of {@code struct nlmsghdr} in bytes: u32 length, u16 type, u16 flags, u32 sequence, u32 port id. */
    public static final int NLMSG_HDRLEN = 16;

    /** Size of {@code struct nlmsgerr} without the echoed payload: s32 error and the request's header. */
    public static final int NLMSGERR_LEN = 20;

    /** Size of {@code struct nlattr} in bytes: u16 length, u16 type. */
    public static final int NLA_HDRLEN = 4;

    /** Flag in the type of an attribute: it is a nest. */
    public static final int NLA_F_NESTED = 0x8000;

    /** Flag in the type of an attribute: the payload is in network byte order. */
    public static final int NLA_F_NET_BYTEORDER = 0x4000;

    /** The bits of an attribute's type that are its number. */
    public static final int NLA_TYPE_MASK = 0x3fff;

    private Nlmsg() {}

    /**
     * Rounds up to the 4-byte boundary on which messages and attributes begin.
     *
     * @param length a length in bytes
     * @return the next multiple of 4
     */
    public static long align(long length) {
        return length + 3 & ~3L;
    }
}
