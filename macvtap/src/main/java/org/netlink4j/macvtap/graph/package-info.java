/** Pictures of what is there. Not exported. */
package org.netlink4j.macvtap.graph;
