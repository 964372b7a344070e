/**
 * The bytes of netlink: cursors that read and write messages and attributes in a {@link java.lang.foreign.MemorySegment}. They
 * open no socket, know no protocol and allocate nothing.
 *
 * {@snippet file="org/netlink4j/core/examples/WireExample.java" region="example"}
 */
package org.netlink4j.core.wire;
