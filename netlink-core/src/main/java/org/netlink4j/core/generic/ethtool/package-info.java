/**
 * The generic netlink family ethtool ({@code linux/ethtool_netlink.h}): what drivers tell of their devices.
 *
 * {@snippet file="org/netlink4j/core/examples/EthtoolExample.java" region="example"}
 */
package org.netlink4j.core.generic.ethtool;
