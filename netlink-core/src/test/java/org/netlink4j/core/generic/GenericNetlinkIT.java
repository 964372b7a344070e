package org.netlink4j.core.generic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.netlink4j.core.AttributePolicy;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.core.client.SharedNetlinkClient;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.NlAttrType;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.RootTest;

/** The controller of the real kernel, compared with what the program genl of iproute2 says of it. */
@KernelTest
@Timeout(60)
class GenericNetlinkIT {
    private NetworkNamespace namespace;
    private GenericNetlink generic;

    @BeforeEach
    void open() throws Exception {
        namespace = NetworkNamespace.createAnonymous();
        generic = GenericNetlink.open(namespace);
    }

    @AfterEach
    void close() {
        generic.close();
        namespace.close();
    }

    private String genl(String... arguments) {
        List<String> command = new ArrayList<>(List.of("genl", "ctrl"));
        command.addAll(List.of(arguments));
        return Commands.inside(namespace.path().toString()).run(command.toArray(String[]::new));
    }

    /** The lines without blanks, and without genl's words for flags that it shows as a number too. */
    private static List<String> words(String text) {
        return text.lines().map(line -> line.strip().replaceAll("\\s+", " ")).filter(line -> !line.isEmpty()
                && !line.startsWith("can ") && !line.startsWith("requires ")).toList();
    }

    private static String inGenlsWords(Family family) {
        StringBuilder out = new StringBuilder();
        out.append("Name: ").append(family.name()).append('\n');
        out.append(String.format("ID: 0x%x Version: 0x%x header size: %d max attribs: %d%n",
                family.id(), family.version(), family.headerSize(), family.maximumAttribute()));
        if (!family.operations().isEmpty()) {
            out.append("commands supported:\n");
        }
        int number = 1;
        for (Operation operation : family.operations()) {
            out.append(String.format("#%d: ID-0x%x%n", number++, operation.command()));
            if (family.version() >= 2) { // genl takes the family's version for the controller's
                out.append(String.format("Capabilities (0x%x):%n", operation.flags()));
            }
        }
        if (!family.groups().isEmpty()) {
            out.append("multicast groups:\n");
        }
        number = 1;
        for (MulticastGroup group : family.groups()) {
            out.append(String.format("#%d: ID-0x%x name: %s%n", number++, group.id(), group.name()));
        }
        return out.toString();
    }

    @Test
    @NeedsCommand("genl")
    void listsFamiliesAsGenlDoes() throws Exception {
        StringBuilder ours = new StringBuilder();
        generic.families().forEach(family -> ours.append(inGenlsWords(family)));
        assertEquals(words(genl("list")), words(ours.toString()));
    }

    @Test
    void findsTheControllerItself() throws Exception {
        Family controller = generic.resolve("nlctrl");
        assertEquals(Genl.GENL_ID_CTRL, controller.id());
        Operation getFamily = controller.operation(Ctrl.CTRL_CMD_GETFAMILY).orElseThrow();
        assertTrue(getFamily.canDo() && getFamily.canDump() && getFamily.hasPolicy());
        assertFalse(getFamily.needsAdmin() || getFamily.needsNamespaceAdmin());
        assertEquals(Optional.empty(), controller.operation(200));
        assertTrue(controller.group("notify").orElseThrow().id() > 0);
        assertEquals(Optional.empty(), controller.group("no such group"));
        assertEquals("CTRL_CMD_NEWFAMILY", generic
                .client(Ctrl.FAMILY)
                .get(
                        Ctrl.CTRL_CMD_GETFAMILY,
                        Attributes.none(Ctrl.ATTRIBUTES).with(Ctrl.CTRL_ATTR_FAMILY_ID, Genl.GENL_ID_CTRL))
                .command()
                .name());
    }

    @Test
    void anAbsentFamilyIsNotSupported() {
        NotSupportedException absent = assertThrows(NotSupportedException.class, () -> generic.resolve("nosuchfamily"));
        assertTrue(absent.getMessage().contains("\"nosuchfamily\""), absent.getMessage());
        assertEquals(Errno.ENOENT, assertThrows(KernelException.class, () -> generic.policy("nosuchfamily")).errno());
    }

    private static String inGenlsWords(int id, FamilyPolicy policy) {
        StringBuilder out = new StringBuilder();
        policy.operations().forEach((command, operation) -> {
            out.append(String.format("ID: 0x%x op %d policies:", id, command));
            operation.doIndex().ifPresent(index -> out.append(" do=").append(index));
            operation.dumpIndex().ifPresent(index -> out.append(" dump=").append(index));
            out.append('\n');
        });
        policy.policies().forEach((index, entries) -> entries.forEach((number, entry) -> {
            out.append(String.format("ID: 0x%x policy[%d]:attr[%d]: type=%s", id, index, number, typeName(entry)));
            if (entry.minimum().isPresent()) {
                out.append(" range:[").append(Long.toUnsignedString(entry.minimum().getAsLong())).append(',')
                        .append(Long.toUnsignedString(entry.maximum().getAsLong())).append(']');
            }
            entry.minimumLength().ifPresent(length -> out.append(" min len:").append(length));
            entry.maximumLength().ifPresent(length -> out.append(" max len:").append(length));
            entry.nested().ifPresent(nested -> out.append(" policy:").append(nested));
            entry.nestedMaximum().ifPresent(maximum -> out.append(" maxattr:").append(maximum));
            out.append('\n');
        }));
        return out.toString();
    }

