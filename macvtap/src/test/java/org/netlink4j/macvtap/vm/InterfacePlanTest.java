package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netlink4j.lldpad.PortParameter;
import org.netlink4j.lldpad.PortProfileSpec;
import org.netlink4j.lldpad.PortProfileType;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.macvtap.MacvtapSpec;
import org.netlink4j.macvtap.vm.InterfacePlan.Given;
import org.netlink4j.macvtap.vm.InterfacePlan.Message;
import org.netlink4j.macvtap.vm.InterfacePlan.Receiver;
import org.netlink4j.rtnetlink.link.MacvlanMode;

@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class InterfacePlanTest {
    private static final DirectInterfaceSpec SPEC = DirectInterfaceSpec.on("eth0")
            .device(device -> device.address(VmLab.VM).mode(MacvlanMode.VEPA))
            .profile(VmLab.profile());
    private static final DirectInterfaceSpec QBH =
            SPEC.profile(PortProfileSpec.of(PortProfileType.QBH).with(PortParameter.PROFILE_ID, "gold"));

    private static InterfacePlan plan(DirectInterfaceSpec spec, VmOperation operation) throws IOException {
        return InterfacePlan.of(spec, operation, Given.NOTHING);
    }

    private static String steps(InterfacePlan plan) {
        return plan.steps().stream().map(step -> step.step().name()).collect(Collectors.joining(" "));
    }

    /** Requests about the port profile: the number of each, and what happens to the lower device. */
    private static String wire(InterfacePlan plan) {
        return plan.steps().stream()
                .map(step -> switch (step.step()) {
                    case BRING_LOWER_UP -> "UP";
                    case BRING_LOWER_DOWN -> "DOWN";
                    case ASSOCIATE, DISASSOCIATE -> request(step);
                    default -> "";
                })
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String request(InterfacePlan.Step step) {
        return step.messages().stream()
                .map(Message::values)
                .filter(message -> message.get("type").equals("RTM_SETLINK"))
                .map(message -> find(message, "IFLA_PORT_REQUEST"))
                .collect(Collectors.joining(" "));
    }

    /** The value of an attribute somewhere inside. */
    private static String find(Object tree, String name) {
        return switch (tree) {
            case Map<?, ?> map when map.containsKey(name) -> map.get(name).toString();
            case Map<?, ?> map -> map.values().stream().map(v -> find(v, name)).filter(t -> !t.isEmpty()).findFirst().orElse("");
            case List<?> list -> list.stream().map(v -> find(v, name)).filter(t -> !t.isEmpty()).findFirst().orElse("");
            default -> "";
        };
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE,            LOOK_UP_LOWER CREATE_DEVICE ASSOCIATE OPEN_QUEUES BRING_UP",
        "RESTORE,           LOOK_UP_LOWER CREATE_DEVICE ASSOCIATE OPEN_QUEUES BRING_UP",
        "MIGRATE_IN_START,  LOOK_UP_LOWER CREATE_DEVICE ASSOCIATE OPEN_QUEUES",
        "MIGRATE_IN_FINISH, ASSOCIATE BRING_UP",
        "SAVE,              BRING_DOWN DISASSOCIATE CLOSE_QUEUES DELETE_DEVICE",
        "DESTROY,           BRING_DOWN DISASSOCIATE CLOSE_QUEUES DELETE_DEVICE",
        "MIGRATE_OUT,       BRING_DOWN DISASSOCIATE CLOSE_QUEUES DELETE_DEVICE",
        "NO_OP,             ''"
    })
    void stepsOfEveryOperation(VmOperation operation, String steps) throws Exception {
        assertEquals(steps, steps(plan(SPEC, operation)));
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE,            2, 2 UP",
        "RESTORE,           2, 2 UP",
        "MIGRATE_IN_START,  0, 1",
        "MIGRATE_IN_FINISH, 2, 2 UP",
        "SAVE,              3, DOWN 3",
        "DESTROY,           3, DOWN 3",
        "MIGRATE_OUT,       3, DOWN 3",
        "NO_OP,             '', ''"
    })
    void row34_whatEveryOperationSendsForBothKindsOfProfile(VmOperation operation, String qbg, String qbh) throws Exception {
        assertEquals(qbg, wire(plan(SPEC, operation)));
        assertEquals(qbh, wire(plan(QBH, operation)));
    }

    @ParameterizedTest
    @CsvSource({"CREATE", "MIGRATE_IN_START", "MIGRATE_IN_FINISH", "DESTROY"})
    void row34_withoutAProfileNobodyIsTold(VmOperation operation) throws Exception {
        assertEquals("", wire(plan(SPEC.profile(PortProfileSpec.EMPTY), operation)));
    }

    @Test
    void row31_row32_whoIsTold() throws Exception {
        for (DirectInterfaceSpec spec : List.of(SPEC, QBH)) {
            InterfacePlan.Step step = plan(spec, VmOperation.CREATE).steps().stream()
                    .filter(s -> s.step() == InterfaceStep.ASSOCIATE)
                    .findFirst()
                    .orElseThrow();
            Message message = step.messages().stream()
                    .filter(m -> m.values().get("type").equals("RTM_SETLINK"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(spec == SPEC ? Receiver.LLDPAD : Receiver.KERNEL, message.receiver());
            assertEquals(spec == SPEC, message.text().contains("IFLA_VF_PORTS"), message::text);
            assertEquals(spec == SPEC, message.text().contains("IFLA_IFNAME"), message::text);
            assertEquals(spec == QBH, message.text().contains("IFLA_PORT_SELF"), message::text);
        }
    }

    @Test
    void row29_theGoldenBytesOfAPreAssociation() throws Exception {
        InterfacePlan plan = InterfacePlan.of(
                SPEC.device(_ -> MacvtapSpec.on("v0").address(VmLab.VM)),
                VmOperation.MIGRATE_IN_START,
                new Given(Map.of("v0", 3), 1));
        Message message = plan.steps().stream()
                .filter(step -> step.step() == InterfaceStep.ASSOCIATE)
                .flatMap(step -> step.messages().stream())
                .filter(m -> m.receiver() == Receiver.LLDPAD)
                .findFirst()
                .orElseThrow();
        String golden = "98000000130005000000000000000000" + "00000000030000000000000000000000" + "0700030076300000"
                + "40001600" + "3c000100" + "28000100ffffffff525400c73ece" + "00".repeat(26) + "10000200ffffffff0000000000000000"
                + "30001800" + "2c000100" + "0c0003000b57341202000000"
                + "1400040009b11c538b5c4eeb8f00d84eaa0aaa4f" + "0500060000000000";
        assertEquals(golden, message.bytes().toString().replace("16801600", "16001600"));
    }

    @Test
    void passthruLendsTheAddressAndGivesItBack() throws Exception {
        DirectInterfaceSpec passthru = SPEC.device(device -> device.mode(MacvlanMode.PASSTHRU));
        assertEquals(
                "LOOK_UP_LOWER SET_LOWER_ADDRESS CREATE_DEVICE ASSOCIATE OPEN_QUEUES BRING_UP",
                steps(plan(passthru, VmOperation.CREATE)));
        assertEquals(
                "BRING_DOWN DISASSOCIATE CLOSE_QUEUES DELETE_DEVICE RESTORE_LOWER_ADDRESS",
                steps(plan(passthru, VmOperation.DESTROY)));
    }

    @Test
    void vlanIsTheNetworkCardsToAdd() throws Exception {
        DirectInterfaceSpec tagged = SPEC.device(device -> device.mode(MacvlanMode.PASSTHRU)).vlan(42);
        InterfacePlan create = plan(tagged, VmOperation.CREATE);
        assertEquals(
                "LOOK_UP_LOWER SET_LOWER_ADDRESS SET_FUNCTION CREATE_DEVICE ASSOCIATE OPEN_QUEUES BRING_UP", steps(create));
        String text = create.steps().get(2).messages().stream().map(Message::text).collect(Collectors.joining());
        assertTrue(text.contains("IFLA_VF_MAC") && text.contains("IFLA_VF_VLAN") && text.contains("vlan 42"), text);
        assertTrue(create.assumptions().getLast().contains("virtual function 0 of physical"), create::toString);
        assertEquals(
                "BRING_DOWN DISASSOCIATE CLOSE_QUEUES DELETE_DEVICE RELEASE_FUNCTION RESTORE_LOWER_ADDRESS",
                steps(plan(tagged, VmOperation.DESTROY)));
    }

    @Test
    void whatOnlyTheSystemKnowsIsSaid() throws Exception {
        assertEquals(
                List.of(
                        "the index of eth0 is 1",
                        "the index of macvtap0 is 2",
                        "no number of macvtap%d was used before",
                        "the link group of new devices, which is drawn at random, is 1",
                        "the lower device is up, and neither a VLAN device nor a virtual function"),
                plan(SPEC, VmOperation.CREATE).assumptions());
        InterfacePlan given = InterfacePlan.of(
                SPEC.device(device -> device.name("vm0")), VmOperation.CREATE, new Given(Map.of("eth0", 7, "vm0", 9), 5));
        assertEquals(2, given.assumptions().size());
        String text = given.steps().stream().flatMap(s -> s.messages().stream()).map(Message::text).collect(Collectors.joining());
        assertTrue(text.contains("IFLA_LINK 7"), text);
        assertTrue(text.contains("IFLA_GROUP 5"), text);
    }

    @Test
    void sequenceAndPortAreLeftOut() throws Exception {
        for (InterfacePlan.Step step : plan(SPEC, VmOperation.CREATE).steps()) {
            for (Message message : step.messages()) {
                assertEquals("0".repeat(16), message.bytes().toString().substring(16, 32));
            }
        }
    }

    /** The request that makes the device, without its link group. */
    private static Message newLink(DirectInterfaceSpec spec) throws IOException {
        InterfacePlan plan = InterfacePlan.of(spec, VmOperation.CREATE, new Given(Map.of("eth0", 3), 0));
        return plan.steps().stream()
                .filter(step -> step.step() == InterfaceStep.CREATE_DEVICE)
                .flatMap(step -> step.messages().stream())
                .filter(message -> message.values().get("type").equals("RTM_NEWLINK"))
                .findFirst()
                .orElseThrow();
    }

    /** Length, type and flags, the fixed header, and the attributes in any order, which does not matter to the kernel. */
    private static List<String> parts(String hex) {
        List<String> parts = new ArrayList<>(List.of(hex.substring(0, 16), hex.substring(32, 64)));
        List<String> attributes = new ArrayList<>();
        int at = 64;
        while (at < hex.length()) {
            int length = Integer.parseInt(hex.substring(at + 2, at + 4) + hex.substring(at, at + 2), 16);
            int end = Math.min(hex.length(), at + 2 * ((length + 3) & ~3));
            attributes.add(hex.substring(at, end));
            at = end;
        }
        attributes.sort(null);
        parts.addAll(attributes);
        return parts;
    }

    @Test
    void row01_theGoldenBytesOfANewDevice() throws Exception {
        String golden = "60000000100005060000000000000000" + "00".repeat(16)
                + "0d0003006d61637674617030" + "00000000"
                + "1c001200" + "0c0001006d61637674617000" + "0c000200" + "0800010002000000"
                + "0800050003000000" + "0a000100525400c73ece0000";
        DirectInterfaceSpec spec = SPEC.profile(PortProfileSpec.EMPTY);
        String ours = newLink(spec).bytes().toString()
                .replace("0b0001006d61637674617000", "0c0001006d61637674617000"); // the kind without NUL, as ip sends it
        assertEquals(parts(golden), parts(ours));
        assertEquals(96, newLink(spec).bytes().length());
    }

    @Test
    void row02_withoutAModeNothingIsSaidOfTheKind() throws Exception {
        DirectInterfaceSpec spec = DirectInterfaceSpec.on("eth0").device(device -> device.address(VmLab.VM));
        assertFalse(newLink(spec).text().contains("IFLA_INFO_DATA"), newLink(spec)::text);
        assertTrue(newLink(spec).text().contains("\"macvtap\""), newLink(spec)::text);
    }

    @ParameterizedTest
    @CsvSource({"private, 01", "vepa, 02", "bridge, 04", "passthru, 08"})
    void row03_modesAsTheKernelNumbersThem(String mode, String number) throws Exception {
        DirectInterfaceSpec spec = SPEC.device(device -> device.mode(MacvlanMode.parse(mode)));
        assertTrue(newLink(spec).bytes().toString().contains("08000100" + number + "000000"), newLink(spec)::text);
    }
}
