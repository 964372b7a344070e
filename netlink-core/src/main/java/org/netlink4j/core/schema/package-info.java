/**
 * Attribute tables and what they drive: decoding, encode checks, text, JSON and the attribute paths of error messages. A number
 * is written once, in a table.
 *
 * {@snippet file="org/netlink4j/core/examples/SchemaExample.java" region="example"}
 *
 * <p>What is encoded is checked against the table before it is sent: a number that does not fit its width, a payload longer than
 * {@link org.netlink4j.core.schema.AttributeSpec#atMost}, text where the table wants a number, a nest with the attributes of
 * another table, and an attribute that the table does not have are all {@link IllegalArgumentException}s. The kernel's own ranges
 * are not repeated here: it tells them itself when it refuses, see {@link org.netlink4j.core.KernelException#policy}.
 */
package org.netlink4j.core.schema;
