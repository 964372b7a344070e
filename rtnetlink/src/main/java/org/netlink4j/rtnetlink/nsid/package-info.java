/**
 * The ids that a network namespace has for others: {@link org.netlink4j.rtnetlink.nsid.NamespaceId} is one of them, and
 * {@link org.netlink4j.rtnetlink.nsid.NamespaceIds} asks for them and gives them. Events and links of other namespaces come with such
 * an id.
 *
 * {@snippet file="org/netlink4j/rtnetlink/examples/ObjectsExample.java" region="nsid"}
 */
package org.netlink4j.rtnetlink.nsid;
