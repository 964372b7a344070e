package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.netlink4j.core.MacAddress;

class QemuArgumentsTest {
    private static final DirectInterfaceSpec SPEC =
            DirectInterfaceSpec.on("eth0").device(device -> device.address(MacAddress.parse("52:54:00:c7:3e:ce")));

    private static String line(DirectInterfaceSpec spec, Integer... descriptors) {
        return String.join(" ", new QemuArguments(2, spec, List.of(descriptors)).words());
    }

    @Test
    void oneQueue() {
        assertEquals(
                "-netdev tap,id=hostnet2,fd=7 -device virtio-net-pci,netdev=hostnet2,id=net2,mac=52:54:00:c7:3e:ce",
                line(SPEC, 7));
    }

    @Test
    void severalQueuesInTheKernelWithAnMtu() {
        DirectInterfaceSpec spec = SPEC.adapter(new GuestAdapter("virtio-transitional", true))
                .taps(taps -> taps.queues(2))
                .device(device -> device.mtu(1400));
        assertEquals(
                "-netdev tap,id=hostnet2,fds=7:8,vhost=on -device virtio-net-pci-transitional,netdev=hostnet2,id=net2,"
                        + "mac=52:54:00:c7:3e:ce,mq=on,vectors=6,host_mtu=1400",
                line(spec, 7, 8));
    }

    @Test
    void otherCards() {
        assertEquals(
                "-netdev tap,id=hostnet2,fd=3 -device e1000e,netdev=hostnet2,id=net2",
                line(DirectInterfaceSpec.on("eth0").adapter(new GuestAdapter("e1000e", false)), 3));
    }

    @ParameterizedTest
    @CsvSource({"virtio, true", "virtio-non-transitional, true", "e1000e, true", "igb, true", "vmxnet3, true", "e1000, false",
        "rtl8139, false"})
    void cardsThatNeedAHeader(String model, boolean header) {
        DirectInterfaceSpec spec = DirectInterfaceSpec.on("eth0").adapter(new GuestAdapter(model, false));
        assertEquals(header, spec.taps().vnetHeader());
    }

    @Test
    void mistakes() {
        assertThrows(IllegalArgumentException.class, () -> line(SPEC));
        assertThrows(IllegalArgumentException.class, () -> line(SPEC, 3, 4));
        assertThrows(IllegalArgumentException.class, () -> line(SPEC, -1));
        assertThrows(IllegalArgumentException.class, () -> new GuestAdapter("e1000", true));
        assertThrows(IllegalArgumentException.class, () -> new GuestAdapter("virtio,x=y", false));
    }
}
