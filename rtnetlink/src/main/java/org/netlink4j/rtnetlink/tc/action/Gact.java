package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.rtnetlink.tc.action.TcaGact.PGACT_DETERM;
import static org.netlink4j.rtnetlink.tc.action.TcaGact.PGACT_NETRAND;
import static org.netlink4j.rtnetlink.tc.action.TcaGact.TCA_GACT_PARMS;
import static org.netlink4j.rtnetlink.tc.action.TcaGact.TCA_GACT_PROB;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.schema.Attributes;

/**
 * An action that only decides: the packet passes, is dropped, goes to another chain ...
 *
 * @param data {@code TCA_ACT_OPTIONS}, attributes of {@link TcaGact}
 */
public record Gact(Attributes data) implements ActionKind<Gact> {
    static final String KIND = "gact";

    /** Checks the table. */
    public Gact {
        ActionKindType.require(TcaGact.ATTRIBUTES, data);
    }

    /**
     * A decision.
     *
     * @param control what becomes of the packet
     */
    public Gact(ControlAction control) {
        this(Attributes.none(TcaGact.ATTRIBUTES).withField(TCA_GACT_PARMS, TcGen.ACTION, control.value()));
    }

    /**
     * Does something else to one of so many packets, by chance.
     *
     * @param packets u16, 1 to 10000
     * @param control what becomes of that one
     * @return the kind with it
     */
    public Gact oneOf(int packets, ControlAction control) {
        return probability(PGACT_NETRAND, packets, control);
    }

    /**
     * Does something else to every so-manieth packet.
     *
     * @param packets u16, 1 to 10000
     * @param control what becomes of that one
     * @return the kind with it
     */
    public Gact every(int packets, ControlAction control) {
        return probability(PGACT_DETERM, packets, control);
    }

    private Gact probability(int type, int packets, ControlAction control) {
        return over(data.withStruct(TCA_GACT_PROB, type, packets, control.value()));
    }

    /** {@return how the packets are chosen to which something else is done: {@code PGACT_*}; empty if it is done to none} */
    public OptionalInt probabilityType() {
        return field("ptype");
    }

    /** {@return of how many packets it is done to one} */
    public OptionalInt probabilityPackets() {
        return field("pval");
    }

    /** {@return what is done to that one} */
    public Optional<ControlAction> probabilityControl() {
        return field("paction").stream().mapToObj(ControlAction::new).findFirst();
    }

    private OptionalInt field(String field) {
        return data.field(TCA_GACT_PROB, field).stream().mapToInt(value -> (int) value).findFirst();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Gact over(Attributes data) {
        return new Gact(data);
    }
}
