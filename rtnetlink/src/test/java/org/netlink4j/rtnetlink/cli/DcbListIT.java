package org.netlink4j.rtnetlink.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.netlink4j.core.testing.Answer.dump;
import static org.netlink4j.core.testing.Answer.object;
import static org.netlink4j.core.testing.Answer.refuse;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETDCB;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.json.JsonWriter;
import org.netlink4j.core.testing.Answer;
import org.netlink4j.core.testing.FakeKernel;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.InNamespace;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.dcb.AppPriority;
import org.netlink4j.rtnetlink.dcb.DcbAttr;
import org.netlink4j.rtnetlink.dcb.DcbBuffer;
import org.netlink4j.rtnetlink.dcb.DcbMessage;
import org.netlink4j.rtnetlink.dcb.Ets;
import org.netlink4j.rtnetlink.dcb.IeeeObjects;
import org.netlink4j.rtnetlink.dcb.Pfc;
import org.netlink4j.rtnetlink.dcb.PreloadedDevice;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Veth;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;
import org.netlink4j.testkit.StrictJson;

/** {@code rtnl dcb list} against {@code dcb}. */
@KernelTest
class DcbListIT extends InNamespace {
    private static final int ROUNDS = 5;
    private static final List<Integer> ALGORITHMS = List.of(
            DcbAttr.IEEE_8021QAZ_TSA_STRICT, DcbAttr.IEEE_8021QAZ_TSA_CB_SHAPER, DcbAttr.IEEE_8021QAZ_TSA_ETS, DcbAttr.IEEE_8021QAZ_TSA_VENDOR);

    private final Random random = new Random(802);

    @BeforeEach
    void open() throws NetlinkException {
        rtnetlink.links().create(LinkSpec.named("v0").kind(Veth.withPeer(LinkSpec.named("v1"))));
    }

    private List<Integer> eight(int bound) {
        return random.ints(8, 0, bound).boxed().toList();
    }

    private List<Integer> algorithms() {
        return eight(ALGORITHMS.size()).stream().map(ALGORITHMS::get).toList();
    }

    /** Each EtherType and port has one priority at most, as far as it matters. */
    private List<AppPriority> applications() {
        return IntStream.rangeClosed(DcbAttr.IEEE_8021QAZ_APP_SEL_ETHERTYPE, DcbAttr.IEEE_8021QAZ_APP_SEL_DSCP)
                .boxed()
                .flatMap(selector -> random.ints(random.nextInt(4), 0, selector == DcbAttr.IEEE_8021QAZ_APP_SEL_DSCP ? 64 : 3)
                        .mapToObj(protocol -> new AppPriority(selector, random.nextInt(8), protocol)))
                .toList();
    }

    private IeeeObjects objects() {
        return IeeeObjects.NONE
                .ets(new Ets(random.nextBoolean(), random.nextInt(9), random.nextBoolean(), eight(101), eight(101), algorithms(), eight(8),
                        new Ets.Recommendation(eight(101), algorithms(), eight(8))))
                .pfc(new Pfc(random.nextInt(9), random.nextInt(256), random.nextBoolean(), random.nextInt(1 << 16),
                        random.longs(8).boxed().toList(), random.longs(8).boxed().toList()))
                .buffer(new DcbBuffer(eight(8), random.longs(8, 0, 1L << 32).boxed().toList(), random.nextInt(1 << 30)))
                .maximumRates(random.longs(8).boxed().toList())
                .applications(applications());
    }

    @Test
    @NeedsCommand({"dcb", "gcc"})
    void printsAsDcbDoes(@TempDir Path directory) throws IOException {
        String preloaded = "LD_PRELOAD=" + PreloadedDevice.in(directory);
        for (int round = 0; round < ROUNDS; round++) {
            IeeeObjects objects = objects();
            int mode = random.nextInt(32);
            Map<?, ?> ours = (Map<?, ?>) StrictJson.parse(new JsonWriter().tree(DcbJson.of("v0", objects, Optional.of(mode))).toString());
            String has = "DCB_IEEE=" + HexFormat.of().formatHex(objects.attributes().encode());
            for (String object : List.of("ets", "pfc", "buffer", "maxrate", "app", "dcbx")) {
                String theirs = Commands.inside(namespace.path().toString()).run(
                        "env", preloaded, has, "DCB_DCBX=" + mode, "dcb", "-j", "-s", object, "show", "dev", "v0");
                assertEquals(StrictJson.parse(theirs.strip()), ours.get(object), object);
            }
        }
    }

    @Test
    void aDeviceWithoutItIsLeftOutAndRefusedByName() throws NetlinkException {
        IpComparison comparison = new IpComparison(namespace);
        assertEquals("[]", comparison.rtnl("dcb", "list", "--json").output().strip());
        IpComparison.Result refused = comparison.rtnl("dcb", "list", "--dev", "v0");
        assertEquals(1, refused.status());
        assertTrue(refused.errors().contains("EOPNOTSUPP"), refused::errors);
    }

    private static Answer link(int index, String name) {
        return object(RTM_NEWLINK, out -> out.zeros(4).u32(index).zeros(8).attributes().stringz(Ifla.IFLA_IFNAME, name));
    }

    private static Answer tell(MessageReader message, IeeeObjects objects) throws MalformedMessageException {
        DcbMessage asked = DcbMessage.decode(message);
        if (!asked.device().orElseThrow().equals("eth7")) {
            return refuse(Errno.EOPNOTSUPP);
        }
        return object(RTM_GETDCB, new DcbMessage(asked.command(), asked.attributes()
                .with(DcbAttr.DCB_ATTR_IEEE, objects.attributes())
                .with(DcbAttr.DCB_ATTR_DCBX, DcbAttr.DCB_CAP_DCBX_HOST | DcbAttr.DCB_CAP_DCBX_VER_IEEE)));
    }

    @Test
    void listsTheDevicesThatHaveIt() throws NetlinkException {
        IeeeObjects objects = objects();
        FakeKernel kernel = new FakeKernel()
                .on(RTM_GETLINK, dump(link(1, "lo"), link(7, "eth7")))
                .on(RTM_GETDCB, message -> tell(message, objects));
        try (Rtnetlink fake = Rtnetlink.over(NetlinkClient.over(Rtnetlink.PROTOCOL, kernel))) {
            List<Map<String, Object>> listed = DcbJson.list(fake, new Arguments(List.of(), Set.of(), Map.of()));
            assertEquals(List.of(DcbJson.of("eth7", objects, Optional.of(9))), listed);
            Map<String, Object> row = DcbJson.COMMAND.rows().apply(listed.getFirst()).findFirst().orElseThrow();
            ByteArrayOutputStream table = new ByteArrayOutputStream();
            TextTable.print(
                    List.of("IFNAME", "DCBX"), List.of(List.of(ObjectList.cell(row.get("ifname")), ObjectList.cell(row.get("dcbx")))),
                    new PrintStream(table, true, StandardCharsets.UTF_8));
            assertEquals("eth7 host,ieee", table.toString(StandardCharsets.UTF_8).lines().toList().getLast().replaceAll(" +", " "));
            assertTrue(row.keySet().containsAll(DcbJson.COMMAND.columns()), row::toString);
        }
    }
}
