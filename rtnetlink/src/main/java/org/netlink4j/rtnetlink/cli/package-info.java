/** The {@code rtnl} command. */
package org.netlink4j.rtnetlink.cli;
