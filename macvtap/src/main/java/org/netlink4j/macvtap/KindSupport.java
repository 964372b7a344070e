package org.netlink4j.macvtap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.macvtap.MacvtapSupport.Answer;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Links;
import org.netlink4j.rtnetlink.link.Macvlan;
import org.netlink4j.rtnetlink.link.MacvlanMode;
import org.netlink4j.rtnetlink.link.Macvtap;

/** What the kernel's macvlan devices can do, found out with devices of a namespace that is thrown away. */
record KindSupport(Answer macvlan, Answer sourceMode, Answer broadcastQueue, Answer broadcastCutoff, Answer deviceNodes) {
    private static final int QUEUE = 1234;
    private static final int CUTOFF = 3;

    static KindSupport unknown(String reason) {
        Answer answer = Answer.unknown(reason);
        return new KindSupport(answer, answer, answer, answer, answer);
    }

    /** Something to try. */
    private interface Attempt {
        boolean worked() throws NetlinkException;
    }

    private static Answer answer(String how, Attempt attempt) {
        try {
            return Answer.of(attempt.worked(), how);
        } catch (NetlinkException e) {
            return Answer.of(false, e.getMessage());
        }
    }

    /** The lower device is there and has nothing on it. */
    static KindSupport tryOut(Macvtaps macvtaps) {
        Links links = macvtaps.rtnetlink().links();
        return new KindSupport(
                answer("one was made", () -> {
                    links.create(LinkSpec.named("probe").lower(links.get(Cable.LOWER).index()).kind(new Macvlan()));
                    links.delete("probe");
                    return true;
                }),
                answer("one was made", () -> {
                    macvtaps.create(MacvtapSpec.on(Cable.LOWER).mode(MacvlanMode.SOURCE)).delete();
                    return true;
                }),
                answer("it was set and read back", () -> {
                    MacvtapDevice device = macvtaps.create(
                            MacvtapSpec.on(Cable.LOWER).kind(new Macvtap().broadcastQueueLength(QUEUE)));
                    device.delete();
                    return device.kind().broadcastQueueLength().orElse(0) == QUEUE;
                }),
                answer("it was set and read back", () -> {
                    MacvtapDevice device =
                            macvtaps.create(MacvtapSpec.on(Cable.LOWER).kind(new Macvtap().broadcastCutoff(CUTOFF)));
                    device.delete();
                    return device.kind().broadcastCutoff().orElse(0) == CUTOFF;
                }),
                nodes());
    }

    private static Answer nodes() {
        try {
            return Files.readAllLines(Path.of("/proc/mounts")).stream().anyMatch(line -> line.contains(" /dev devtmpfs "))
                    ? Answer.of(true, "/dev is a devtmpfs, in which the kernel makes them")
                    : Answer.unknown("/dev is no devtmpfs; something like udev may make them, else private nodes are made");
        } catch (IOException e) {
            return Answer.unknown(e.getMessage());
        }
    }
}
