/**
 * For the tests of programs that use netlink: a kernel in memory, and recorded traffic that is played back. Neither needs Linux or
 * a capability, and both stand in the place of a socket under the real clients.
 *
 * {@snippet file="org/netlink4j/core/examples/FakeKernelExample.java" region="example"}
 */
package org.netlink4j.core.testing;
