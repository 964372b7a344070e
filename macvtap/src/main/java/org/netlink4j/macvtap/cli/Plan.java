package org.netlink4j.macvtap.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.cli.Command;
import org.netlink4j.core.cli.Program;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.macvtap.io.MacvtapBuild;
import org.netlink4j.macvtap.libvirt.LibvirtDomain;
import org.netlink4j.macvtap.vm.DirectInterfaceSpec;
import org.netlink4j.macvtap.vm.InterfacePlan;

/** {@code macvtapctl plan}. */
final class Plan implements Command {
    private static final String OPERATION = "--vm-op";
    private static final String INDEX = "--index";
    private static final String GROUP = "--group";
    private static final String BREAK = "\n         ";

    @Override
    public String help() {
        return """
                plan --xml FILE --vm-op OP [--index NAME=NUMBER,...] [--group NUMBER] [--json]

                  prints what would be done for a libvirt domain's direct interfaces, or for one interface, step by step, with
                  every netlink message; opens no socket and creates nothing

                  --xml      libvirt's XML
                  --vm-op    create, save, restore, destroy, migrate-out, migrate-in-start, migrate-in-finish or no-op
                  --index    the indexes of devices, since the system is not looked at (default: numbers that are assumed)
                  --group    the link group of the new device (default: 1, where a random one would be)
                """;
    }

    @Override
    public Set<String> options() {
        return Set.of(XmlFile.OPTION, OPERATION, INDEX, GROUP);
    }

    @Override
    public int run(Arguments arguments, PrintStream out) throws IOException {
        arguments.noOperands();
        Path file = XmlFile.of(arguments);
        VmOperation operation = operation(
                arguments.value(OPERATION).orElseThrow(() -> new IllegalArgumentException("want " + OPERATION + " OP")));
        InterfacePlan.Given given = new InterfacePlan.Given(
                indexes(arguments.value(INDEX).orElse("")), XmlFile.number(GROUP, arguments.value(GROUP).orElse("1")));
        MacvtapBuild.require();
        LibvirtDomain domain = LibvirtDomain.read(file);
        List<InterfacePlan> plans = new ArrayList<>();
        for (DirectInterfaceSpec spec : domain.interfaces()) {
            plans.add(InterfacePlan.of(spec, operation, given));
        }
        if (arguments.has(JSON)) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("operation", operation.words());
            tree.put("interfaces", plans.stream().map(Plan::tree).toList());
            tree.put("remarks", domain.remarks());
            Command.printJson(out, tree);
        } else {
            for (int i = 0; i < plans.size(); i++) {
                print(out, i, operation, plans.get(i));
            }
            domain.remarks().forEach(remark -> out.println("# " + remark));
        }
        return Program.DONE;
    }

    private static VmOperation operation(String word) {
        return Stream.of(VmOperation.values())
                .filter(operation -> word(operation).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation (want one of "
                        + Stream.of(VmOperation.values()).map(Plan::word).collect(Collectors.joining(", ")) + "): " + word));
    }

    private static String word(VmOperation operation) {
        return operation.words().replace(' ', '-');
    }

    private static Map<String, Integer> indexes(String text) {
        Map<String, Integer> indexes = new HashMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split(",")) {
            int sign = pair.lastIndexOf('=');
            int index = sign < 0 ? 0 : XmlFile.number(INDEX, pair.substring(sign + 1));
            if (index == 0 || indexes.put(pair.substring(0, sign), index) != null) {
                throw new IllegalArgumentException(INDEX + " wants NAME=NUMBER,...: " + text);
            }
        }
        return indexes;
    }

    private static Map<String, Object> tree(InterfacePlan plan) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("steps", plan.steps().stream().map(Plan::tree).toList());
        tree.put("assumptions", plan.assumptions());
        return tree;
    }

    private static Map<String, Object> tree(InterfacePlan.Step step) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("step", step.step().name().toLowerCase(Locale.ROOT));
        tree.put("words", step.step().words());
        tree.put("details", step.details());
        tree.put("messages", step.messages().stream().map(Plan::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(InterfacePlan.Message message) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("to", message.receiver().name().toLowerCase(Locale.ROOT));
        tree.put("message", message.values());
        tree.put("hex", message.bytes().toString());
        return tree;
    }

    private static void print(PrintStream out, int number, VmOperation operation, InterfacePlan plan) {
        out.println("interface " + number + ", " + operation.words() + (plan.steps().isEmpty() ? ": nothing to do" : ""));
        int count = 0;
        for (InterfacePlan.Step step : plan.steps()) {
            out.println("  " + ++count + ". " + step.step().words());
            step.details().forEach(detail -> out.println("     " + detail));
            for (InterfacePlan.Message message : step.messages()) {
                out.println("     to " + message.receiver().words() + ":");
                out.print("       " + message.text().strip().replace("\n", BREAK) + System.lineSeparator());
                out.println("       " + message.bytes());
            }
        }
        plan.assumptions().forEach(assumption -> out.println("  assumed: " + assumption));
    }
}
