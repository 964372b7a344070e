/**
 * Addresses of devices: {@link org.netlink4j.rtnetlink.address.Address} is what the kernel says of one,
 * {@link org.netlink4j.rtnetlink.address.AddressSpec} what somebody wants of one, and
 * {@link org.netlink4j.rtnetlink.address.Addresses} asks and changes.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/ObjectsExample.java" region="address"}
 */
package org.netlink4j.rtnetlink.address;
