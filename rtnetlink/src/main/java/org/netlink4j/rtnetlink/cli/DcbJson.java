package org.netlink4j.rtnetlink.cli;

import static org.netlink4j.rtnetlink.Rtm.RTM_GETDCB;
import static org.netlink4j.rtnetlink.Rtnlgrp.RTNLGRP_DCB;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_APP_SEL_PCP;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_CAP_DCBX_HOST;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_CAP_DCBX_LLD_MANAGED;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_CAP_DCBX_STATIC;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_CAP_DCBX_VER_CEE;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_CAP_DCBX_VER_IEEE;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.IEEE_8021QAZ_APP_SEL_ANY;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.IEEE_8021QAZ_APP_SEL_DGRAM;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.IEEE_8021QAZ_APP_SEL_DSCP;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.IEEE_8021QAZ_APP_SEL_ETHERTYPE;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.IEEE_8021QAZ_APP_SEL_STREAM;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.IEEE_8021QAZ_TSA_CB_SHAPER;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.IEEE_8021QAZ_TSA_ETS;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.IEEE_8021QAZ_TSA_STRICT;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.IEEE_8021QAZ_TSA_VENDOR;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.dcb.AppPriority;
import org.netlink4j.rtnetlink.dcb.DataCentreBridging;
import org.netlink4j.rtnetlink.dcb.DcbBuffer;
import org.netlink4j.rtnetlink.dcb.DcbMessage;
import org.netlink4j.rtnetlink.dcb.Ets;
import org.netlink4j.rtnetlink.dcb.IeeeObjects;
import org.netlink4j.rtnetlink.dcb.Pfc;
import org.netlink4j.rtnetlink.link.Link;

/** Data centre bridging as {@code dcb -j -s} prints it. */
final class DcbJson {
    private static final String ATTRIBUTES = "attributes";
    private static final String DEVICE = "--dev";
    private static final String NAME = "ifname";
    private static final String DCBX = "dcbx";
    private static final String ETS = "ets";
    private static final String PFC = "pfc";

    /** All that was said, by the kernel's names. There is no {@code RTM_NEWDCB}. */
    static final EventKind EVENTS =
            EventKind.of("dcb", RTM_GETDCB, Set.of(RTNLGRP_DCB), List.of("dev", "cmd", ATTRIBUTES), _ -> message -> {
                DcbMessage said = DcbMessage.decode(message);
                Map<String, Object> members = new LinkedHashMap<>();
                said.device().ifPresent(device -> members.put("dev", device));
                members.put("cmd", said.command());
                members.put(ATTRIBUTES, EventLines.whole(message).get(ATTRIBUTES));
                return members;
            });

    static final ObjectList COMMAND = new ObjectList(
            """
            dcb list [--dev NAME] [--json]

              data centre bridging of the devices that have it, one line each

              --dev NAME      that of one device; an error if it has none
              --json          "ets", "pfc", "buffer", "maxrate", "app" and "dcbx", so far as the device has them, with the keys and
                              values of "dcb -j -s ets show" and so on; "tc_maxrate" is in kilobits a second
            """,
            Set.of(),
            Set.of(DEVICE),
            List.of(NAME, DCBX, "willing", "tc_bw", "tc_tsa", "prio_tc", "prio_pfc"),
            DcbJson::list,
            DcbJson::flat);

    private static final Map<Integer, String> ALGORITHMS = Map.of(
            IEEE_8021QAZ_TSA_STRICT, "strict", IEEE_8021QAZ_TSA_CB_SHAPER, "cbs", IEEE_8021QAZ_TSA_ETS, ETS,
            IEEE_8021QAZ_TSA_VENDOR, "vendor");

    private static final Map<Integer, String> SELECTORS = Map.of(
            IEEE_8021QAZ_APP_SEL_ETHERTYPE, "ethtype_prio", IEEE_8021QAZ_APP_SEL_STREAM, "stream_port_prio",
            IEEE_8021QAZ_APP_SEL_DGRAM, "dgram_port_prio", IEEE_8021QAZ_APP_SEL_ANY, "port_prio",
            IEEE_8021QAZ_APP_SEL_DSCP, "dscp_prio", DCB_APP_SEL_PCP, "pcp_prio");

    private static final Map<Integer, String> MODES = Map.of(
            DCB_CAP_DCBX_HOST, "host", DCB_CAP_DCBX_LLD_MANAGED, "lld_managed", DCB_CAP_DCBX_VER_CEE, "cee",
            DCB_CAP_DCBX_VER_IEEE, "ieee", DCB_CAP_DCBX_STATIC, "static");

    /** The call of a device that may have no data centre bridging. */
    @FunctionalInterface
    private interface Call<T> {
        T make() throws NetlinkException;
    }

    private DcbJson() {}

