/** lldpad's control socket, which {@code lldptool} and {@code vdptool} talk to. */
package org.netlink4j.lldpad.control;
