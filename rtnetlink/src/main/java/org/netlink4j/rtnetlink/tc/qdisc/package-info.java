/**
 * Queueing disciplines and their classes: {@link org.netlink4j.rtnetlink.tc.qdisc.Qdisc} and
 * {@link org.netlink4j.rtnetlink.tc.qdisc.TrafficClass} are what the kernel says of them,
 * {@link org.netlink4j.rtnetlink.tc.qdisc.QdiscSpec} and {@link org.netlink4j.rtnetlink.tc.qdisc.TrafficClassSpec} what somebody wants of
 * them. {@link org.netlink4j.rtnetlink.tc.qdisc.Qdiscs} and {@link org.netlink4j.rtnetlink.tc.qdisc.TrafficClasses} ask and change; each
 * kind is a value over its attributes, and a kind that is not known is kept as it is.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/QdiscExample.java" region="qdisc"}
 */
package org.netlink4j.rtnetlink.tc.qdisc;
