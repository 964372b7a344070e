package org.netlink4j.macvtap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.NotSupportedException;
import org.netlink4j.macvtap.io.Cable;
import org.netlink4j.macvtap.io.MacvtapBuild;

/**
 * What this system can do with macvtap devices, each with the reason.
 *
 * @param build whether this build, on this operating system, has macvtap at all
 * @param headers whether the installed kernel header has the names that macvtap and port profiles need
 * @param kernel whether the kernel makes macvtap devices
 * @param queues whether this process can open their queues
 * @param vnetHeader whether frames can have a {@link VnetHeader}
 * @param multiQueue whether a device can have several queues
 * @param macvlan whether the kernel makes macvlan devices, which are the same without queues
 * @param sourceMode whether devices can take frames by their senders; see {@link
 *     org.netlink4j.rtnetlink.link.MacvlanSources}
 * @param broadcastQueue whether the length of the broadcast queue can be chosen; Linux 5.12 or newer
 * @param broadcastCutoff whether it can be chosen which multicast frames go there; Linux 6.4 or newer
 * @param deviceNodes whether {@code /dev} gets the nodes of taps
 * @param lldpad whether a lldpad runs in this network namespace, so that the switch can be told of port profiles
 * @param vdpGeneration which generation of VDP it speaks, {@code draft} or {@code ratified} behind the name of each device
 * @param functionPorts whether a network card here has virtual functions, whose ports 802.1Qbh needs
 * @param netAdmin whether this thread has {@code CAP_NET_ADMIN}: to create, change and delete
 * @param sysAdmin whether it has {@code CAP_SYS_ADMIN}: to work in other network namespaces
 * @param mknod whether it has {@code CAP_MKNOD}: to open queues where {@code /dev} lacks the node
 */
