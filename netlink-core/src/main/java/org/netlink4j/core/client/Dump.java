package org.netlink4j.core.client;

import java.util.List;

/**
 * A list of objects.
 *
 * @param <T> the objects
 * @param objects the objects in the kernel's order
 * @param interrupted whether the objects changed while they were listed, so that the list may lack some or show some twice
 */
public record Dump<T>(List<T> objects, boolean interrupted) {
    /** Copies the list. */
    public Dump {
        objects = List.copyOf(objects);
    }
}
