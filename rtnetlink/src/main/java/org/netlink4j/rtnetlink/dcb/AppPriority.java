package org.netlink4j.rtnetlink.dcb;

import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_APP_SEL_PCP;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_DCB_APP;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.DCB_ATTR_IEEE_APP;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.IEEE_8021QAZ_APP_SEL_DSCP;
import static org.netlink4j.rtnetlink.dcb.DcbAttr.IEEE_8021QAZ_APP_SEL_ETHERTYPE;

import java.util.List;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.schema.StructSpec;

/**
 * The priority of an application: {@code struct dcb_app}.
 *
 * @param selector what tells the application: {@code IEEE_8021QAZ_APP_SEL_*} or {@code DCB_APP_SEL_PCP}, u8
 * @param priority its priority, 0 to 7, u8
 * @param protocol the EtherType, the port, or the code point, u16 in host byte order
 */
public record AppPriority(int selector, int priority, int protocol) {
    private static final StructSpec STRUCT = DcbAttr.APPLICATIONS.find(DCB_ATTR_IEEE_APP).flatMap(spec -> spec.struct()).orElseThrow();

    /** Checks the ranges. */
    public AppPriority {
        if ((selector | priority) >>> 8 != 0 || protocol >>> 16 != 0) {
            throw new IllegalArgumentException("a field has more bits than the structure has for it");
        }
    }

    /**
     * The priority of a code point of DiffServ.
     *
     * @param codePoint 0 to 63
     * @param priority 0 to 7
     * @return the entry
     */
    public static AppPriority ofDscp(int codePoint, int priority) {
        return new AppPriority(IEEE_8021QAZ_APP_SEL_DSCP, priority, codePoint);
    }

    /**
     * The priority of an EtherType.
     *
     * @param etherType u16, not below 1536
     * @param priority 0 to 7
     * @return the entry
     */
    public static AppPriority ofEtherType(int etherType, int priority) {
        return new AppPriority(IEEE_8021QAZ_APP_SEL_ETHERTYPE, priority, etherType);
    }

    /**
     * The priority of a priority code point; since Linux 6.3.
     *
     * @param codePoint 0 to 7, and 8 more if the drop eligible indicator is set
     * @param priority 0 to 7
     * @return the entry
     */
    public static AppPriority ofPcp(int codePoint, int priority) {
        return new AppPriority(DCB_APP_SEL_PCP, priority, codePoint);
    }

    /** Selectors that IEEE 802.1Qaz does not have go into an attribute of their own. */
    static int attribute(int selector) {
        return selector == DCB_APP_SEL_PCP ? DCB_ATTR_DCB_APP : DCB_ATTR_IEEE_APP;
    }

    static List<AppPriority> decode(Attributes table) {
        return Lanes.inOrder(table).stream().map(AppPriority::decode).toList();
    }

    /** What a shorter structure does not have is 0. */
    private static AppPriority decode(byte[] payload) {
        Attributes one = Attributes.none(DcbAttr.APPLICATIONS).with(DCB_ATTR_IEEE_APP, payload);
        return new AppPriority(
                (int) Lanes.value(one, DCB_ATTR_IEEE_APP, "selector"),
                (int) Lanes.value(one, DCB_ATTR_IEEE_APP, "priority"),
                (int) Lanes.value(one, DCB_ATTR_IEEE_APP, "protocol"));
    }

    static Attributes encode(List<AppPriority> entries) {
        Attributes table = Attributes.none(DcbAttr.APPLICATIONS);
        for (AppPriority entry : entries) {
            table = table.plus(attribute(entry.selector), STRUCT.encode(entry.selector, entry.priority, entry.protocol));
        }
        return table;
    }
}
