/** Descriptors that carry Ethernet frames. Not exported. */
package org.netlink4j.macvtap.io;
