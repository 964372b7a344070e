package org.netlink4j.benchmarks.workload;

import org.netlink4j.core.NetlinkException;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Links;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.rtnetlink.link.Macvtap;

/** W5: macvtaps that come and go. */
final class MacvtapCycle {
    private static final Macvtap VEPA = new Macvtap().mode(MacvlanMode.VEPA);

    private MacvtapCycle() {}

    static Subject single(Parameters parameters) throws NetlinkException {
        int count = parameters.number("count");
        int lower = parameters.number("device");
        Links links = Rtnetlink.open().links();
        return () -> {
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                links.create(LinkSpec.named("mt0").kind(VEPA).lower(lower));
                links.delete("mt0");
            }
            return "nanos=%d count=%d".formatted(System.nanoTime() - start, count);
        };
    }

    static Subject deleteSingle(Parameters parameters) throws NetlinkException {
        return delete(parameters, (links, count) -> {
            for (int i = 0; i < count; i++) {
                links.delete(name(i));
            }
        });
    }

    static Subject deleteGroup(Parameters parameters) throws NetlinkException {
        int group = parameters.number("group");
        return delete(parameters, (links, _) -> links.deleteGroup(group));
    }

    private interface Deletion {
        void run(Links links, int count) throws NetlinkException;
    }

    private static Subject delete(Parameters parameters, Deletion deletion) throws NetlinkException {
        int count = parameters.number("count");
        int lower = parameters.number("device");
        int group = parameters.number("group");
        Links links = Rtnetlink.open().links();
        return () -> {
            for (int i = 0; i < count; i++) {
                links.create(LinkSpec.named(name(i)).kind(VEPA).lower(lower).group(group));
            }
            long start = System.nanoTime();
            deletion.run(links, count);
            return "nanos=%d count=%d".formatted(System.nanoTime() - start, count);
        };
    }

    private static String name(int number) {
        return "mt" + number;
    }
}
