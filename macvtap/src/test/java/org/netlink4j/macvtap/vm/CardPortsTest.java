package org.netlink4j.macvtap.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a network card's functions are found, on a sysfs of files and links as the kernel has it. */
class CardPortsTest {
    @TempDir
    private Path sys;

    private CardPorts ports;

    /** A card with three virtual functions, of which vf0 is the third, so that neither order nor name tell the number. */
    @BeforeEach
    void build() throws IOException {
        ports = new CardPorts.Sysfs(sys.resolve("class/net"));
        Files.createDirectories(sys.resolve("class/net"));
        physical("eth0");
        for (int i = 0; i < 3; i++) {
            Files.createDirectories(pci(i + 1));
            Files.createSymbolicLink(pci(0).resolve("virtfn" + i), Path.of("../0000:03:00." + (i + 1)));
            Files.createSymbolicLink(pci(i + 1).resolve("physfn"), Path.of("../0000:03:00.0"));
        }
        device("vf0", 3);
        device("vf2", 1);
    }

    private Path pci(int function) {
        return sys.resolve("devices/0000:03:00." + function);
    }

    private void physical(String name) throws IOException {
        device(name, 0);
    }

    private Path device(String name, int function) throws IOException {
        Path device = Files.createDirectories(pci(function).resolve("net/" + name));
        Files.createSymbolicLink(device.resolve("device"), Path.of("../.."));
        Files.createSymbolicLink(sys.resolve("class/net/" + name), device);
        return device;
    }

    private void say(String device, String file, String text) throws IOException {
        Files.writeString(sys.resolve("class/net").resolve(device).resolve(file), text + "\n");
    }

    private Optional<CardPorts.Function> function(String device) throws IOException {
        return ports.function(device);
    }

    private static Optional<CardPorts.Function> found(String physical, int number) {
        return Optional.of(new CardPorts.Function(physical, number));
    }

    @Test
    void aVirtualFunctionIsFoundByItsAddress() throws Exception {
        assertEquals(found("eth0", 2), function("vf0"));
        assertEquals(found("eth0", 0), function("vf2"));
    }

    @Test
    void whatIsNoVirtualFunctionHasNone() throws Exception {
        assertEquals(Optional.empty(), function("eth0"));
        assertEquals(Optional.empty(), function("nothing"));
        Files.createDirectories(sys.resolve("class/net/lo"));
        assertEquals(Optional.empty(), function("lo"));
    }

    @Test
    void ofSeveralDevicesThatOnTheSamePortIsMeant() throws Exception {
        physical("eth1");
        say("eth0", "phys_port_id", "aa");
        say("eth1", "phys_port_id", "bb");
        say("vf0", "phys_port_id", "bb");
        assertEquals(found("eth1", 2), function("vf0"));
        assertEquals(found("eth0", 0), function("vf2"), "it does not say, so the first");
        say("vf2", "phys_port_id", "cc");
        assertEquals(found("eth0", 0), function("vf2"), "nobody has that one");
    }

    /** Representors of virtual functions are devices of the physical one, too. */
    @Test
    void elseOneThatIsNamedAfterAPort() throws Exception {
        physical("eth1");
        physical("eth2");
        say("eth0", "phys_port_name", "pf0vf1");
        say("eth2", "phys_port_name", "p0");
        assertEquals(found("eth2", 2), function("vf0"));
        say("eth1", "phys_port_name", "p1s2");
        assertEquals(found("eth1", 2), function("vf0"));
        say("eth1", "phys_port_name", "p1s2x");
        assertEquals(found("eth2", 2), function("vf0"));
    }

    @Test
    void aCardWithoutADeviceHasNoPort() throws Exception {
        Files.delete(sys.resolve("class/net/eth0"));
        Files.delete(pci(0).resolve("net/eth0/device"));
        Files.delete(pci(0).resolve("net/eth0"));
        assertEquals(Optional.empty(), function("vf0"));
        Files.delete(pci(0).resolve("net"));
        assertEquals(Optional.empty(), function("vf0"), "its driver is gone");
    }

    @Test
    void aFunctionThatTheCardDoesNotListHasNoNumber() throws Exception {
        Files.delete(pci(0).resolve("virtfn2"));
        assertEquals(Optional.empty(), function("vf0"));
        Files.createSymbolicLink(pci(0).resolve("virtfn2"), Path.of("../gone"));
        assertEquals(Optional.empty(), function("vf0"), "it went away");
        Files.createDirectory(pci(0).resolve("virtfn0x"));
        assertEquals(Optional.empty(), function("vf0"), "what is no number is none");
    }
}
