package org.netlink4j.rtnetlink.topology;

/** A command of iproute2 that takes batches. */
enum Tool {
    IP("ip"),

    /** What does not say its address family by itself. */
    IP6("ip -6"),
    TC("tc"),
    BRIDGE("bridge");

    private final String command;

    Tool(String command) {
        this.command = command;
    }

    String command() {
        return command;
    }
}
