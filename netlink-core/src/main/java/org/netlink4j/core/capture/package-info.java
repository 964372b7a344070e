/**
 * Captures: what a client sends and receives, as a pcap file with {@code LINKTYPE_NETLINK}, written and read back.
 *
 * {@snippet file="org/netlink4j/core/examples/CaptureExample.java" region="example"}
 */
package org.netlink4j.core.capture;
