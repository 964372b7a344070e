package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.DriverRequest;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.QbhProfile;

/**
 * The state of an interface as text: a first line with the version, a line for each value with name, space and value, and a last
 * line. Values are URL-encoded, for names of devices may hold anything.
 */
final class JournalText {
    private static final String FIRST = "macvtap interface 1";
    private static final String LAST = "end";
    private static final String NONE = "none";
    private static final String QBG = "802.1Qbg";
    private static final String QBH = "802.1Qbh";

    private JournalText() {}

    // ---- writing

    static String encode(InterfaceState state) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", state.id());
        values.put("phase", state.phase());
        values.put("boot", state.place().boot());
        values.put("namespace", state.place().namespace());
        values.put("device.name", state.device().name());
        values.put("device.index", state.device().index());
        values.put("device.group", state.device().group());
        values.put("device.address", state.device().address());
        values.put("lower.name", state.lower().name());
        values.put("lower.index", state.lower().index());
        values.put("lower.address", state.lower().address());
        values.put("lower.exclusive", state.lower().exclusive());
        values.put("lower.lent", state.lower().lent());
        values.put("lower.raised", state.lower().raised());
        if (state.lower().function() instanceof LentFunction.Card card) {
            values.put("card.name", card.physical());
            values.put("card.index", card.index());
            values.put("card.function", card.number());
            values.put("card.address", card.address());
            values.put("card.fixed", card.fixed());
            values.put("card.vlan", card.before().id());
            values.put("card.priority", card.before().priority());
            values.put("card.lent.vlan", card.lent().id());
            values.put("card.lent.priority", card.lent().priority());
        }
        values.put("vsi", state.vsi());
        switch (state.port()) {
            case ProfilePort.None _ -> values.put("port", NONE);
            case ProfilePort.Qbg(QbgProfile profile, String root, int index, int vlan) -> {
                values.put("port", QBG);
                values.put("port.manager", profile.managerId());
                values.put("port.type", profile.typeId());
                values.put("port.version", profile.typeIdVersion());
                values.put("port.instance", profile.instanceId());
                values.put("port.root", root);
                values.put("port.index", index);
                values.put("port.vlan", vlan);
            }
            case ProfilePort.Qbh(QbhProfile profile, DriverRequest.Port port, UUID machine) -> {
                values.put("port", QBH);
                values.put("port.profile", profile.profileId());
                values.put("port.index", port.index());
                values.put("port.function", port.function());
                values.put("port.machine", machine);
            }
        }
        StringBuilder text = new StringBuilder(FIRST).append('\n');
        values.forEach((name, value) -> text.append(name).append(' ').append(escaped(value.toString())).append('\n'));
        return text.append(LAST).append('\n').toString();
    }

    private static String escaped(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    // ---- reading

    /** A text that no interface has is an {@link IOException}. */
    static InterfaceState decode(String text) throws IOException {
        List<String> lines = text.lines().toList();
        if (lines.size() < 2 || !lines.getFirst().equals(FIRST) || !lines.getLast().equals(LAST)) {
            throw new IOException("not a journal of a macvtap interface, or not of this version");
        }
        try {
            Reader in = new Reader(values(lines.subList(1, lines.size() - 1)));
            return new InterfaceState(
                    in.uuid("id"),
                    in.read("phase", InterfaceState.Phase::valueOf),
                    new InterfaceState.Place(in.text("boot"), in.read("namespace", Long::parseLong)),
                    new InterfaceState.Device(
                            in.text("device.name"), in.number("device.index"), in.read("device.group", Long::parseLong), in.mac("device.address")),
                    new InterfaceState.Lower(
                            in.text("lower.name"), in.number("lower.index"), in.mac("lower.address"),
                            in.truth("lower.exclusive"), in.truth("lower.lent"), in.truth("lower.raised"),
                            function(in)),
                    in.read("vsi", InterfaceState.Vsi::valueOf),
                    port(in));
        } catch (IllegalArgumentException e) {
            throw new IOException("a damaged journal of a macvtap interface: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> values(List<String> lines) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : lines) {
            int space = line.indexOf(' ');
            if (space < 0 || values.put(line.substring(0, space), URLDecoder.decode(line.substring(space + 1), StandardCharsets.UTF_8)) != null) {
                throw new IllegalArgumentException(line);
            }
        }
        return values;
    }

    private static LentFunction function(Reader in) {
        return in.values.containsKey("card.name")
                ? new LentFunction.Card(
                        in.text("card.name"), in.number("card.index"), in.number("card.function"), in.mac("card.address"),
                        in.truth("card.fixed"),
                        new LentFunction.Vlan(in.number("card.vlan"), in.number("card.priority")),
                        new LentFunction.Vlan(in.number("card.lent.vlan"), in.number("card.lent.priority")))
                : LentFunction.None.NONE;
    }

    private static ProfilePort port(Reader in) {
        return switch (in.text("port")) {
            case NONE -> ProfilePort.None.NONE;
            case QBG -> new ProfilePort.Qbg(
                    new QbgProfile(
                            in.number("port.manager"), in.number("port.type"), in.number("port.version"), in.uuid("port.instance")),
                    in.text("port.root"), in.number("port.index"), in.number("port.vlan"));
            case QBH -> new ProfilePort.Qbh(
                    new QbhProfile(in.text("port.profile")),
                    new DriverRequest.Port(in.number("port.index"), in.number("port.function")),
                    in.uuid("port.machine"));
            default -> throw new IllegalArgumentException("port");
        };
    }

    private record Reader(Map<String, String> values) {
        <T> T read(String name, Function<String, T> parser) {
            String value = values.get(name);
            if (value == null) {
                throw new IllegalArgumentException("lacks " + name);
            }
            return parser.apply(value);
        }

        String text(String name) {
            return read(name, Function.identity());
        }

        int number(String name) {
            return read(name, Integer::parseInt);
        }

        boolean truth(String name) {
            return read(name, Boolean::parseBoolean);
        }

        UUID uuid(String name) {
            return read(name, UUID::fromString);
        }

        MacAddress mac(String name) {
            return read(name, MacAddress::parse);
        }
    }
}
