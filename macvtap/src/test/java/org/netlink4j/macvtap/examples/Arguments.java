package org.netlink4j.macvtap.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.netlink4j.macvtap.libvirt.LibvirtDomain;
import org.netlink4j.macvtap.vm.QemuArguments;

/** Turns libvirt's XML into arguments of QEMU. */
final class Arguments {
    private Arguments() {}

    static List<String> ofFirstInterface(Path xml) throws IOException {
        // @start region="example"
        LibvirtDomain domain = LibvirtDomain.read(xml);
        return new QemuArguments(0, domain.interfaces().getFirst(), List.of(3)).words();
        // @end
    }
}
