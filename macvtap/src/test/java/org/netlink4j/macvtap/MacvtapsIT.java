package org.netlink4j.macvtap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Macvlan;
import org.netlink4j.rtnetlink.link.MacvlanFlags;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.rtnetlink.link.Macvtap;
import org.netlink4j.rtnetlink.link.UnknownLinkKind;
import org.netlink4j.testkit.KernelTest;

/** The rows of the specification's conformance table that concern devices. */
@KernelTest
@EnabledIf(BuiltWith.MACVTAP)
class MacvtapsIT extends InLab {
    private static void assertErrno(int errno, KernelException e) {
        assertEquals(Errno.name(errno), Errno.name(e.errno()), e.getMessage());
    }

    @Test
    void row04_createMakesAMacvtapOnTheLowerDevice() throws Exception {
        MacvtapDevice device = lab.macvtaps.create(lab.spec().name("tap-a"));
        assertEquals("tap-a", device.name());
        assertEquals(lab.links().get(Cable.LOWER).index(), device.link().lower().orElseThrow());
        assertEquals(Lab.VM, device.link().address().orElseThrow());
        assertEquals(MacvlanMode.VEPA, device.kind().mode().orElseThrow());
        assertEquals(device.index(), lab.macvtaps.get("tap-a").index());
    }

    @Test
    void row05_explicitNameThatIsTakenIsRefusedAndTheOtherStays() throws Exception {
        MacvtapDevice first = lab.macvtaps.create(lab.spec().name("tap-a"));
        assertErrno(Errno.EEXIST, assertThrows(KernelException.class, () -> lab.macvtaps.create(lab.spec().name("tap-a"))));
        assertEquals(first.index(), lab.macvtaps.get("tap-a").index());
        assertEquals(1, lab.macvtaps.list().size());
    }

    @Test
    void row06_generatedNamesSkipThoseThatAreTaken() throws Exception {
        lab.macvtaps.create(lab.spec().name("macvtap0"));
        lab.links().create(LinkSpec.named("macvtap1").lower(lab.links().get(Cable.LOWER).index()).kind(new Macvlan()));
        assertEquals("macvtap2", lab.macvtaps.create(lab.spec()).name());
        assertEquals("macvtap3", lab.macvtaps.create(lab.spec()).name());
        assertEquals("vm-0-tap", lab.macvtaps.create(lab.spec().name("vm-%d-tap")).name());
    }

