/**
 * The network interface of a virtual machine on a macvtap, from its creation to its removal or its migration to another host. The
 * operation on the machine decides what is done and what the switch is told.
 *
 * {@snippet file="org/netlink4j/macvtap/examples/Arguments.java" region="example"}
 */
package org.netlink4j.macvtap.vm;
