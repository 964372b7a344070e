/** How values of all objects stand in JSON: not exported. */
package org.netlink4j.rtnetlink.json;
