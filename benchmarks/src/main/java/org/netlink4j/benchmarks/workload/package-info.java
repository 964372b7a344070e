/** What netlink4j does in the comparison with its peers: see {@code benchmarks/peers/README.md}. */
package org.netlink4j.benchmarks.workload;
