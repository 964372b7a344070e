/** The {@code macvtapctl} command. Not exported. */
package org.netlink4j.macvtap.cli;
