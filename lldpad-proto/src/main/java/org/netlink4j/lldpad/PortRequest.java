package org.netlink4j.lldpad;

import java.util.Optional;
import java.util.stream.Stream;

/** What a switch is asked to do with a port profile: {@code PORT_REQUEST_*} of {@code linux/if_link.h}. */
public enum PortRequest {
    /** Check the profile and keep it in mind. */
    PREASSOCIATE(0, "pre-associate"),
    /** Check the profile and reserve what it needs. */
    PREASSOCIATE_RR(1, "pre-associate with resource reservation"),
    /** Put the profile in force. */
    ASSOCIATE(2, "associate"),
    /** Forget the profile. */
    DISASSOCIATE(3, "disassociate");

    private final int number;
    private final String words;

    PortRequest(int number, String words) {
        this.number = number;
        this.words = words;
    }

    /** {@return the kernel's number, 0 to 3} */
    public int number() {
        return number;
    }

    /** {@return the request in words} */
    public String words() {
        return words;
    }

    /**
     * Finds a request.
     *
     * @param number the kernel's number
     * @return empty if there is none of that number
     */
    public static Optional<PortRequest> of(int number) {
        return Stream.of(values()).filter(request -> request.number == number).findFirst();
    }
}
