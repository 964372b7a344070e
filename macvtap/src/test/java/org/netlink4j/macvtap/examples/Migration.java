package org.netlink4j.macvtap.examples;

import java.io.IOException;
import java.util.Collection;
import org.netlink4j.macvtap.vm.DirectInterfaceSpec;
import org.netlink4j.macvtap.vm.DirectInterfaces;
import org.netlink4j.macvtap.vm.MigrationSource;
import org.netlink4j.macvtap.vm.MigrationTarget;

/** Moves the interfaces of a machine from one host to another. */
public final class Migration {
    private Migration() {}

    /** Both hosts in one method, where in truth a connection is between them. */
    public static void move(DirectInterfaces source, DirectInterfaces target, Collection<DirectInterfaceSpec> specs)
            throws IOException {
        // @start region="example"
        MigrationSource leaving = new MigrationSource(source.interfaces());
        try (MigrationTarget coming = MigrationTarget.prepare(target, specs)) { // the switch pre-associates
            leaving.pause(); // the machine stops at the source
            coming.finish(); // the switch associates
            coming.start(); // the machine runs at the target
            leaving.confirm(); // the switch de-associates at the source
        }
        // @end
    }
}
