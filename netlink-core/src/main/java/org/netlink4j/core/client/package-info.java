/**
 * Clients: requests over a socket, answers as values or as views.
 *
 * {@snippet file="org/netlink4j/core/examples/ClientExample.java" region="example"}
 */
package org.netlink4j.core.client;
