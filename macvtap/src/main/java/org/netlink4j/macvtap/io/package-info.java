/** A virtual cable to try devices on, and whether there can be devices at all. Not exported. */
package org.netlink4j.macvtap.io;
