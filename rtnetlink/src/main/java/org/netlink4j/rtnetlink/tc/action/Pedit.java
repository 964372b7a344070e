package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.rtnetlink.tc.action.TcaPedit.TCA_PEDIT_KEYS_EX;
import static org.netlink4j.rtnetlink.tc.action.TcaPedit.TCA_PEDIT_KEY_EX;
import static org.netlink4j.rtnetlink.tc.action.TcaPedit.TCA_PEDIT_KEY_EX_CMD;
import static org.netlink4j.rtnetlink.tc.action.TcaPedit.TCA_PEDIT_KEY_EX_HTYPE;
import static org.netlink4j.rtnetlink.tc.action.TcaPedit.TCA_PEDIT_PARMS;
import static org.netlink4j.rtnetlink.tc.action.TcaPedit.TCA_PEDIT_PARMS_EX;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * Changes bytes of the packet.
 *
 * @param data {@code TCA_ACT_OPTIONS}, attributes of {@link TcaPedit}
 */
public record Pedit(Attributes data) implements ActionKind<Pedit> {
    static final String KIND = "pedit";
    private static final String COUNT = "nkeys";

    /** Checks the table. */
    public Pedit {
        ActionKindType.require(TcaPedit.ATTRIBUTES, data);
    }

    /**
     * An action that changes bytes, after which the packet passes. Keys that count from the network header and replace are understood
     * by all kernels; others need Linux 4.11.
     *
     * @param keys what to change, at most 255
     * @return the kind
     */
    public static Pedit of(List<PeditKey> keys) {
        boolean legacy = keys.stream().allMatch(PeditKey::isLegacy);
        return legacy ? of(TCA_PEDIT_PARMS, keys) : of(TCA_PEDIT_PARMS_EX, keys).extended(keys);
    }

    private static Pedit of(int number, List<PeditKey> keys) {
        if (keys.size() >>> Byte.SIZE != 0) {
            throw new IllegalArgumentException(keys.size() + " keys; at most 255");
        }
        Attributes head = Attributes.none(TcaPedit.ATTRIBUTES).withField(number, COUNT, keys.size());
        ByteBuffer payload = ByteBuffer.allocate(TcaPedit.SELECTOR.size() + keys.size() * TcaPedit.PEDIT_KEY.size());
        payload.put(head.payload(number).orElseThrow());
        keys.forEach(key -> payload.put(key.encode()));
        return new Pedit(head.with(number, payload.array()));
    }

    private Pedit extended(List<PeditKey> keys) {
        Attributes list = Attributes.none(TcaPedit.KEYS);
        for (PeditKey key : keys) {
            list = list.plus(TCA_PEDIT_KEY_EX, Attributes.none(TcaPedit.KEY)
                    .with(TCA_PEDIT_KEY_EX_HTYPE, key.header())
                    .with(TCA_PEDIT_KEY_EX_CMD, key.command()));
        }
        return over(data.with(TCA_PEDIT_KEYS_EX, list));
    }

    /** The attribute that has the parameters: that of extended keys is another. */
    private int parameters() {
        return data.has(TCA_PEDIT_PARMS_EX) ? TCA_PEDIT_PARMS_EX : TCA_PEDIT_PARMS;
    }

    /** {@return what is changed, as far as the message has it} */
    public List<PeditKey> keys() {
        byte[] selector = data.payload(parameters()).orElse(new byte[0]);
        List<Attributes> extended = data.nest(TCA_PEDIT_KEYS_EX).map(list -> list.nests(TCA_PEDIT_KEY_EX)).orElse(List.of());
        List<PeditKey> keys = new ArrayList<>();
        long count = data.field(parameters(), COUNT).orElse(0);
        for (int i = 0; i < count; i++) {
            int at = TcaPedit.SELECTOR.size() + i * TcaPedit.PEDIT_KEY.size();
            if (at + TcaPedit.PEDIT_KEY.size() > selector.length) {
                break;
            }
            PeditKey key = PeditKey.decode(ByteBuffer.wrap(selector).order(ByteOrder.nativeOrder()).position(at));
            keys.add(i < extended.size() ? key.extended(extended.get(i)) : key);
        }
        return List.copyOf(keys);
    }

    @Override
    public Optional<ControlAction> control() {
        return field(TcGen.ACTION).stream().mapToObj(ControlAction::new).findFirst();
    }

    @Override
    public Pedit control(ControlAction control) {
        return withField(parameters(), TcGen.ACTION, control.value());
    }

    @Override
    public OptionalInt index() {
        return field(TcGen.INDEX);
    }

    @Override
    public Pedit index(long index) {
        return withField(parameters(), TcGen.INDEX, index);
    }

    @Override
    public OptionalInt references() {
        return field(TcGen.REFERENCES);
    }

    @Override
    public OptionalInt bindings() {
        return field(TcGen.BINDINGS);
    }

    private OptionalInt field(String field) {
        return data.field(parameters(), field).stream().mapToInt(value -> (int) value).findFirst();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Pedit over(Attributes data) {
        return new Pedit(data);
    }
}
