/** A small JSON writer, for the command lines of this project. */
package org.netlink4j.core.json;
