package org.netlink4j.macvtap.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.cli.Command;
import org.netlink4j.core.cli.Program;
import org.netlink4j.macvtap.io.MacvtapBuild;
import org.netlink4j.macvtap.libvirt.LibvirtDomain;
import org.netlink4j.macvtap.vm.DirectInterfaceSpec;
import org.netlink4j.macvtap.vm.QemuArguments;

/** {@code macvtapctl native}. */
final class Native implements Command {
    private static final String FIRST_DESCRIPTOR = "--first-descriptor";

    /** The first after the standard streams. */
    private static final String DEFAULT_DESCRIPTOR = "3";

    @Override
    public String help() {
        return """
                native --xml FILE [--first-descriptor NUMBER] [--json]

                  prints the arguments by which QEMU takes the direct interfaces of a libvirt domain, or of one interface;
                  opens no socket and creates nothing

                  --xml                 libvirt's XML
                  --first-descriptor    the number that QEMU will have for the first tap queue; the others follow (default: 3)
                """;
    }

    @Override
    public Set<String> options() {
        return Set.of(XmlFile.OPTION, FIRST_DESCRIPTOR);
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws IOException {
        arguments.noOperands();
        Path file = XmlFile.of(arguments);
        int descriptor = XmlFile.number(FIRST_DESCRIPTOR, arguments.value(FIRST_DESCRIPTOR).orElse(DEFAULT_DESCRIPTOR));
        MacvtapBuild.require();
        LibvirtDomain domain = LibvirtDomain.read(file);
        List<String> words = new ArrayList<>();
        for (DirectInterfaceSpec spec : domain.interfaces()) {
            int queues = spec.taps().queues();
            List<Integer> descriptors = IntStream.range(descriptor, descriptor + queues).boxed().toList();
            words.addAll(new QemuArguments(words.size() / 4, spec, descriptors).words());
            descriptor += queues;
        }
        if (arguments.has(JSON)) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("arguments", words);
            tree.put("remarks", domain.remarks());
            Command.printJson(out, tree);
        } else {
            for (int i = 0; i < words.size(); i += 2) {
                out.println(words.get(i) + " " + words.get(i + 1));
            }
            domain.remarks().forEach(remark -> out.println("# " + remark));
        }
        return Program.DONE;
    }
}
