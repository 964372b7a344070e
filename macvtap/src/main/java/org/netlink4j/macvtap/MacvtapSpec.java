package org.netlink4j.macvtap;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.netlink4j.core.MacAddress;
import org.netlink4j.rtnetlink.link.Iff;
import org.netlink4j.rtnetlink.link.LinkHeader;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.rtnetlink.link.Macvtap;

/**
 * What somebody wants of a new macvtap. What is not set is left to the kernel: the mode is then VEPA and the MAC address random.
 *
 * @param lower the lower device
 * @param name its name, taken as it is; or a template with one {@code %d}, for which numbers are tried until a name is free
 * @param kind mode, flags and what else only a macvtap has
 * @param link address, MTU and what else all devices have
 */
public record MacvtapSpec(Lower lower, String name, Macvtap kind, LinkSpec link) {
    /** The template of names that are not chosen. */
    public static final String DEFAULT_NAME = "macvtap%d";

    /** The device whose frames a macvtap shares. */
    public sealed interface Lower {
        /**
         * By name.
         *
         * @param name its name
         */
        record Named(String name) implements Lower {}

        /**
         * By index.
         *
         * @param index its index
         */
        record Indexed(int index) implements Lower {}
    }

    /** Refuses nulls. */
    public MacvtapSpec {
        Objects.requireNonNull(lower);
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(link);
    }

    private MacvtapSpec(Lower lower) {
        this(lower, DEFAULT_NAME, new Macvtap(), LinkSpec.ANY);
    }

    /**
     * A macvtap on a lower device.
     *
     * @param lower the name of the lower device
     * @return the spec
     */
    public static MacvtapSpec on(String lower) {
        return new MacvtapSpec(new Lower.Named(lower));
    }

    /**
     * A macvtap on a lower device.
     *
     * @param lower the index of the lower device
     * @return the spec
     */
    public static MacvtapSpec on(int lower) {
        return new MacvtapSpec(new Lower.Indexed(lower));
    }

    /**
     * Sets the name.
     *
     * @param name 1 to 15 bytes, without slash, colon or white space; or a template with one {@code %d}
     * @return the spec with it
     */
    public MacvtapSpec name(String name) {
        return new MacvtapSpec(lower, name, kind, link);
    }

    /**
     * Sets the mode.
     *
     * @param mode the mode
     * @return the spec with it
     */
    public MacvtapSpec mode(MacvlanMode mode) {
        return kind(kind.mode(mode));
    }

    /**
     * Sets all that only a macvtap has.
     *
     * @param kind mode, flags and so on
     * @return the spec with it
     */
    public MacvtapSpec kind(Macvtap kind) {
        return new MacvtapSpec(lower, name, kind, link);
    }

    /**
     * Sets the MAC address.
     *
     * @param address a unicast address; zero and multicast addresses the kernel refuses with {@code EADDRNOTAVAIL}
     * @return the spec with it
     */
    public MacvtapSpec address(MacAddress address) {
        return link(spec -> spec.address(address));
    }

    /**
     * Sets the MTU.
     *
     * @param bytes u32, at most that of the lower device
     * @return the spec with it
     */
    public MacvtapSpec mtu(long bytes) {
        return link(spec -> spec.mtu(bytes));
    }

    /**
     * Sets anything that all devices have.
     *
     * @param change makes a spec out of {@link #link}; name, kind and lower device are set later
     * @return the spec with it
     */
    public MacvtapSpec link(UnaryOperator<LinkSpec> change) {
        return new MacvtapSpec(lower, name, kind, change.apply(link));
    }

    /**
     * Lets the device receive all multicast frames, also those that no program joined, such as LLDP ({@code IFF_ALLMULTI}). The
     * lower device then receives them, too.
     *
     * @return the spec with it
     */
    public MacvtapSpec allMulticast() {
        return flag(Iff.IFF_ALLMULTI);
    }

    /**
     * Lets the device receive all that its lower device does not keep from it ({@code IFF_PROMISC}): all multicast frames, and in
     * passthru mode all frames.
     *
     * @return the spec with it
     */
    public MacvtapSpec promiscuous() {
        return flag(Iff.IFF_PROMISC);
    }

    private MacvtapSpec flag(int flag) {
        return link(spec -> {
            LinkHeader header = spec.header();
            return new LinkSpec(
                    new LinkHeader(
                            header.family(), header.type(), header.index(), header.flags() | flag, header.change() | flag),
                    spec.attributes());
        });
    }
}
