/**
 * Reads the direct interfaces of libvirt's domain XML. Reading opens no other file and creates nothing.
 *
 * {@snippet file="org/netlink4j/macvtap/examples/Arguments.java" region="example"}
 */
package org.netlink4j.macvtap.libvirt;
