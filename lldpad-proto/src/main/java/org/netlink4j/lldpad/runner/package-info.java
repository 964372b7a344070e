/**
 * An EVB station and an EVB bridge on a device: each is a machine of {@link org.netlink4j.lldpad.evb}, driven by a thread of its own
 * over a packet socket. They need {@code CAP_NET_RAW} in the network namespace of the device.
 *
 * {@snippet class="org.netlink4j.lldpad.examples.RunnerExample" region="runner"}
 */
package org.netlink4j.lldpad.runner;
