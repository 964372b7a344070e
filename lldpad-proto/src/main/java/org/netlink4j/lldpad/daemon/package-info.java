/** A lldpad of one's own in a network namespace, for demonstrations and tests. Exported to this project's modules only. */
package org.netlink4j.lldpad.daemon;
