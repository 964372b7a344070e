/**
 * What everything else speaks of: the errors of netlink and the values that its messages carry.
 */
package org.netlink4j.core;
