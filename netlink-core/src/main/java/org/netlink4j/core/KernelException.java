package org.netlink4j.core;

import java.util.Optional;

/** The kernel, or the peer in its place, refused a request with {@code NLMSG_ERROR}. */
public final class KernelException extends NetlinkException {
    private static final long serialVersionUID = 1;

    /** The request. */
    private final String request;

    /** The error number. */
    private final int errno;

    /** What the extended acknowledgement said, in words. */
    private final transient ExtendedAck extendedAck;

    /**
     * Makes one.
     *
     * @param request the name of the refused request, for example {@code "RTM_NEWLINK"}
     * @param errno the positive Linux error number
     * @param extendedAck what the extended acknowledgement said
     */
    public KernelException(String request, int errno, ExtendedAck extendedAck) {
        super(request + " refused: " + Errno.describe(errno) + extendedAck.inWords());
        this.request = request;
        this.errno = errno;
        this.extendedAck = extendedAck;
    }

    /**
     * The name of the refused request.
     *
     * @return for example {@code "RTM_NEWLINK"}
     */
    public String request() {
        return request;
    }

    /**
     * The error number.
     *
     * @return positive, as the kernel gave it
     */
    public int errno() {
        return errno;
    }

    /**
     * What the kernel said beyond the number.
     *
     * @return {@link ExtendedAck#NONE} if it said nothing, or after deserialisation
     */
    public ExtendedAck extendedAck() {
        return extendedAck == null ? ExtendedAck.NONE : extendedAck;
    }

    /**
     * The kernel's own words; {@code NLMSGERR_ATTR_MSG}, verbatim.
     *
     * @return empty if the kernel sent none
     */
    public Optional<String> kernelMessage() {
        return extendedAck().message();
    }

    /**
     * The attribute that the kernel objected to; {@code NLMSGERR_ATTR_OFFS} resolved against the request.
     *
     * @return for example {@code "IFLA_LINKINFO/IFLA_INFO_DATA/IFLA_MACVLAN_MODE"}; empty if the kernel named none
     */
    public Optional<String> attributePath() {
        return extendedAck().attributePath();
    }

    /**
     * What the kernel allows in that attribute; {@code NLMSGERR_ATTR_POLICY}.
     *
     * @return empty if the kernel did not say
     */
    public Optional<AttributePolicy> policy() {
        return extendedAck().policy();
    }
}
