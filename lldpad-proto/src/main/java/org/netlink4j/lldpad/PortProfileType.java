package org.netlink4j.lldpad;

import static org.netlink4j.lldpad.PortParameter.INSTANCE_ID;
import static org.netlink4j.lldpad.PortParameter.MANAGER_ID;
import static org.netlink4j.lldpad.PortParameter.PROFILE_ID;
import static org.netlink4j.lldpad.PortParameter.TYPE_ID;
import static org.netlink4j.lldpad.PortParameter.TYPE_ID_VERSION;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of port profile that are negotiated with a switch. */
public enum PortProfileType {
    /** IEEE 802.1Qbg: lldpad or the built-in station negotiates with the switch. */
    QBG("802.1Qbg", Set.of(MANAGER_ID, TYPE_ID, TYPE_ID_VERSION), Set.of(INSTANCE_ID)),
    /** IEEE 802.1Qbh: the driver of the network card negotiates with the switch. */
    QBH("802.1Qbh", Set.of(PROFILE_ID), Set.of());

    private final String word;
    private final Set<PortParameter> needed;
    private final Set<PortParameter> optional;

    PortProfileType(String word, Set<PortParameter> needed, Set<PortParameter> optional) {
        this.word = word;
        this.needed = needed;
        this.optional = optional;
    }

    /** {@return the word for it in texts, for example {@code "802.1Qbg"}} */
    public String word() {
        return word;
    }

    /**
     * Finds a type.
     *
     * @param word the word for it
     * @return empty if there is none of that name
     */
    public static Optional<PortProfileType> of(String word) {
        return Stream.of(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    boolean needs(PortParameter parameter) {
        return needed.contains(parameter);
    }

    boolean allows(PortParameter parameter) {
        return needed.contains(parameter) || optional.contains(parameter);
    }
}
