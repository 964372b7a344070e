/**
 * Settings of IPv4, IPv6 and MPLS for each device: {@link org.netlink4j.rtnetlink.netconf.Netconf} is what the kernel says of one
 * device, {@link org.netlink4j.rtnetlink.netconf.Netconfs} asks. They are changed in {@code /proc/sys/net}, not by messages.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/ObjectsExample.java" region="netconf"}
 */
package org.netlink4j.rtnetlink.netconf;
