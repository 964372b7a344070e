package org.netlink4j.macvtap.vm;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_CREATE;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_DUMP;
import static org.netlink4j.rtnetlink.Rtm.RTM_DELLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_NEWLINK;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.netlink4j.core.Errno;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.testing.Answer;
import org.netlink4j.core.testing.FakeKernel;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.link.Iff;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkHeader;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.VirtualFunction;

/** A kernel with a network card, {@code pf}, whose virtual function 3 is {@code vf}, as the drivers of some cards behave. */
final class FakeCard {
    static final int PHYSICAL = 2;
    static final int VIRTUAL = 5;
    static final int FUNCTION = 3;
    static final MacAddress OWN = MacAddress.parse("02:00:00:00:00:03");
    private static final MacAddress NONE = new MacAddress(0);
    private static final int TAP = 6;

    /** How a driver behaves. */
    enum Driver {
        /** As igb: the card follows the function, and refuses it any address once somebody has fixed one. */
        FOLLOWING,
        /** As mlx5: the card only knows the address that was fixed; the function may have another. */
        APART,
        /** As FOLLOWING, but no address at all is an error to it. */
        OLD,
        /** As FOLLOWING, without VLANs. */
        WITHOUT_VLANS
    }

    final FakeKernel transport = new FakeKernel()
            .on(RTM_NEWLINK, this::change)
            .on(RTM_GETLINK, this::get)
            .on(RTM_DELLINK, _ -> {
                tap = Optional.empty();
                return Answer.acknowledge();
            });

    /** What was changed of the card and its function, in order. */
    final List<String> log = new ArrayList<>();

    final Driver driver;
    boolean up = true;
    MacAddress address = OWN;
    MacAddress told;
    boolean fixed;
    int vlan;
    int priority;
    Optional<Link> tap = Optional.empty();

    FakeCard(Driver driver) {
        this.driver = driver;
        told = driver == Driver.APART ? NONE : OWN;
    }

    /** All that may change. */
    String state() {
        return address + " told " + told + (fixed ? " fixed" : "") + " vlan " + vlan + "/" + priority + " " + tap.map(Link::name);
    }

    void fix(MacAddress fixedAddress) {
        fixed = true;
        told = fixedAddress;
        address = fixedAddress;
    }

    private Answer change(MessageReader request) throws MalformedMessageException {
        Link asked = Link.decode(request);
        if ((request.flags() & NLM_F_CREATE) != 0) {
            tap = Optional.of(new Link(new LinkHeader(0, 1, TAP, 0, 0), asked.attributes()));
            return Answer.acknowledge();
        }
        if (asked.index() == VIRTUAL && asked.address().isPresent()) {
            return chosen(asked.address().get());
        }
        for (VirtualFunction function : asked.functions()) {
            int attribute = function.attributes().numbers().getFirst();
            if (asked.index() != PHYSICAL || function.attributes().field(attribute, "vf").orElse(FUNCTION) != FUNCTION) {
                return Answer.refuse(Errno.EINVAL);
            }
            if (function.address().isPresent()) {
                return decided(function.address().get());
            }
            if (driver == Driver.WITHOUT_VLANS) {
                return Answer.refuse(Errno.EPERM);
            }
            vlan = (int) function.vlan().orElseThrow();
            priority = (int) function.priority().orElseThrow();
            log.add("pf vlan " + vlan + "/" + priority);
        }
        return Answer.acknowledge();
    }

    /** The function wants an address. */
    private Answer chosen(MacAddress wanted) {
        if (fixed && driver != Driver.APART) {
            return Answer.refuse(Errno.EADDRNOTAVAIL);
        }
        log.add("vf " + wanted);
        address = wanted;
        told = driver == Driver.APART ? told : wanted;
        return Answer.acknowledge();
    }

    /** The card is told an address. */
    private Answer decided(MacAddress wanted) {
        if (wanted.equals(NONE) && driver == Driver.OLD) {
            return Answer.refuse(Errno.EINVAL);
        }
        boolean none = wanted.equals(NONE) || wanted.equals(MacAddress.parse("02:00:00:00:00:00"));
        log.add("pf " + (none ? "none" : wanted));
        fixed = !none;
        told = wanted;
        return Answer.acknowledge();
    }

    private Answer get(MessageReader request) throws MalformedMessageException {
        if ((request.flags() & NLM_F_DUMP) == NLM_F_DUMP) {
            return Answer.dump(tap.stream().map(FakeCard::described).toList());
        }
        Link asked = Link.decode(request);
        Optional<Link> link = switch (asked.index()) {
            case 0 -> named(asked.name());
            case PHYSICAL -> named("pf");
            case VIRTUAL -> named("vf");
            default -> tap;
        };
        return link.map(FakeCard::described).orElse(Answer.refuse(Errno.ENODEV));
    }

    private Optional<Link> named(String name) {
        return switch (name) {
            case "pf" -> Optional.of(new Link(
                    new LinkHeader(0, 1, PHYSICAL, up ? Iff.IFF_UP : 0, 0),
                    LinkSpec.named("pf").functions(
                                    VirtualFunction.of(0).address(NONE).vlan(9, 0),
                                    VirtualFunction.of(FUNCTION).address(told).vlan(vlan, priority))
                            .attributes()));
            case "vf" -> Optional.of(new Link(
                    new LinkHeader(0, 1, VIRTUAL, Iff.IFF_UP, 0), LinkSpec.named("vf").address(address).attributes()));
            default -> tap;
        };
    }

    private static Answer described(Link link) {
        return Answer.object(RTM_NEWLINK, link::write);
    }
}
