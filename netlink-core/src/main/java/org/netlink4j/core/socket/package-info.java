/**
 * Netlink sockets and network namespaces.
 *
 * {@snippet file="org/netlink4j/core/examples/CapabilityExamples.java" region="socket"}
 */
package org.netlink4j.core.socket;
