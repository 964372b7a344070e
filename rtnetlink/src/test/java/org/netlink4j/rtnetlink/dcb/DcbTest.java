package org.netlink4j.rtnetlink.dcb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETDCB;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETDCB;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_CEE;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_DCBX;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_FEATCFG;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_IEEE;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_IEEE_APP;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_DCB_APP;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_FEATCFG_ATTR_PFC;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_FEATCFG_ENABLE;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.IEEE_8021QAZ_TSA_ETS;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Event;
import org.netlink4j.core.client.EventStream;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.AttributeType;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.testing.Answer;
import org.netlink4j.core.testing.FakeKernel;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.Rtnlgrp;
import org.netlink4j.testkit.HeaderConstants;
import org.netlink4j.testkit.Tables;

/** No device of the kernels at hand has data centre bridging, so a driver of the test answers. */
class DcbTest {
    private static final String HEADER = "linux/dcbnl.h";
    private static final String DEVICE = "eth7";
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final Ets ETS = new Ets(true, 8, false, List.of(20, 30, 50, 0, 0, 0, 0, 0), Collections.nCopies(8, 1),
            List.of(IEEE_8021QAZ_TSA_ETS, 2, 2, 0, 0, 0, 1, 255), List.of(0, 1, 2, 3, 4, 5, 6, 7),
            new Ets.Recommendation(List.of(100, 0, 0, 0, 0, 0, 0, 0), Collections.nCopies(8, 2), Collections.nCopies(8, 0)));
    private static final Pfc PFC = Pfc.of(0b1000_1000, true, 0xfedc);
    private static final DcbBuffer BUFFER =
            new DcbBuffer(List.of(0, 1, 2, 3, 4, 5, 6, 7), List.of(0L, 4_000_000_000L, 0L, 0L, 0L, 0L, 0L, 7L), 9);
    private static final List<Long> RATES = List.of(0L, 1L << 40, 0L, 0L, 0L, 0L, 0L, -1L);
    private static final List<AppPriority> APPLICATIONS =
            List.of(AppPriority.ofDscp(46, 5), AppPriority.ofPcp(15, 7), AppPriority.ofEtherType(0x8906, 3));

    /** What the driver of the test has. */
    private Attributes has = Attributes.none(DcbAttr.ATTRIBUTES)
            .with(DCB_ATTR_IEEE, IeeeObjects.NONE.attributes())
            .with(DCB_ATTR_DCBX, 0)
            .with(DCB_ATTR_FEATCFG, Attributes.none(DcbAttr.FEATURES))
            .with(DCB_ATTR_CEE, Attributes.none(DcbAttr.CEE));

    private final FakeKernel kernel = new FakeKernel().on(RTM_GETDCB, this::get).on(RTM_SETDCB, this::set);
    private int outcome;
    private int command;
    private DataCentreBridging dcb;
    private Rtnetlink rtnetlink;

    @BeforeEach
    void open() {
        rtnetlink = Rtnetlink.over(NetlinkClient.over(Rtnetlink.PROTOCOL, kernel));
        dcb = rtnetlink.dataCentreBridging();
    }

    @AfterEach
    void close() {
        rtnetlink.close();
    }

    private Answer get(MessageReader message) throws MalformedMessageException {
        DcbMessage request = DcbMessage.decode(message);
        assertEquals(Optional.of(DEVICE), request.device());
        command = request.command();
        return Answer.object(RTM_GETDCB, new DcbMessage(command, has));
    }

    /** As the kernel does it: the outcome of the driver stands in place of what was to change. */
    private Answer set(MessageReader message) throws MalformedMessageException {
        DcbMessage request = DcbMessage.decode(message);
        assertEquals(Optional.of(DEVICE), request.device());
        command = request.command();
        int number = request.attributes().numbers().getLast();
        if (number == DCB_ATTR_DCBX) {
            has = has.with(DCB_ATTR_DCBX, request.attributes().integer(number).orElseThrow());
        } else {
            has = has.with(number, request.attributes().nest(number).orElseThrow());
        }
        return Answer.object(RTM_SETDCB, out -> {
            out.u8(0).u8(command).u16(0);
            out.attributes().u8(number, outcome);
        });
    }

    @Test
    void setsAndGetsTheObjectsOfIeee() throws NetlinkException {
        IeeeObjects wanted = IeeeObjects.NONE.ets(ETS).pfc(PFC).buffer(BUFFER).maximumRates(RATES).applications(APPLICATIONS)
                .rewrites(APPLICATIONS).trust(List.of(5, 255, 1));
        dcb.set(DEVICE, wanted);
        assertEquals(DcbCmd.DCB_CMD_IEEE_SET, command);
        IeeeObjects got = dcb.get(DEVICE);
        assertEquals(DcbCmd.DCB_CMD_IEEE_GET, command);
        assertEquals(wanted, got);
        assertEquals(Optional.of(ETS), got.ets());
        assertEquals(Optional.of(PFC), got.pfc());
        assertTrue(got.pfc().orElseThrow().isEnabled(7) && !got.pfc().orElseThrow().isEnabled(6));
        assertEquals(Optional.of(BUFFER), got.buffer());
        assertEquals(Optional.of(RATES), got.maximumRates());
        assertEquals(APPLICATIONS, got.applications());
        assertEquals(APPLICATIONS, got.rewrites());
        assertEquals(List.of(DCB_ATTR_IEEE_APP, DCB_ATTR_DCB_APP, DCB_ATTR_IEEE_APP),
                got.attributes().nest(DcbAttr.DCB_ATTR_IEEE_APP_TABLE).orElseThrow().numbers(), "which order counts");
        assertEquals(Optional.of(List.of(5, 255, 1)), got.trust());
        assertEquals(Optional.empty(), got.peerEts());
        assertEquals(List.of(), got.peerApplications());
        dcb.delete(DEVICE, IeeeObjects.NONE.applications(APPLICATIONS));
        assertEquals(DcbCmd.DCB_CMD_IEEE_DEL, command);
    }

