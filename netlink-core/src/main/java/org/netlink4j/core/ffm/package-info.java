/** The C library. Not exported: nothing else in the project calls native code. */
package org.netlink4j.core.ffm;
