package org.netlink4j.rtnetlink.encap;

import static org.netlink4j.rtnetlink.encap.LwtunnelIpOpts.LWTUNNEL_IP_OPT_GENEVE_CLASS;
import static org.netlink4j.rtnetlink.encap.LwtunnelIpOpts.LWTUNNEL_IP_OPT_GENEVE_DATA;
import static org.netlink4j.rtnetlink.encap.LwtunnelIpOpts.LWTUNNEL_IP_OPT_GENEVE_TYPE;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.MplsLabels;
import org.netlink4j.rtnetlink.link.LinkIndex;

/** How {@code ip -json} shows values that are not plain numbers, for the tables. What does not follow its format is left out. */
final class Renderings {
    private static final List<String> FLAVORS = List.of("psp", "usp", "usd", "next-csid");

    private Renderings() {}

    static Optional<String> hex(Attributes among, int number) {
        return among.number(number).stream().mapToObj(value -> "0x" + Long.toHexString(value)).findFirst();
    }

    static Optional<LinkIndex> index(Attributes among, int number) {
        return among.integer(number).stream().mapToObj(LinkIndex::new).findFirst();
    }

    static Optional<String> labels(Attributes among, int number) {
        try {
            return Optional.of(MplsLabels.decode(among.payload(number).orElseThrow()).toString());
        } catch (MalformedMessageException _) {
            return Optional.empty();
        }
    }

    static Optional<Map<String, Boolean>> tunnelFlags(Attributes among, int number) {
        int flags = among.integer(number).orElse(0);
        Map<String, Boolean> set = new LinkedHashMap<>();
        Map.of("key", TunnelFlags.TUNNEL_KEY, "csum", TunnelFlags.TUNNEL_CSUM, "seq", TunnelFlags.TUNNEL_SEQ).forEach((word, bit) -> {
            if ((flags & bit) != 0) {
                set.put(word, true);
            }
        });
        return Optional.of(set);
    }

    static Optional<Map<String, Object>> tunnelOptions(Attributes among, int number) {
        return among.nest(number).map(Attributes::values);
    }

    /** All nests of a number. */
    static Optional<List<Map<String, Object>>> all(Attributes among, int number) {
        return Optional.of(among.nests(number).stream().map(Attributes::values).toList());
    }

    /** Options of Geneve: the kernel answers with all of them in one nest. */
    static Optional<List<Map<String, Object>>> geneve(Attributes among, int number) {
        return Optional.of(among.nests(number).stream().flatMap(Renderings::geneve).toList());
    }

    private static Stream<Map<String, Object>> geneve(Attributes options) {
        List<byte[]> classes = options.payloads(LWTUNNEL_IP_OPT_GENEVE_CLASS);
        List<byte[]> types = options.payloads(LWTUNNEL_IP_OPT_GENEVE_TYPE);
        List<byte[]> data = options.payloads(LWTUNNEL_IP_OPT_GENEVE_DATA);
        return IntStream.range(0, Math.min(classes.size(), Math.min(types.size(), data.size()))).mapToObj(i -> {
            Map<String, Object> option = new LinkedHashMap<>();
            option.put("class", new BigInteger(1, classes.get(i)).longValue());
            option.put("type", new BigInteger(1, types.get(i)).longValue());
            option.put("data", HexFormat.of().formatHex(data.get(i)));
            return option;
        });
    }

    /** Options of ERSPAN: what a version does not have is 0. */
    static Optional<List<Map<String, Object>>> erspan(Attributes among, int number) {
        return Optional.of(among.nests(number).stream().map(options -> {
            Map<String, Object> shown = new LinkedHashMap<>();
            List.of("ver", "index", "dir", "hwid").forEach(key -> shown.put(key, 0L));
            shown.putAll(options.values());
            return shown;
        }).toList());
    }

    private static Map<String, Object> show(SegmentRoutingHeader header) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("segs", header.segments().stream().map(Ipv6Address::toString).toList());
        header.hmacKeyId().ifPresent(id -> shown.put("hmac", "0x" + Long.toHexString(id)));
        return shown;
    }

    static Optional<Map<String, Object>> segmentRouting(Attributes among, int number) {
        Seg6Encap encap = new Seg6Encap(among);
        try {
            Map<String, Object> shown = new LinkedHashMap<>();
            shown.put("mode", Seg6Iptunnel.MODES.getOrDefault(encap.mode(), "<unknown>"));
            shown.putAll(show(encap.header()));
            return Optional.of(shown);
        } catch (MalformedMessageException _) {
            return Optional.empty();
        }
    }

    static Optional<Map<String, Object>> segments(Attributes among, int number) {
        try {
            return Optional.of(show(SegmentRoutingHeader.decode(among.payload(number).orElseThrow())));
        } catch (MalformedMessageException _) {
            return Optional.empty();
        }
    }

    static Optional<List<String>> sourceRoute(Attributes among, int number) {
        try {
            return Optional.of(new RplEncap(among).path().stream().map(Ipv6Address::toString).toList());
        } catch (MalformedMessageException _) {
            return Optional.empty();
        }
    }

    static Optional<List<String>> flavors(Attributes among, int number) {
        int bits = among.integer(number).orElse(0);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < FLAVORS.size(); i++) {
            if ((bits >>> i + 1 & 1) != 0) { // bit 0 has no meaning
                words.add(FLAVORS.get(i));
            }
        }
        return Optional.of(words);
    }

    static Optional<String> program(Attributes among, int number) {
        return among.nest(number).flatMap(program -> program.text(LwtBpf.LWT_BPF_PROG_NAME));
    }

    static Optional<String> endpoint(Attributes among, int number) {
        return among.nest(number).flatMap(program -> program.text(Seg6Local.SEG6_LOCAL_BPF_PROG_NAME));
    }

    static Optional<Map<String, Object>> trace(Attributes among, int number) {
        Ioam6Encap encap = new Ioam6Encap(among);
        Map<String, Object> shown = new LinkedHashMap<>();
        encap.traceType().ifPresent(type -> shown.put("type", "0x" + Integer.toHexString(type)));
        encap.namespace().ifPresent(namespace -> shown.put("ns", namespace));
        encap.size().ifPresent(size -> shown.put("size", size));
        return Optional.of(shown);
    }

    static Optional<String> locator(Attributes among, int number) {
        return among.payload(number).map(octets -> {
            ByteBuffer in = ByteBuffer.wrap(octets);
            List<String> groups = new ArrayList<>();
            while (in.hasRemaining()) {
                groups.add(Integer.toHexString(in.getShort() & 0xffff));
            }
            return String.join(":", groups);
        });
    }
}