    @Test
    void row10_unknownKindIsNotSupported() {
        assertErrno(Errno.EOPNOTSUPP, assertThrows(
                KernelException.class,
                () -> lab.links().create(
                        LinkSpec.named("x").kind(new UnknownLinkKind("nosuch", Attributes.none(AttributeSet.UNKNOWN))))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:00:00:00:00:00", "01:00:5e:00:00:01", "ff:ff:ff:ff:ff:ff"})
    void row11_addressThatNoDeviceCanHave(String address) {
        MacvtapSpec spec = lab.spec().address(MacAddress.parse(address));
        assertErrno(Errno.EADDRNOTAVAIL, assertThrows(KernelException.class, () -> lab.macvtaps.create(spec)));
    }

    @Test
    void row12_nameThatIsTooLongIsRefusedBeforeAnythingIsSent() {
        MacvtapSpec spec = lab.spec().name("sixteen-letters-");
        assertThrows(IllegalArgumentException.class, () -> lab.macvtaps.create(spec));
    }

    @Test
    void row13_passthruNeedsTheLowerDeviceForItself() throws Exception {
        lab.macvtaps.create(lab.spec());
        MacvtapSpec passthru = lab.spec().mode(MacvlanMode.PASSTHRU);
        assertErrno(Errno.EINVAL, assertThrows(KernelException.class, () -> lab.macvtaps.create(passthru)));
    }

    @Test
    void row14_secondDeviceWithTheSameAddressIsDeletedAgainAndTheFirstLeftAlone() throws Exception {
        MacvtapDevice first = lab.macvtaps.createUp(lab.spec().name("first"));
        KernelException refusal =
                assertThrows(KernelException.class, () -> lab.macvtaps.createUp(lab.spec().name("second")));
        assertTrue(refusal.errno() == Errno.EADDRINUSE || refusal.errno() == Errno.EBUSY, refusal.getMessage());
        assertEquals(0, refusal.getSuppressed().length);
        assertEquals(List.of("first"), lab.macvtaps.list().stream().map(MacvtapDevice::name).toList());
        assertTrue(first.refresh().link().isUp());
    }

    @Test
    void row14_createdButDownTheSecondMayStay() throws Exception {
        lab.macvtaps.createUp(lab.spec().name("first"));
        MacvtapDevice second = lab.macvtaps.create(lab.spec().name("second"));
        assertThrows(KernelException.class, second::setUp);
        assertFalse(second.refresh().link().isUp());
    }

    @Test
    void row15_addressOfTheLowerDeviceIsInUse() throws Exception {
        MacAddress lower = lab.links().get(Cable.LOWER).address().orElseThrow();
        assertErrno(
                Errno.EADDRINUSE,
                assertThrows(KernelException.class, () -> lab.macvtaps.createUp(lab.spec().address(lower))));
        assertEquals(List.of(), lab.macvtaps.list());
    }

    @Test
    void row26_deletingWhatIsNotThere() {
        assertErrno(Errno.ENODEV, assertThrows(KernelException.class, () -> lab.macvtaps.delete("nothing")));
    }

    @Test
    void deletingByNameRefusesEveryOtherKind() throws Exception {
        SystemCallException e = assertThrows(SystemCallException.class, () -> lab.macvtaps.delete(Cable.LOWER));
        assertEquals(Errno.ENODEV, e.errno());
        assertTrue(e.getMessage().contains("veth"), e.getMessage());
        assertEquals(Cable.LOWER, lab.links().get(Cable.LOWER).name());
    }

    @Test
    void deleteByNameAndTwice() throws Exception {
        MacvtapDevice device = lab.macvtaps.createUp(lab.spec());
        lab.macvtaps.delete(device.name());
        assertEquals(List.of(), lab.macvtaps.list());
        assertErrno(Errno.ENODEV, assertThrows(KernelException.class, device::delete));
    }

    @Test
    void row27_createdDeviceIsDownUntilItIsBroughtUp() throws Exception {
        MacvtapDevice device = lab.macvtaps.create(lab.spec());
        assertFalse(device.link().isUp());
        device.setUp();
        assertTrue(device.refresh().link().isUp());
        device.setDown();
        assertFalse(device.refresh().link().isUp());
    }

    @ParameterizedTest
    @ValueSource(strings = {"private", "vepa", "bridge", "passthru", "source"})
    void everyModeIsKept(String word) throws Exception {
        MacvlanMode mode = MacvlanMode.parse(word);
        assertEquals(mode, lab.macvtaps.create(lab.spec().mode(mode)).kind().mode().orElseThrow());
    }

    @Test
    void settingsAreKept() throws Exception {
        MacvtapDevice device = lab.macvtaps.create(MacvtapSpec.on(lab.links().get(Cable.LOWER).index())
                .kind(new Macvtap().mode(MacvlanMode.SOURCE).flags(MacvlanFlags.NODST))
                .mtu(1400)
                .link(link -> link.txQueueLength(77)));
        assertEquals(1400, device.link().mtu().orElseThrow());
        assertEquals(77, device.link().txQueueLength().orElseThrow());
        assertTrue(device.kind().flags().orElseThrow().has(MacvlanFlags.NODST));
    }

    @Test
    void nothingIsLeftBehind() throws Throwable {
        Leaks.assertNone(() -> {
            try (Lab other = new Lab()) {
                other.macvtaps.createUp(other.spec());
                assertThrows(KernelException.class, () -> other.macvtaps.createUp(other.spec()));
            }
        });
    }
}
