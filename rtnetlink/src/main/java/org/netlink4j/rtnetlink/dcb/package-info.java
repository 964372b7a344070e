/**
 * Data centre bridging: {@link org.netlink4j.rtnetlink.dcb.IeeeObjects} are the objects of IEEE 802.1Qaz of a device, and
 * {@link org.netlink4j.rtnetlink.dcb.DataCentreBridging} asks for them and changes them. Objects of CEE are attributes only.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/ObjectsExample.java" region="dcb"}
 */
package org.netlink4j.rtnetlink.dcb;
