package org.netlink4j.lldpad;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.Rtm;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.IflaPort;
import org.netlink4j.rtnetlink.link.Link;

/** Whatever is written to lldpad or a driver is read as it was meant, and whatever is read is a value or malformed. */
class NetlinkCodecsTest {
    private static Arbitrary<Integer> u8() {
        return Arbitraries.integers().between(0, 0xff);
    }

    @Provide
    static Arbitrary<UUID> uuids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    @Provide
    static Arbitrary<MacAddress> machines() {
        return Arbitraries.longs().between(1, 0xffff_ffff_ffffL).map(MacAddress::new).filter(mac -> !mac.isMulticast());
    }

    @Provide
    static Arbitrary<VsiType> types() {
        return Combinators.combine(u8(), Arbitraries.integers().between(0, 0xff_ffff), u8()).as(VsiType::new);
    }

    @Provide
    static Arbitrary<VsiRequest> requests() {
        Arbitrary<QbgProfile> profiles = Combinators.combine(types(), uuids())
                .as((type, instance) -> new QbgProfile(type.managerId(), type.typeId(), type.version(), instance));
        return Combinators.combine(
                        Arbitraries.of(PortRequest.class),
                        profiles,
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(15),
                        Arbitraries.integers().between(1, Integer.MAX_VALUE),
                        machines(),
                        Arbitraries.integers().between(0, 4094))
                .as(VsiRequest::new);
    }

    @Property
    void aRequestSaysAllOfItself(@ForAll("requests") VsiRequest request) throws Exception {
        VsiNotice read = VsiNotice.decode(Messages.reader(Messages.message(Rtm.RTM_SETLINK, 5, 1, 2, request)));
        PortEntry entry = read.entries().getFirst();
        assertEquals(1, read.entries().size());
        VsiType type = entry.vsiType().orElseThrow();
        assertEquals(
                request,
                new VsiRequest(
                        entry.request().orElseThrow(),
                        new QbgProfile(type.managerId(), type.typeId(), type.version(), entry.instanceId().orElseThrow()),
                        read.device().orElseThrow(),
                        read.index(),
                        read.address().orElseThrow(),
                        read.vlan().orElseThrow()));
    }

    @Property
    void aRequestToADriverSaysAllOfItself(
            @ForAll @IntRange(min = 1) int index,
            @ForAll @IntRange(min = -1) int function,
            @ForAll("machines") MacAddress machine,
            @ForAll("uuids") UUID instance,
            @ForAll("uuids") UUID host)
            throws Exception {
        DriverRequest.Port port = new DriverRequest.Port(index, function);
        DriverRequest request =
                DriverRequest.associate(PortRequest.ASSOCIATE, port, new QbhProfile("blue"), machine, instance, host);
        byte[] message = Messages.message(Rtm.RTM_SETLINK, 5, 1, 2, request);
        PortStatus status = PortStatus.decode(Messages.reader(message));
        PortEntry entry = status.find(function).orElseThrow();
        assertEquals(index, status.index());
        assertEquals(Optional.of(PortRequest.ASSOCIATE), entry.request());
        assertEquals(Optional.of(instance), entry.instanceId());
        assertEquals(Optional.of("blue"), entry.attributes().text(IflaPort.IFLA_PORT_PROFILE));
        assertEquals(Optional.of(host), entry.attributes().payload(IflaPort.IFLA_PORT_HOST_UUID).flatMap(Uuids::read));
        Attributes addresses = Link.decode(Messages.reader(message)).attributes().nest(Ifla.IFLA_VFINFO_LIST).orElseThrow();
        assertEquals(Optional.of(machine), VfInfo.address(addresses));
        assertEquals(OptionalInt.empty(), VfInfo.vlan(addresses));
    }

    @Property
    void anyBytesAreAReplyOrMalformed(@ForAll @Size(max = 64) byte[] payload, @ForAll @IntRange(max = 4) int type) throws Exception {
        byte[] message = Messages.message(type, 0, 0, 0, out -> out.bytes(payload));
        try {
            assertTrue(LldpadReply.decode(Messages.reader(message)).errno() >= 0);
            assertEquals(2, type);
            assertTrue(payload.length >= 16);
        } catch (MalformedMessageException _) {
            return;
        }
    }

    @Property
    void aTypeComesBackAsItWas(@ForAll("types") VsiType type) {
        assertEquals(Optional.of(type), VsiType.read(type.bytes()));
    }

    /** All but the padding. */
    @Property
    void anyBytesAreATypeOrTooShort(@ForAll @Size(max = 12) byte[] bytes) {
        Optional<byte[]> again = VsiType.read(bytes).map(VsiType::bytes);
        assertEquals(bytes.length >= 8, again.isPresent());
        again.ifPresent(same -> assertArrayEquals(Arrays.copyOf(bytes, 5), Arrays.copyOf(same, 5)));
    }

    @Property
    void anInstanceComesBackAsItWas(@ForAll("uuids") UUID instance) {
        assertEquals(Optional.of(instance), Uuids.read(Uuids.bytes(instance)));
    }

    @Property
    void thePidFileIsReadAsItWasWritten(@ForAll @LongRange(min = 1, max = 0xffff_ffffL) long id) throws Exception {
        byte[] file = Arrays.copyOf((id + "\n").getBytes(StandardCharsets.US_ASCII), 32);
        assertEquals(id, LldpadPidFile.parse(file));
    }

    @Provide
    static Arbitrary<byte[]> nearlyPids() {
        return Arbitraries.strings().withChars("0123456789 \n\0x").ofMaxLength(32).map(text -> text.getBytes(StandardCharsets.US_ASCII));
    }

    @Property
    void anyPidFileIsAPortIdOrMalformed(@ForAll("nearlyPids") byte[] file) {
        try {
            long id = LldpadPidFile.parse(file);
            assertTrue(id >= 1 && id <= 0xffff_ffffL, () -> Long.toString(id));
        } catch (MalformedMessageException _) {
            return;
        }
    }
}
