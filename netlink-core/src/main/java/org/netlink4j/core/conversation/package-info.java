/** What messages mean to the request that they answer: state machines without a socket or a clock of their own. */
package org.netlink4j.core.conversation;
