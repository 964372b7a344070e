package org.netlink4j.macvtap.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;

/** Errors as JSON. */
final class Errors {
    private Errors() {}

    static Map<String, Object> describe(NetlinkException e) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("message", e.getMessage());
        switch (e) {
            case KernelException refusal -> {
                tree.put("request", refusal.request());
                errno(tree, refusal.errno());
                refusal.kernelMessage().ifPresent(words -> tree.put("kernel_message", words));
                refusal.attributePath().ifPresent(path -> tree.put("attribute", path));
            }
            case SystemCallException failure -> errno(tree, failure.errno());
            default -> {}
        }
        return tree;
    }

    private static void errno(Map<String, Object> tree, int errno) {
        tree.put("errno", errno);
        tree.put("errno_name", Errno.name(errno));
    }
}
