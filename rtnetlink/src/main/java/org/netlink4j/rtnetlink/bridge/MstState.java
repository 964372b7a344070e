package org.netlink4j.rtnetlink.bridge;

/**
 * The state of a port in one of multiple spanning trees.
 *
 * @param tree the spanning tree, u16; 0 is the common one
 * @param state u8: 0 disabled, 1 listening, 2 learning, 3 forwarding, 4 blocking
 */
public record MstState(int tree, int state) {}
