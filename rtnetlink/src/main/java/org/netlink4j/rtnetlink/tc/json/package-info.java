/** How values of traffic control stand in JSON: not exported. */
package org.netlink4j.rtnetlink.tc.json;
