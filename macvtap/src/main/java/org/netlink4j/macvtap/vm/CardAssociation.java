package org.netlink4j.macvtap.vm;

import static org.netlink4j.rtnetlink.Rtm.RTM_GETLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETLINK;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Requester;
import org.netlink4j.lldpad.DriverRequest;
import org.netlink4j.lldpad.PortEntry;
import org.netlink4j.lldpad.PortProfileType;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.PortStatus;
import org.netlink4j.lldpad.VdpGeneration;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.Rtext;

/** Negotiates an 802.1Qbh profile by the driver of the network card, and waits for the switch. */
final class CardAssociation {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(125);
    private static final int LOOKS = 80;

    private final Requester client;
    private final UUID host;
    private final Pause pause;
    private final ProfilePort.Qbh port;
    private final MacAddress machine;

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {
        void sleep(Duration time) throws InterruptedException;
    }

    /**
     * About a port.
     *
     * @param client asks the kernel
     * @param host UUID of this host
     * @param pause between two looks
     * @param port the port and its profile
     * @param machine MAC address of the machine
     */
    CardAssociation(Requester client, UUID host, Pause pause, ProfilePort.Qbh port, MacAddress machine) {
        this.client = client;
        this.host = host;
        this.pause = pause;
        this.port = port;
        this.machine = machine;
    }

    VsiOutcome request(PortRequest request) throws NetlinkException {
        send(request);
        for (int looks = 0; looks < LOOKS; looks++) {
            Optional<PortEntry> entry = look().find(port.port().function());
            if (entry.isEmpty()) {
                return request == PortRequest.DISASSOCIATE ? new VsiOutcome.Done(request) : new VsiOutcome.NotListed();
            }
            switch (entry.get().verdict(PortProfileType.QBH)) {
                case SUCCEEDED -> {
                    return new VsiOutcome.Done(request);
                }
                case FAILED -> {
                    return entry.get().response()
                            .<VsiOutcome>map(response -> new VsiOutcome.Refused(response, VdpGeneration.RATIFIED, true))
                            .orElseGet(VsiOutcome.NotListed::new);
                }
                case IN_PROGRESS -> pause();
            }
        }
        if (request != PortRequest.DISASSOCIATE) {
            send(PortRequest.DISASSOCIATE); // the switch may yet agree
        }
        return new VsiOutcome.TimedOut(true);
    }

    private void send(PortRequest request) throws NetlinkException {
        DriverRequest body = request == PortRequest.DISASSOCIATE
                ? DriverRequest.disassociate(port.port())
                : DriverRequest.associate(request, port.port(), port.profile(), machine, port.machine(), host);
        client.execute(Request.of(RTM_SETLINK, body));
    }

    private PortStatus look() throws NetlinkException {
        LinkSpec which = LinkSpec.indexed(port.port().index())
                .with(attributes -> attributes.with(Ifla.IFLA_EXT_MASK, Rtext.RTEXT_FILTER_VF));
        return client.get(Request.of(RTM_GETLINK, which), PortStatus::decode);
    }

    private void pause() throws InterruptedCallException {
        try {
            pause.sleep(LOOK_AGAIN);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedCallException("interrupted while waiting for the switch");
        }
    }
}
