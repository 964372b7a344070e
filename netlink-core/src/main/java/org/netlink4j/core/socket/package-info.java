/** Netlink sockets and network namespaces. */
package org.netlink4j.core.socket;
