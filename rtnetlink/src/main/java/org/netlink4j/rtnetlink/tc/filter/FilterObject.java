package org.netlink4j.rtnetlink.tc.filter;

import static org.netlink4j.rtnetlink.tc.Tca.TCA_CHAIN;

import org.netlink4j.rtnetlink.tc.TcObject;

/** What filters and chains have in common. */
public sealed interface FilterObject extends TcObject permits Chain, Filter {
    /** {@return where it hangs} */
    default FilterPoint point() {
        return new FilterPoint(index(), parent());
    }

    /** {@return the number of the chain, u32; 0 for the one that packets come to first} */
    default long chain() {
        return attributes().number(TCA_CHAIN).orElse(0);
    }
}
