/**
 * What stations and switches send one another: LLDP, ECP and VDP frames as values, both generations. All numbers are in network
 * byte order. Decoding and encoding again gives the same bytes: what a type does not fit is kept as {@link
 * org.netlink4j.lldpad.wire.OtherTlv}.
 *
 * {@snippet class="org.netlink4j.lldpad.examples.FrameExample" region="frame"}
 */
package org.netlink4j.lldpad.wire;
