/**
 * Hands tap queues to other processes: over a unix socket, to QEMU by its machine protocol, or to a child that inherits them. The
 * queue is one and the same then: what one process reads the other does not.
 *
 * {@snippet file="org/netlink4j/macvtap/examples/Handover.java" region="example"}
 */
package org.netlink4j.macvtap.handover;
