/**
 * What the tests of all modules share: random attributes of any table, properties that every codec has, the kernel's headers,
 * conditions for tests that need a kernel or a command, and commands run inside a namespace. Uses exported packages only.
 */
package org.netlink4j.testkit;
