package org.netlink4j.rtnetlink.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_EXCL;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.socket.NetworkNamespace;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.testkit.Commands;
import org.netlink4j.testkit.KernelTest;
import org.netlink4j.testkit.NeedsCommand;

/** Our requests are byte for byte those of {@code ip}, but for sequence number and port id. */
@KernelTest
@NeedsCommand({"ip", "strace"})
class RequestDifferentialIT {
    private static final int NEW = NLM_F_REQUEST | NLM_F_ACK | NLM_F_CREATE | NLM_F_EXCL;
    private static final int CHANGE = NLM_F_REQUEST | NLM_F_ACK;
    private static final MacAddress A = MacAddress.parse("02:00:00:00:00:0a");
    private static final MacAddress B = MacAddress.parse("02:00:00:00:00:0b");

    /** The index of v0, on which others are put. */
    private static final int LOWER = 10;

    /** The index of m0, which is changed. */
    private static final int CHANGED = 12;

    private static final Pattern DUMPED = Pattern.compile("^ \\| [0-9a-f]{5,} {2}(.{49})", Pattern.MULTILINE);

    private NetworkNamespace namespace;
    private Commands inside;

    @BeforeEach
    void open() throws NetlinkException {
        namespace = NetworkNamespace.createAnonymous();
        inside = Commands.inside(namespace.path().toString());
        try (Rtnetlink rtnetlink = Rtnetlink.open(namespace)) {
            Links links = rtnetlink.links();
            links.create(LinkSpec.named("v0").index(LOWER).kind(Veth.withPeer(LinkSpec.named("v1").index(LOWER + 1))));
            links.create(LinkSpec.named("m0").index(CHANGED).lower(LOWER).kind(new Macvlan().mode(MacvlanMode.SOURCE)));
        }
    }

    @AfterEach
    void close() {
        namespace.close();
    }

    /** The last message that ip sent: what comes before only asks. */
    private byte[] sentBy(String command) {
        String[] words = ("strace -e trace=sendmsg -e write=all -e signal=none " + command).split(" ");
        String trace = inside.attempt(words).errors(); // ip may be refused: the request counts
        int last = trace.lastIndexOf("sendmsg(");
        if (last < 0) {
            throw new AssertionError("ip sent nothing: " + trace);
        }
        StringBuilder hex = new StringBuilder();
        for (Matcher line = DUMPED.matcher(trace.substring(last)); line.find(); ) {
            hex.append(line.group(1).replace(" ", ""));
        }
        byte[] bytes = HexFormat.of().parseHex(hex);
        int length = MemorySegment.ofArray(bytes).get(ValueLayout.JAVA_INT_UNALIGNED, 0);
        return masked(Arrays.copyOf(bytes, length));
    }

    private static byte[] masked(byte[] message) {
        Arrays.fill(message, 8, 16, (byte) 0); // sequence number and port id
        return message;
    }

