/**
 * Attribute tables and what they drive: decoding, encode checks, text, JSON and the attribute paths of error messages. A number
 * is written once, in a table.
 */
package org.netlink4j.core.schema;
