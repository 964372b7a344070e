package org.netlink4j.lldpad;

/**
 * A port profile of IEEE 802.1Qbh.
 *
 * @param profileId its name, 1 to 39 bytes of UTF-8 without NUL
 */
public record QbhProfile(String profileId) implements PortProfile {
    /** Checks the name. */
    public QbhProfile {
        PortParameter.PROFILE_ID.parse(profileId);
    }

    @Override
    public PortProfileType type() {
        return PortProfileType.QBH;
    }
}