public record MacvtapSupport(
        Answer build,
        Answer headers,
        Answer kernel,
        Answer queues,
        Answer vnetHeader,
        Answer multiQueue,
        Answer macvlan,
        Answer sourceMode,
        Answer broadcastQueue,
        Answer broadcastCutoff,
        Answer deviceNodes,
        Answer lldpad,
        Answer vdpGeneration,
        Answer functionPorts,
        Answer netAdmin,
        Answer sysAdmin,
        Answer mknod) {
    /** What is known. */
    public enum Verdict {
        /** It can. */
        YES,
        /** It cannot. */
        NO,
        /** It could not be found out. */
        UNKNOWN
    }

    /**
     * An answer.
     *
     * @param verdict what is known
     * @param reason how that was found out
     */
    public record Answer(Verdict verdict, String reason) {
        /** Refuses nulls. */
        public Answer {
            Objects.requireNonNull(verdict);
            Objects.requireNonNull(reason);
        }

        static Answer of(boolean yes, String reason) {
            return new Answer(yes ? Verdict.YES : Verdict.NO, reason);
        }

        static Answer unknown(String reason) {
            return new Answer(Verdict.UNKNOWN, reason);
        }
    }

    /** Refuses nulls. */
    public MacvtapSupport {
        Objects.requireNonNull(build);
        Objects.requireNonNull(headers);
        Objects.requireNonNull(kernel);
        Objects.requireNonNull(queues);
        Objects.requireNonNull(vnetHeader);
        Objects.requireNonNull(multiQueue);
        Objects.requireNonNull(macvlan);
        Objects.requireNonNull(sourceMode);
        Objects.requireNonNull(broadcastQueue);
        Objects.requireNonNull(broadcastCutoff);
        Objects.requireNonNull(deviceNodes);
        Objects.requireNonNull(lldpad);
        Objects.requireNonNull(vdpGeneration);
        Objects.requireNonNull(functionPorts);
        Objects.requireNonNull(netAdmin);
        Objects.requireNonNull(sysAdmin);
        Objects.requireNonNull(mknod);
    }

    /**
     * Finds it out. If this process may, by making a device in a network namespace of its own, of which nothing is left.
     *
     * @return what is known
     */
    public static MacvtapSupport probe() {
        if (MacvtapBuild.whyNot().isPresent()) {
            Answer notAsked = Answer.unknown("not looked at");
            return new MacvtapSupport(
                    Answer.of(false, MacvtapBuild.whyNot().get()),
                    HeaderNames.look(HeaderNames.INSTALLED),
                    notAsked, notAsked, notAsked, notAsked, notAsked, notAsked, notAsked, notAsked,
                    notAsked, notAsked, notAsked, notAsked, notAsked, notAsked, notAsked);
        }
        Trial trial = Trial.run();
        Capabilities capabilities = Capabilities.current();
        return new MacvtapSupport(
                Answer.of(true, "built with macvtap, on Linux"),
                HeaderNames.look(HeaderNames.INSTALLED),
                trial.kernel,
                trial.queues,
                trial.feature(Tun.IFF_VNET_HDR),
                trial.feature(Tun.IFF_MULTI_QUEUE),
                trial.kinds.macvlan(),
                trial.kinds.sourceMode(),
                trial.kinds.broadcastQueue(),
                trial.kinds.broadcastCutoff(),
                trial.kinds.deviceNodes(),
                Surroundings.lldpad(),
                Surroundings.vdpGeneration(),
                Surroundings.functionPorts(),
                capability(capabilities, Capabilities.CAP_NET_ADMIN),
                capability(capabilities, Capabilities.CAP_SYS_ADMIN),
                capability(capabilities, Capabilities.CAP_MKNOD));
    }

    private static Answer capability(Capabilities capabilities, int number) {
        return Answer.of(capabilities.has(number), "CapEff of this thread");
    }

    /** {@return why there can be no macvtap at all; empty if there can be one, or if that is unknown} */
    public Optional<String> whyNot() {
        return Stream.of(build, kernel).filter(answer -> answer.verdict == Verdict.NO).map(Answer::reason).findFirst();
    }

    /**
     * Insists on what everything else needs.
     *
     * @throws NotSupportedException with the reason, if it is known that there can be no macvtap
     */
    public void require() throws NotSupportedException {
        if (whyNot().isPresent()) {
            throw new NotSupportedException("not supported: " + whyNot().get());
        }
    }

    /** {@return all answers by what was asked, in order} */
    public Map<String, Answer> answers() {
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("build", build);
        answers.put("headers", headers);
        answers.put("kernel", kernel);
        answers.put("queues", queues);
        answers.put("vnet_hdr", vnetHeader);
        answers.put("multi_queue", multiQueue);
        answers.put("macvlan", macvlan);
        answers.put("source_mode", sourceMode);
        answers.put("bc_queue_len", broadcastQueue);
        answers.put("bc_cutoff", broadcastCutoff);
        answers.put("dev_nodes", deviceNodes);
        answers.put("lldpad", lldpad);
        answers.put("vdp_generation", vdpGeneration);
        answers.put("vf_ports", functionPorts);
        answers.put("CAP_NET_ADMIN", netAdmin);
        answers.put("CAP_SYS_ADMIN", sysAdmin);
        answers.put("CAP_MKNOD", mknod);
        return answers;
    }

    /** A device that is made, opened and thrown away. */
    private record Trial(Answer kernel, Answer queues, int features, KindSupport kinds) {
        static Trial run() {
            try (Cable cable = new Cable();
                    Macvtaps macvtaps = Macvtaps.open(cable.near())) {
                cable.connect(macvtaps.rtnetlink());
                KindSupport kinds = KindSupport.tryOut(macvtaps);
                return open(macvtaps.create(MacvtapSpec.on(Cable.LOWER)), kinds);
            } catch (NotSupportedException e) {
                return notOpened(Answer.of(false, e.getMessage()), "there is no device");
            } catch (NetlinkException e) {
                return notOpened(traces(e), "no device could be made for a trial");
            }
        }

        private static Trial open(MacvtapDevice device, KindSupport kinds) {
            Answer kernel = Answer.of(true, "it made one");
            try (TapQueue queue = device.openQueues(TapOptions.DEFAULT.nodeTimeout(Duration.ZERO)).getFirst()) {
                return new Trial(kernel, Answer.of(true, "it opened one"), queue.features(), kinds);
            } catch (NetlinkException e) {
                return new Trial(kernel, Answer.of(false, e.getMessage()), 0, kinds);
            }
        }

        private static Trial notOpened(Answer kernel, String reason) {
            return new Trial(kernel, Answer.unknown(reason), 0, KindSupport.unknown(reason));
        }

        Answer feature(int flag) {
            return queues.verdict == Verdict.YES
                    ? Answer.of((features & flag) != 0, "TUNGETFEATURES")
                    : Answer.unknown("no queue could be opened to ask");
        }

        /** What a kernel shows that has had macvtap devices; one that has had none may load the module when it needs it. */
        private static Answer traces(NetlinkException whyNotTried) {
            try {
                if (Files.readAllLines(Path.of("/proc/devices")).stream().anyMatch(line -> line.endsWith(" macvtap"))) {
                    return Answer.of(true, "/proc/devices has it");
                }
            } catch (IOException _) {
                // the other place may tell
            }
            return Files.isDirectory(Path.of("/sys/module/macvtap"))
                    ? Answer.of(true, "/sys/module has it")
                    : Answer.unknown("not in /proc/devices nor /sys/module, and no trial: " + whyNotTried.getMessage());
        }
    }
}