    private static String typeName(AttributePolicy entry) {
        return switch (entry.type()) {
            case NlAttrType.NL_ATTR_TYPE_NESTED -> "NESTED";
            case NlAttrType.NL_ATTR_TYPE_NESTED_ARRAY -> "NESTED_ARRAY";
            case NlAttrType.NL_ATTR_TYPE_NUL_STRING -> "NUL_STRING";
            case NlAttrType.NL_ATTR_TYPE_UINT, NlAttrType.NL_ATTR_TYPE_SINT -> "unknown"; // newer than genl
            default -> entry.typeName().toUpperCase(Locale.ROOT);
        };
    }

    @Test
    @NeedsCommand("genl")
    void readsPoliciesAsGenlDoes() throws Exception {
        for (String name : List.of("ethtool", "nlctrl", "tcp_metrics")) {
            assertEquals(
                    words(genl("policy", "name", name)).stream().sorted().toList(),
                    words(inGenlsWords(generic.resolve(name).id(), generic.policy(name))).stream().sorted().toList(),
                    name);
        }
    }

    @Test
    void policiesAreFollowedFromOperationToNest() throws Exception {
        FamilyPolicy policy = generic.policy("nlctrl");
        AttributePolicy name = policy.ofDo(Ctrl.CTRL_CMD_GETFAMILY).get(Ctrl.CTRL_ATTR_FAMILY_NAME);
        assertEquals("NUL-terminated string: at most 15 bytes", name.toString());
        assertEquals(name, policy.ofDump(Ctrl.CTRL_CMD_GETFAMILY).get(Ctrl.CTRL_ATTR_FAMILY_NAME));
        assertTrue(policy.ofDo(Ctrl.CTRL_CMD_GETPOLICY).isEmpty(), "it can only be dumped");
        assertEquals("u32", policy.ofDump(FamilyPolicy.DUMP_ONLY).get(Ctrl.CTRL_ATTR_OP).toString());
        assertTrue(policy.ofDo(200).isEmpty());
        FamilyPolicy ethtool = generic.policy("ethtool");
        AttributePolicy header = ethtool.ofDo(2).get(1);
        assertTrue(header.toString().startsWith("nest: policy "), header.toString());
        assertEquals("NUL-terminated string: at most 127 bytes", ethtool.of(header).get(2).toString());
        assertTrue(ethtool.of(header).get(3).toString().startsWith("u32: the bits 0x"), ethtool.of(header).get(3).toString());
    }

    @Test
    void refusalsOfTheKernelNameTheAttribute() throws Exception {
        FamilyClient controller = generic.client(Ctrl.FAMILY);
        KernelException refused = assertThrows(KernelException.class, () -> controller.call(
                Ctrl.CTRL_CMD_GETFAMILY,
                out -> out.attributes().u8(Ctrl.CTRL_ATTR_FAMILY_ID, 1), // a u16
                (requester, request) -> requester.execute(request)));
        assertEquals("CTRL_CMD_GETFAMILY", refused.request());
        assertEquals(Optional.of("CTRL_ATTR_FAMILY_ID"), refused.attributePath());
    }

    @Test
    void worksOverTheSharedClient() throws Exception {
        try (GenericNetlink shared = GenericNetlink.over(protocol -> SharedNetlinkClient.open(protocol, namespace))) {
            assertEquals(generic.resolve("ethtool"), shared.resolve("ethtool"));
            assertEquals(generic.families(), shared.families());
        }
    }

    /** The module of a family that is seldom loaded, and the family. */
    private static final String MODULE = "ila";

    @Test
    @RootTest
    @NeedsCommand("modprobe")
    void aFamilyIsForgottenWhenItsModuleIsUnloaded() throws Exception {
        assumeTrue(generic.families().stream().noneMatch(family -> family.name().equals(MODULE)), "the family is in use");
        assumeTrue(Commands.here().attempt("modprobe", MODULE).exitCode() == 0, "this kernel has no module " + MODULE);
        try {
            generic.follow(namespace);
            generic.resolve(MODULE);
            Commands.here().run("modprobe", "-r", MODULE);
            assertThrows(NotSupportedException.class, () -> generic.resolve(MODULE)); // no request loads this module
        } finally {
            Commands.here().run("modprobe", "-r", MODULE);
        }
    }
}
