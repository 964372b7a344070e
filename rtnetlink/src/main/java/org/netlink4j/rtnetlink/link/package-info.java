/**
 * Links: network devices of all kinds.
 *
 * <p>A {@link org.netlink4j.rtnetlink.link.Link} is what the kernel says of a device, a
 * {@link org.netlink4j.rtnetlink.link.LinkSpec} is what somebody wants of one, and
 * {@link org.netlink4j.rtnetlink.link.Links} asks and changes. What only one kind of device has is in its
 * {@link org.netlink4j.rtnetlink.link.LinkKind}. All of them keep attributes that this library does not know.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/LinkExample.java" region="create"}
 */
package org.netlink4j.rtnetlink.link;