    private static byte[] ours(int type, int flags, LinkSpec spec) {
        byte[] buffer = new byte[4096];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(buffer), 0, buffer.length).begin(type, flags, 0, 0);
        spec.write(out);
        return Arrays.copyOf(buffer, (int) out.end());
    }

    private void same(String command, int type, int flags, LinkSpec spec) {
        assertEquals(HexFormat.of().formatHex(sentBy(command)), HexFormat.of().formatHex(ours(type, flags, spec)), command);
    }

    private static LinkSpec on(String name, LinkKind kind) {
        return LinkSpec.ANY.lower(LOWER).name(name).kind(kind);
    }

    static Stream<Arguments> created() {
        Stream<Arguments> modes = Stream.of("private", "vepa", "bridge", "passthru", "source").flatMap(mode -> Stream.of(
                Arguments.of("ip link add link v0 name x0 type macvtap mode " + mode,
                        on("x0", new Macvtap().mode(MacvlanMode.parse(mode)))),
                Arguments.of("ip link add link v0 name x0 type macvlan mode " + mode,
                        on("x0", new Macvlan().mode(MacvlanMode.parse(mode))))));
        return Stream.concat(modes, Stream.of(
                Arguments.of("ip link add link v0 name x0 type macvtap", on("x0", new Macvtap())),
                Arguments.of("ip link add link v0 name x0 type macvtap mode vepa bcqueuelen 500",
                        on("x0", new Macvtap().broadcastQueueLength(500).mode(MacvlanMode.VEPA))),
                Arguments.of("ip link add link v0 mtu 1400 address " + A + " name x0 type macvlan mode bridge",
                        LinkSpec.ANY.mtu(1400).address(A).lower(LOWER).name("x0")
                                .kind(new Macvlan().mode(MacvlanMode.BRIDGE))),
                Arguments.of("ip link add x0 type veth", LinkSpec.named("x0").kind(new Veth())),
                Arguments.of("ip link add x0 type veth peer name x1",
                        LinkSpec.named("x0").kind(Veth.withPeer(LinkSpec.named("x1")))),
                Arguments.of("ip link add x0 mtu 1400 type veth peer name x1 mtu 1300 address " + B,
                        LinkSpec.ANY.mtu(1400).name("x0")
                                .kind(Veth.withPeer(LinkSpec.ANY.mtu(1300).address(B).name("x1")))),
                Arguments.of("ip link add x0 type bridge", LinkSpec.named("x0").kind(new Bridge())),
                Arguments.of("ip link add x0 type bridge forward_delay 400 stp_state 1 priority 9",
                        LinkSpec.named("x0").kind(new Bridge().forwardDelay(400).spanningTree(true).priority(9))),
                Arguments.of("ip link add x0 type dummy", LinkSpec.named("x0").kind(new Dummy())),
                Arguments.of("ip link add x0 txqueuelen 7 type ifb",
                        LinkSpec.ANY.txQueueLength(7).name("x0").kind(new UnknownLinkKind("ifb"))),
                Arguments.of("ip link add x0 up type dummy", LinkSpec.ANY.up().name("x0").kind(new Dummy()))));
    }

    @ParameterizedTest
    @MethodSource("created")
    void createsAsIpDoes(String command, LinkSpec spec) {
        same(command, RTM_NEWLINK, NEW, spec);
    }

    static Stream<Arguments> changed() {
        return Stream.of(
                Arguments.of("ip link set m0 up", LinkSpec.indexed(CHANGED).up()),
                Arguments.of("ip link set m0 down", LinkSpec.indexed(CHANGED).down()),
                Arguments.of("ip link set m0 mtu 1000", LinkSpec.indexed(CHANGED).mtu(1000)),
                Arguments.of("ip link set m0 address " + A, LinkSpec.indexed(CHANGED).address(A)),
                Arguments.of("ip link set m0 name renamed", LinkSpec.indexed(CHANGED).name("renamed")),
                Arguments.of("ip link set m0 alias text", LinkSpec.indexed(CHANGED).alias("text")),
                Arguments.of("ip link set m0 master v1", LinkSpec.indexed(CHANGED).master(LOWER + 1)),
                Arguments.of("ip link set m0 nomaster", LinkSpec.indexed(CHANGED).master(0)),
                Arguments.of("ip link set m0 type macvlan mode bridge",
                        LinkSpec.indexed(CHANGED).kind(new Macvlan().mode(MacvlanMode.BRIDGE))));
    }

    @ParameterizedTest
    @MethodSource("changed")
    void changesAsIpDoes(String command, LinkSpec spec) {
        same(command, RTM_NEWLINK, CHANGE, spec);
    }

    @Test
    void changesTheListOfSourcesAsIpDoes() {
        List<MacAddress> list = List.of(A, B);
        same("ip link set m0 type macvlan macaddr add " + A, RTM_NEWLINK, CHANGE,
                LinkSpec.indexed(CHANGED).kind(MacvlanSources.adding(new Macvlan(), A)));
        same("ip link set m0 type macvlan macaddr del " + A, RTM_NEWLINK, CHANGE,
                LinkSpec.indexed(CHANGED).kind(MacvlanSources.deleting(new Macvlan(), A)));
        same("ip link set m0 type macvlan macaddr set " + A + " " + B, RTM_NEWLINK, CHANGE,
                LinkSpec.indexed(CHANGED).kind(MacvlanSources.setting(new Macvlan(), list)));
        same("ip link set m0 type macvlan macaddr flush", RTM_NEWLINK, CHANGE,
                LinkSpec.indexed(CHANGED).kind(MacvlanSources.flushing(new Macvlan())));
    }

    @Test
    void deletesAsIpDoes() {
        same("ip link delete m0", RTM_DELLINK, CHANGE, LinkSpec.indexed(CHANGED));
    }
}
