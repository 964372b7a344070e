package org.netlink4j.macvtap.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.PortParameter;
import org.netlink4j.lldpad.PortProfileSpec;
import org.netlink4j.lldpad.PortProfileType;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.macvtap.MacvtapSpec;
import org.netlink4j.macvtap.Macvtaps;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.macvtap.vm.DirectInterfaceSpec;
import org.netlink4j.macvtap.vm.DirectInterfaces;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;

/** What is drawn is what is there. */
@KernelTest
@EnabledIf("org.netlink4j.macvtap.BuiltWith#macvtap")
class GraphIT {
    private static DirectInterfaceSpec spec(int number) {
        return DirectInterfaceSpec.on(Cable.LOWER)
                .device(device -> device.mode(MacvlanMode.VEPA).address(new MacAddress(0x5254_0000_0000L + number)))
                .profile(PortProfileSpec.of(PortProfileType.QBG)
                        .with(PortParameter.MANAGER_ID, "11")
                        .with(PortParameter.TYPE_ID, "1193047")
                        .with(PortParameter.TYPE_ID_VERSION, "2")
                        .with(PortParameter.INSTANCE_ID, "09b11c53-8b5c-4eeb-8f00-d84eaa0aaa0" + number))
                .withoutQueues();
    }

    @Test
    void drawsLowerDevicesMacvtapsAndVsis(@TempDir Path directory) throws Exception {
        Path journal = directory.resolve("journal");
        try (Cable cable = new Cable();
                Macvtaps macvtaps = Macvtaps.open(cable.near());
                DirectInterfaces interfaces =
                        DirectInterfaces.open(cable.near(), request -> new VsiOutcome.Done(request.request()), journal)) {
            cable.connect(macvtaps.rtnetlink());
            interfaces.createStarted(spec(1), VmOperation.CREATE);
            interfaces.create(spec(2), VmOperation.MIGRATE_IN_START);
            macvtaps.rtnetlink().links().create(LinkSpec.named("lower1").kind(Veth.withPeer(LinkSpec.named("peer1"))));
            macvtaps.create(MacvtapSpec.on("lower1").name("other").mode(MacvlanMode.BRIDGE));

            Topology topology = Topology.of(macvtaps, journal);
            assertEquals(List.of(Cable.LOWER, "lower1"), topology.lowers().stream().map(Topology.Lower::name).toList());
            Topology.Lower lower = topology.lowers().getFirst();
            assertEquals(List.of("macvtap0", "macvtap1"), lower.devices().stream().map(Topology.Device::name).toList());
            assertEquals(List.of(true, false), lower.devices().stream().map(Topology.Device::up).toList());
            assertEquals("VSI associated", lower.devices().getFirst().vsi().getFirst());
            assertEquals("VSI pre-associated", lower.devices().getLast().vsi().getFirst());
            assertEquals(List.of(), topology.lowers().getLast().devices().getFirst().vsi());
            assertEquals(List.of(), Topology.of(macvtaps).lowers().getFirst().devices().getFirst().vsi());

            Path svg = Files.writeString(directory.resolve("macvtaps.svg"), Drawing.svg(topology));
            if (Commands.isInstalled("rsvg-convert")) {
                Path picture = directory.resolve("macvtaps.png");
                Commands.here().run("rsvg-convert", "-o", picture.toString(), svg.toString());
                assertTrue(Files.size(picture) > 5000, "it draws something");
            }
        }
    }
}
