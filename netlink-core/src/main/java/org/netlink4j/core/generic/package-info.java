/**
 * Generic netlink ({@code linux/genetlink.h}): the controller that knows all families, and clients for families of which only
 * the tables are given.
 *
 * {@snippet file="org/netlink4j/core/examples/GenericExample.java" region="controller"}
 *
 * <p>A family that this library has never heard of takes a table of its attributes, a table of its commands, and a client:
 *
 * {@snippet file="org/netlink4j/core/examples/GenericExample.java" region="family"}
 *
 * <p>Families come and go with kernel modules, and their ids with them:
 *
 * {@snippet file="org/netlink4j/core/examples/GenericExample.java" region="follow"}
 */
package org.netlink4j.core.generic;
