package org.netlink4j.macvtap;

import org.netlink4j.macvtap.io.MacvtapBuild;

/** What tests ask before they begin: this build may be one without macvtap. */
final class BuiltWith {
    static final String MACVTAP = "org.netlink4j.macvtap.BuiltWith#macvtap";

    private BuiltWith() {}

    static boolean macvtap() {
        return MacvtapBuild.whyNot().isEmpty();
    }
}
