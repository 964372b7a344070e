/** What the command lines of this project have in common. Exported to this project's modules only. */
package org.netlink4j.core.cli;
