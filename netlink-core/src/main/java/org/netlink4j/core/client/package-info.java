/**
 * Clients: requests over a socket, answers as values or as views.
 *
 * {@snippet file="org/netlink4j/core/examples/ClientExample.java" region="example"}
 *
 * <p>{@link org.netlink4j.core.client.NetlinkClient} serves one caller at a time and is the fastest;
 * {@link org.netlink4j.core.client.SharedNetlinkClient} serves many at once:
 *
 * {@snippet file="org/netlink4j/core/examples/CapabilityExamples.java" region="shared"}
 *
 * <p>Both send batches:
 *
 * {@snippet file="org/netlink4j/core/examples/CapabilityExamples.java" region="batch"}
 *
 * <p>and list with a policy for objects that change meanwhile:
 *
 * {@snippet file="org/netlink4j/core/examples/CapabilityExamples.java" region="dump"}
 *
 * <p>{@link org.netlink4j.core.client.EventStream} hears of changes:
 *
 * {@snippet file="org/netlink4j/core/examples/CapabilityExamples.java" region="events"}
 *
 * <p>and {@link org.netlink4j.core.client.Watch} keeps a table of objects true, even when notifications are lost:
 *
 * {@snippet file="org/netlink4j/core/examples/CapabilityExamples.java" region="watched"}
 *
 * {@snippet file="org/netlink4j/core/examples/CapabilityExamples.java" region="watch"}
 *
 * <p>A table whose order matters, and which the kernel changes without a word, can be watched too:
 *
 * {@snippet file="org/netlink4j/core/examples/WatchExample.java" region="ordered"}
 */
package org.netlink4j.core.client;