    @Test
    void readsTheObjectsOfTheOtherEnd() throws NetlinkException {
        Attributes objects = IeeeObjects.NONE.ets(ETS).pfc(PFC).applications(APPLICATIONS).attributes();
        Attributes peer = Attributes.none(DcbAttr.IEEE)
                .with(DcbAttr.DCB_ATTR_IEEE_PEER_ETS, objects.payload(DcbAttr.DCB_ATTR_IEEE_ETS).orElseThrow())
                .with(DcbAttr.DCB_ATTR_IEEE_PEER_PFC, objects.payload(DcbAttr.DCB_ATTR_IEEE_PFC).orElseThrow())
                .with(DcbAttr.DCB_ATTR_IEEE_PEER_APP, objects.nest(DcbAttr.DCB_ATTR_IEEE_APP_TABLE).orElseThrow());
        has = has.with(DCB_ATTR_IEEE, peer);
        IeeeObjects got = dcb.get(DEVICE);
        assertEquals(Optional.of(ETS), got.peerEts());
        assertEquals(Optional.of(PFC), got.peerPfc());
        assertEquals(APPLICATIONS, got.peerApplications());
        assertEquals(Optional.empty(), got.ets());
    }

    @Test
    void aRefusalOfTheDriverIsARefusal() throws NetlinkException {
        outcome = -Errno.EINVAL & 0xff;
        for (KernelException refusal : List.of(
                assertThrows(KernelException.class, () -> dcb.set(DEVICE, IeeeObjects.NONE.pfc(PFC))),
                assertThrows(KernelException.class, () -> dcb.setDcbx(DEVICE, 9)),
                assertThrows(KernelException.class, () -> dcb.setFeatures(DEVICE, Attributes.none(DcbAttr.FEATURES))))) {
            assertEquals(Errno.EINVAL, refusal.errno());
        }
        outcome = 0;
        dcb.setDcbx(DEVICE, 9);
        assertEquals(9, dcb.dcbx(DEVICE));
        assertEquals(DcbCmd.DCB_CMD_GDCBX, command);
    }

    @Test
    void setsAndGetsFeaturesAndReadsCee() throws NetlinkException {
        dcb.setFeatures(DEVICE, Attributes.none(DcbAttr.FEATURES).with(DCB_FEATCFG_ATTR_PFC, DCB_FEATCFG_ENABLE));
        assertEquals(DcbCmd.DCB_CMD_SFEATCFG, command);
        assertEquals(OptionalInt.of(DCB_FEATCFG_ENABLE), dcb.features(DEVICE).integer(DCB_FEATCFG_ATTR_PFC));
        assertEquals(DcbCmd.DCB_CMD_GFEATCFG, command);
        assertTrue(dcb.cee(DEVICE).isEmpty());
        assertEquals(DcbCmd.DCB_CMD_CEE_GET, command);
        has = has.without(DCB_ATTR_CEE).without(DCB_ATTR_DCBX);
        assertThrows(MalformedMessageException.class, () -> dcb.cee(DEVICE));
        assertThrows(MalformedMessageException.class, () -> dcb.dcbx(DEVICE));
    }

    @Test
    void hearsOfChanges() throws NetlinkException {
        FakeKernel other = new FakeKernel();
        try (EventStream events = EventStream.over(Rtnetlink.PROTOCOL, Set.of(Rtnlgrp.RTNLGRP_DCB), other)) {
            DcbMessage told = new DcbMessage(DcbCmd.DCB_CMD_IEEE_SET, has);
            other.multicast(Rtnlgrp.RTNLGRP_DCB, RTM_GETDCB, told);
            Event<DcbMessage> event = events.next(SOON, DcbMessage::decode).orElseThrow();
            assertTrue(event instanceof Event.Notification<DcbMessage>(int type, DcbMessage message, Event.Origin _)
                    && type == RTM_GETDCB && message.equals(told), event::toString);
        }
    }

    @Test
    void wantsEightOfEach() {
        assertThrows(IllegalArgumentException.class, () -> IeeeObjects.NONE.maximumRates(List.of(1L)));
        assertThrows(IllegalArgumentException.class, () -> new DcbBuffer(List.of(), BUFFER.sizes(), 0));
        assertThrows(IllegalArgumentException.class, () -> IeeeObjects.NONE.trust(List.of(256)));
        assertThrows(IllegalArgumentException.class, () -> new AppPriority(5, 256, 0));
    }

    @Test
    void numbersAndStructuresAreThoseOfTheHeader() {
        HeaderConstants.assertHolder(DcbAttr.class, HEADER);
        HeaderConstants.assertHolder(DcbCmd.class, HEADER);
        Set<AttributeSet> tables = Tables.reachable(DcbAttr.ATTRIBUTES);
        HeaderConstants.assertTables(tables, HEADER);
        Map<String, Long> ours = new TreeMap<>();
        Stream.concat(Stream.of(DcbAttr.DCBMSG), tables.stream()
                        .flatMap(table -> table.specs().stream())
                        .filter(spec -> spec.type() == AttributeType.STRUCT)
                        .map(spec -> spec.struct().orElseThrow()))
                .forEach(struct -> {
                    ours.put("sizeof(struct " + struct.name() + ")", (long) struct.size());
                    struct.fields().forEach(field -> ours.put(
                            "offsetof(struct " + struct.name() + ", " + field.name() + ")", (long) field.offset()));
                });
        HeaderConstants.assertAgree(ours, HEADER);
    }
}
