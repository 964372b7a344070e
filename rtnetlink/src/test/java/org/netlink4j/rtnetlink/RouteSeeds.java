package org.netlink4j.rtnetlink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.netlink4j.core.schema.MessageSpec;
import org.netlink4j.testkit.SeedAttributes;

/** Messages of NETLINK_ROUTE to begin fuzzing with: what kernels sent, and of every type what its table allows. */
public final class RouteSeeds {
    private static final List<String> LINKS = List.of(
            "bridge", "bridge-port", "ifb", "lo", "macvlan-source", "macvtap", "veth", "veth-alias-altname", "vxlan");

    private static final Pattern MESSAGE = Pattern.compile("(?:m|qdisc|class) ([0-9a-f]+)");

    /** What selects the table of a kind: of links, of encapsulations, of queueing disciplines, filters and actions. */
    private static final String[] KINDS = {
        "macvtap", "bridge", "bond", "vlan", "vxlan", "gre", "ip6tnl", "geneve", "macsec", "can", "1", "4", "7", "htb", "fq_codel", "netem", "u32",
        "flower", "mirred", "pedit", "police"
    };

    private RouteSeeds() {}

    /** All of them. */
    public static List<byte[]> all() throws IOException {
        Stream<byte[]> links = LINKS.stream().map(Captures::bytes);
        Stream<byte[]> traffic = Stream.concat(captured("tc.txt"), captured("qdiscs.txt"));
        Stream<byte[]> made = Rtnetlink.PROTOCOL.messages().stream().flatMap(RouteSeeds::made);
        return Stream.of(links, traffic, made).flatMap(all -> all).toList();
    }

    private static Stream<byte[]> made(MessageSpec spec) {
        return SeedAttributes.messages(spec, 0, KINDS).stream().filter(message -> message.length < 1024).limit(3);
    }

    private static Stream<byte[]> captured(String file) throws IOException {
        try (InputStream in = RouteSeeds.class.getResourceAsStream("/captures/6.12/" + file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            return text.lines().map(MESSAGE::matcher).filter(line -> line.matches()).map(line -> HexFormat.of().parseHex(line.group(1)));
        }
    }
}
