/** Descriptors that carry Ethernet frames: packet sockets, and tap queues on top of them. Not exported. */
package org.netlink4j.core.io;