    static List<Map<String, Object>> list(Rtnetlink rtnetlink, Arguments arguments) throws NetlinkException {
        arguments.noOperands();
        DataCentreBridging bridging = rtnetlink.dataCentreBridging();
        Optional<String> wanted = arguments.value(DEVICE);
        if (wanted.isPresent()) {
            return List.of(of(wanted.get(), bridging.get(wanted.get()), ifAny(() -> bridging.dcbx(wanted.get()))));
        }
        List<Map<String, Object>> listed = new ArrayList<>();
        for (Link link : rtnetlink.links().list()) {
            Optional<IeeeObjects> objects = ifAny(() -> bridging.get(link.name()));
            if (objects.isPresent()) {
                listed.add(of(link.name(), objects.get(), ifAny(() -> bridging.dcbx(link.name()))));
            }
        }
        return listed;
    }

    /** Empty also if the device is gone since it was listed. */
    private static <T> Optional<T> ifAny(Call<T> call) throws NetlinkException {
        try {
            return Optional.of(call.make());
        } catch (KernelException e) {
            if (e.errno() == Errno.EOPNOTSUPP || e.errno() == Errno.ENODEV) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What the table shows is in the objects. */
    private static Stream<Map<String, Object>> flat(Map<String, Object> device) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (String object : List.of(ETS, PFC)) {
            if (device.get(object) instanceof Map<?, ?> members) {
                members.forEach((key, value) -> row.put(key.toString(), value));
            }
        }
        row.put(NAME, device.get(NAME));
        if (device.get(DCBX) instanceof Map<?, ?> modes) {
            row.put(DCBX, List.copyOf(modes.keySet()));
        }
        return Stream.of(row);
    }

    static Map<String, Object> of(String device, IeeeObjects objects, Optional<Integer> dcbx) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put(NAME, device);
        objects.ets().ifPresent(ets -> members.put(ETS, of(ets)));
        objects.pfc().ifPresent(pfc -> members.put(PFC, of(pfc)));
        objects.buffer().ifPresent(buffer -> members.put("buffer", of(buffer)));
        objects.maximumRates().ifPresent(rates -> members.put("maxrate", Map.of("tc_maxrate", unsigned(rates))));
        members.put("app", applications(objects.applications()));
        dcbx.ifPresent(mode -> members.put(DCBX, modes(mode)));
        return members;
    }

    private static Map<String, Object> of(Ets ets) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("willing", ets.willing());
        members.put("ets_cap", ets.classes());
        members.put("cbs", ets.creditBasedShaper());
        members.put("tc_bw", ets.bandwidth());
        members.put("pg_bw", ets.receiveBandwidth());
        members.put("tc_tsa", algorithms(ets.algorithms()));
        members.put("prio_tc", ets.classOf());
        members.put("reco_tc_bw", ets.recommendation().bandwidth());
        members.put("reco_tc_tsa", algorithms(ets.recommendation().algorithms()));
        members.put("reco_prio_tc", ets.recommendation().classOf());
        return members;
    }

    private static List<String> algorithms(List<Integer> numbers) {
        return numbers.stream().map(number -> ALGORITHMS.getOrDefault(number, number.toString())).toList();
    }

    private static Map<String, Object> of(Pfc pfc) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("pfc_cap", pfc.capacity());
        members.put("macsec_bypass", pfc.bypass());
        members.put("delay", pfc.delay());
        members.put("prio_pfc", IntStream.range(0, pfc.requests().size()).mapToObj(pfc::isEnabled).toList());
        members.put("requests", unsigned(pfc.requests()));
        members.put("indications", unsigned(pfc.indications()));
        return members;
    }

    private static Map<String, Object> of(DcbBuffer buffer) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("prio_buffer", buffer.bufferOf());
        members.put("buffer_size", buffer.sizes());
        members.put("total_size", buffer.total());
        return members;
    }

    private static List<Object> unsigned(List<Long> numbers) {
        return numbers.stream().<Object>map(number -> new BigInteger(Long.toUnsignedString(number))).toList();
    }

    /** An EtherType of 0 stands for what has no priority of its own. */
    private static Map<String, Object> applications(List<AppPriority> entries) {
        Map<String, List<Object>> members = new LinkedHashMap<>();
        entries.stream()
                .sorted(Comparator.comparing(AppPriority::selector).thenComparing(AppPriority::protocol).thenComparing(AppPriority::priority))
                .filter(entry -> SELECTORS.containsKey(entry.selector()))
                .forEach(entry -> {
                    boolean rest = entry.selector() == IEEE_8021QAZ_APP_SEL_ETHERTYPE && entry.protocol() == 0;
                    members.computeIfAbsent(rest ? "default_prio" : SELECTORS.get(entry.selector()), _ -> new ArrayList<>())
                            .add(rest ? entry.priority() : List.of(entry.protocol(), entry.priority()));
                });
        return new LinkedHashMap<>(members);
    }

    private static Map<String, Object> modes(int bits) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int bit = DCB_CAP_DCBX_HOST; bit <= DCB_CAP_DCBX_STATIC; bit <<= 1) {
            if ((bits & bit) != 0) {
                members.put(MODES.get(bit), true);
            }
        }
        return members;
    }
}
