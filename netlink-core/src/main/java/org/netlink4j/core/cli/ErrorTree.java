package org.netlink4j.core.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.SystemCallException;

/** Errors in words and as JSON. */
public final class ErrorTree {
    private ErrorTree() {}

    /**
     * An error in words.
     *
     * @param e the error
     * @return one line
     */
    public static String message(IOException e) {
        return e instanceof NoSuchFileException ? "no such file: " + e.getMessage() : String.valueOf(e.getMessage());
    }

    /**
     * An error as a tree for {@link Command#printJson}.
     *
     * @param e the error
     * @return its parts by name
     */
    public static Map<String, Object> of(IOException e) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("message", message(e));
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
