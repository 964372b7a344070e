package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.rtnetlink.tc.action.TcaVlan.TCA_VLAN_ACT_MODIFY;
import static org.netlink4j.rtnetlink.tc.action.TcaVlan.TCA_VLAN_ACT_POP;
import static org.netlink4j.rtnetlink.tc.action.TcaVlan.TCA_VLAN_ACT_POP_ETH;
import static org.netlink4j.rtnetlink.tc.action.TcaVlan.TCA_VLAN_ACT_PUSH;
import static org.netlink4j.rtnetlink.tc.action.TcaVlan.TCA_VLAN_ACT_PUSH_ETH;
import static org.netlink4j.rtnetlink.tc.action.TcaVlan.TCA_VLAN_PARMS;
import static org.netlink4j.rtnetlink.tc.action.TcaVlan.TCA_VLAN_PUSH_ETH_DST;
import static org.netlink4j.rtnetlink.tc.action.TcaVlan.TCA_VLAN_PUSH_ETH_SRC;
import static org.netlink4j.rtnetlink.tc.action.TcaVlan.TCA_VLAN_PUSH_VLAN_ID;
import static org.netlink4j.rtnetlink.tc.action.TcaVlan.TCA_VLAN_PUSH_VLAN_PRIORITY;
import static org.netlink4j.rtnetlink.tc.action.TcaVlan.TCA_VLAN_PUSH_VLAN_PROTOCOL;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.rtnetlink.EtherType;

/**
 * Takes VLAN tags and Ethernet headers off, puts them on, or changes a tag.
 *
 * @param data {@code TCA_ACT_OPTIONS}, attributes of {@link TcaVlan}
 */
public record Vlan(Attributes data) implements ActionKind<Vlan> {
    static final String KIND = "vlan";
    private static final String ACTION = "v_action";

    /** Checks the table. */
    public Vlan {
        ActionKindType.require(TcaVlan.ATTRIBUTES, data);
    }

    private static Vlan of(int action) {
        return new Vlan(Attributes.none(TcaVlan.ATTRIBUTES)
                .withField(TCA_VLAN_PARMS, TcGen.ACTION, ControlAction.PIPE.value())
                .withField(TCA_VLAN_PARMS, ACTION, action));
    }

    /** {@return the kind that takes the outer tag off} */
    public static Vlan pop() {
        return of(TCA_VLAN_ACT_POP);
    }

    /**
     * Puts a tag on.
     *
     * @param id VLAN id, 12 bits
     * @return the kind
     */
    public static Vlan push(int id) {
        return of(TCA_VLAN_ACT_PUSH).with(TCA_VLAN_PUSH_VLAN_ID, id);
    }

    /**
     * Changes the outer tag.
     *
     * @param id VLAN id, 12 bits
     * @return the kind
     */
    public static Vlan modify(int id) {
        return of(TCA_VLAN_ACT_MODIFY).with(TCA_VLAN_PUSH_VLAN_ID, id);
    }

    /** {@return the kind that takes the Ethernet header off; since Linux 5.11} */
    public static Vlan popEthernet() {
        return of(TCA_VLAN_ACT_POP_ETH);
    }

    /**
     * Puts an Ethernet header on. Since Linux 5.11.
     *
     * @param destination its destination
     * @param source its source
     * @return the kind
     */
    public static Vlan pushEthernet(MacAddress destination, MacAddress source) {
        return of(TCA_VLAN_ACT_PUSH_ETH).with(TCA_VLAN_PUSH_ETH_DST, destination).with(TCA_VLAN_PUSH_ETH_SRC, source);
    }

    /**
     * Sets the protocol of the tag.
     *
     * @param protocol {@link EtherType#VLAN}, which is the default, or {@link EtherType#PROVIDER_VLAN}
     * @return the kind with it
     */
    public Vlan protocol(EtherType protocol) {
        return with(TCA_VLAN_PUSH_VLAN_PROTOCOL, protocol.value());
    }

    /**
     * Sets the priority of the tag.
     *
     * @param priority 3 bits
     * @return the kind with it
     */
    public Vlan priority(int priority) {
        return with(TCA_VLAN_PUSH_VLAN_PRIORITY, priority);
    }

    /** {@return what is done: {@code TCA_VLAN_ACT_*}} */
    public OptionalInt action() {
        return data.field(TCA_VLAN_PARMS, ACTION).stream().mapToInt(value -> (int) value).findFirst();
    }

    /** {@return VLAN id, 12 bits} */
    public OptionalInt id() {
        return data.integer(TCA_VLAN_PUSH_VLAN_ID);
    }

    /** {@return the protocol of the tag} */
    public Optional<EtherType> protocol() {
        return data.integer(TCA_VLAN_PUSH_VLAN_PROTOCOL).stream().mapToObj(EtherType::new).findFirst();
    }

    /** {@return the priority of the tag; empty if it stays} */
    public OptionalInt priority() {
        return data.integer(TCA_VLAN_PUSH_VLAN_PRIORITY);
    }

    /** {@return the destination of the Ethernet header that is put on} */
    public Optional<MacAddress> destination() {
        return data.mac(TCA_VLAN_PUSH_ETH_DST);
    }

    /** {@return the source of the Ethernet header that is put on} */
    public Optional<MacAddress> source() {
        return data.mac(TCA_VLAN_PUSH_ETH_SRC);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Vlan over(Attributes data) {
        return new Vlan(data);
    }
}
