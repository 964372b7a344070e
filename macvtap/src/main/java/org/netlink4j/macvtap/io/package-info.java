/** A virtual cable to try devices on. Not exported. */
package org.netlink4j.macvtap.io;
