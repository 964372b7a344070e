package org.netlink4j.rtnetlink.tc.action;

import static org.netlink4j.rtnetlink.tc.action.TcaMirred.TCA_EGRESS_MIRROR;
import static org.netlink4j.rtnetlink.tc.action.TcaMirred.TCA_EGRESS_REDIR;
import static org.netlink4j.rtnetlink.tc.action.TcaMirred.TCA_INGRESS_MIRROR;
import static org.netlink4j.rtnetlink.tc.action.TcaMirred.TCA_INGRESS_REDIR;
import static org.netlink4j.rtnetlink.tc.action.TcaMirred.TCA_MIRRED_BLOCKID;
import static org.netlink4j.rtnetlink.tc.action.TcaMirred.TCA_MIRRED_PARMS;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.schema.Attributes;

/**
 * Sends the packet, or a copy of it, through another device.
 *
 * @param data {@code TCA_ACT_OPTIONS}, attributes of {@link TcaMirred}
 */
public record Mirred(Attributes data) implements ActionKind<Mirred> {
    static final String KIND = "mirred";
    private static final String ACTION = "eaction";
    private static final String DEVICE = "ifindex";

    /** Checks the table. */
    public Mirred {
        ActionKindType.require(TcaMirred.ATTRIBUTES, data);
    }

    private static Mirred of(int action, int index, ControlAction control) {
        return new Mirred(Attributes.none(TcaMirred.ATTRIBUTES)
                .withField(TCA_MIRRED_PARMS, TcGen.ACTION, control.value())
                .withField(TCA_MIRRED_PARMS, ACTION, action)
                .withField(TCA_MIRRED_PARMS, DEVICE, Integer.toUnsignedLong(index)));
    }

    /**
     * Sends the packet out of a device instead.
     *
     * @param index index of the device
     * @return the kind, which takes the packet
     */
    public static Mirred redirect(int index) {
        return of(TCA_EGRESS_REDIR, index, ControlAction.STOLEN);
    }

    /**
     * Sends a copy out of a device.
     *
     * @param index index of the device
     * @return the kind, after which the next action follows
     */
    public static Mirred mirror(int index) {
        return of(TCA_EGRESS_MIRROR, index, ControlAction.PIPE);
    }

    /**
     * Lets the packet come in from a device instead.
     *
     * @param index index of the device
     * @return the kind, which takes the packet
     */
    public static Mirred redirectIngress(int index) {
        return of(TCA_INGRESS_REDIR, index, ControlAction.STOLEN);
    }

    /**
     * Lets a copy come in from a device.
     *
     * @param index index of the device
     * @return the kind, after which the next action follows
     */
    public static Mirred mirrorIngress(int index) {
        return of(TCA_INGRESS_MIRROR, index, ControlAction.PIPE);
    }

    /**
     * Takes all ports of a shared block instead of a device; the device is to be 0. Since Linux 6.8.
     *
     * @param block u32, not 0
     * @return the kind with it
     */
    public Mirred block(long block) {
        return with(TCA_MIRRED_BLOCKID, block);
    }

    /** {@return what is done: {@code TCA_EGRESS_REDIR}, {@code TCA_EGRESS_MIRROR} ...} */
    public OptionalInt action() {
        return field(ACTION);
    }

    /** {@return index of the device; 0 if it is gone} */
    public OptionalInt device() {
        return field(DEVICE);
    }

    /** {@return the shared block, u32} */
    public OptionalLong block() {
        return data.number(TCA_MIRRED_BLOCKID);
    }

    private OptionalInt field(String field) {
        return data.field(TCA_MIRRED_PARMS, field).stream().mapToInt(value -> (int) value).findFirst();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mirred over(Attributes data) {
        return new Mirred(data);
    }
}
