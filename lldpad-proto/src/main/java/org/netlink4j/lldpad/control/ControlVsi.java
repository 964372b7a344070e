package org.netlink4j.lldpad.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.netlink4j.core.MalformedMessageException;

/**
 * A VSI as {@code vdptool} names it: keys and values in order, of which some may come more than once. What lldpad lists and what it
 * does not know the meaning of stays as it is.
 *
 * @param parameters keys and values
 */
public record ControlVsi(List<Parameter> parameters) {
    private static final int BLOCK_LENGTH = 4;
    private static final String FILTER = "filter";

    /**
     * A key and its value.
     *
     * @param key for example {@code "typeid"}
     * @param value for example {@code "5"}
     */
    public record Parameter(String key, String value) {}

    /** Copies the list. */
    public ControlVsi {
        parameters = List.copyOf(parameters);
    }

    /**
     * A VSI with one filter, in the order in which the tools name its parameters.
     *
     * @param mode {@code "assoc"}, {@code "preassoc"}, {@code "preassoc-rr"} or {@code "deassoc"}
     * @param managerId text of at most 16 characters
     * @param typeId 0 to 0xffffff
     * @param version 0 to 255
     * @param instanceId which VSI
     * @param filter {@code "VLAN"}, {@code "VLAN-MAC"}, {@code "VLAN-MAC-GROUP"} or {@code "VLAN--GROUP"}
     * @return the VSI
     */
    public static ControlVsi of(String mode, String managerId, int typeId, int version, UUID instanceId, String filter) {
        return new ControlVsi(List.of(
                new Parameter("mode", mode),
                new Parameter("mgrid2", managerId),
                new Parameter("typeid", Integer.toString(typeId)),
                new Parameter("uuid", instanceId.toString()),
                new Parameter("typeidver", Integer.toString(version)),
                new Parameter("hints", "none"),
                new Parameter(FILTER, filter)));
    }

    /**
     * The first value of a key.
     *
     * @param key the key
     * @return empty if there is none
     */
    public Optional<String> value(String key) {
        return values(key).findFirst();
    }

    private Stream<String> values(String key) {
        return parameters.stream().filter(one -> one.key().equals(key)).map(Parameter::value);
    }

    /** {@return the filters, with the VLAN that the switch chose} */
    public List<String> filters() {
        return values(FILTER).toList();
    }

    String encoded() {
        StringBuilder text = new StringBuilder();
        parameters.forEach(one -> text.append(new ControlText.Pair(one.key(), one.value()).encoded()));
        return text.toString();
    }

    /** VSIs up to the end, each behind its length. */
    static List<ControlVsi> decode(ControlText text) throws MalformedMessageException {
        List<ControlVsi> vsis = new ArrayList<>();
        while (!text.isAtEnd()) {
            ControlText block = new ControlText(text.take(text.hex(BLOCK_LENGTH)));
            List<Parameter> parameters = new ArrayList<>();
            while (!block.isAtEnd()) {
                ControlText.Pair pair = block.pair();
                parameters.add(new Parameter(pair.key(), pair.value()));
            }
            vsis.add(new ControlVsi(parameters));
        }
        return vsis;
    }
}
