package org.netlink4j.rtnetlink.link;

import static org.netlink4j.rtnetlink.link.IflaBatadv.IFLA_BATADV_ALGO_NAME;

import java.util.Optional;
import org.netlink4j.core.schema.Attributes;

/**
 * A mesh network, B.A.T.M.A.N. advanced.
 *
 * @param data {@code IFLA_INFO_DATA}, attributes of {@link IflaBatadv}
 */
public record Batadv(Attributes data) implements TypedLinkKind<Batadv> {
    static final String KIND = "batadv";

    /** Checks the table. */
    public Batadv {
        LinkKindType.require(IflaBatadv.ATTRIBUTES, data);
    }

    /** One with the kernel's defaults. */
    public Batadv() {
        this(Attributes.none(IflaBatadv.ATTRIBUTES));
    }

    /** {@return the name of the routing algorithm in a request; {@code IFLA_BATADV_ALGO_NAME}} */
    public Optional<String> algorithm() {
        return data.text(IFLA_BATADV_ALGO_NAME);
    }

    /**
     * Sets the name of the routing algorithm in a request.
     *
     * @param text {@code "BATMAN_IV"} or {@code "BATMAN_V"}
     * @return the kind with it
     */
    public Batadv algorithm(String text) {
        return with(IFLA_BATADV_ALGO_NAME, text);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Batadv over(Attributes data) {
        return new Batadv(data);
    }
}
