package org.netlink4j.macvtap.vm;

import static org.netlink4j.macvtap.vm.InterfaceStep.RELEASE_FUNCTION;
import static org.netlink4j.macvtap.vm.InterfaceStep.RESTORE_FUNCTION;
import static org.netlink4j.macvtap.vm.InterfaceStep.RESTORE_LOWER_ADDRESS;
import static org.netlink4j.macvtap.vm.InterfaceStep.SET_FUNCTION;
import static org.netlink4j.macvtap.vm.InterfaceStep.SET_LOWER_ADDRESS;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.netlink4j.core.Errno;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.MacAddress;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.SystemCallException;
import org.netlink4j.lldpad.PortProfileType;
import org.netlink4j.macvtap.vm.InterfaceState.Lower;
import org.netlink4j.macvtap.vm.LentFunction.Card;
import org.netlink4j.macvtap.vm.LentFunction.Vlan;
import org.netlink4j.rtnetlink.link.Link;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.VirtualFunction;

/**
 * Lends the lower device to the guest in passthru mode, and takes it back: its MAC address is the guest's meanwhile, and if it is a
 * virtual function of a network card, the card is told the guest's address and VLAN. What somebody else changed meanwhile stays.
 */
final class LowerLoan {
    private static final MacAddress NO_ADDRESS = new MacAddress(0);

    /** For drivers to which no address at all is an error. */
    private static final MacAddress ALMOST_NONE = MacAddress.parse("02:00:00:00:00:00");

    /** What drivers say of a function whose address somebody has fixed. */
    private static final Set<Integer> FIXED = Set.of(Errno.EADDRNOTAVAIL, Errno.EPERM);

    private final Session session;

    LowerLoan(Session session) {
        this.session = session;
    }

    private MacAddress guest() {
        return session.state().device().address();
    }

    // ---- lending

    /**
     * Lends it. A virtual function is given its address first, for after the card has fixed it many drivers refuse even the same
     * one.
     *
     * @param spec says which VLAN the guest's frames have; if it is not 0 the lower device must be a virtual function
     */
    void lend(Link lower, DirectInterfaceSpec spec) throws IOException {
        Optional<CardPorts.Function> function = function(lower);
        if (spec.vlan() != 0 && function.isEmpty()) {
            throw new SystemCallException(
                    lower.name() + " is no virtual function in passthru mode, which alone can have a VLAN of its own", Errno.EOPNOTSUPP);
        }
        if (function.isPresent()) {
            session.record(session.state().lower(session.state().lower().function(before(function.get(), spec))));
        }
        if (session.state().lower().exclusive() && !session.state().lower().address().equals(guest())) {
            session.record(session.state().lower(session.state().lower().lent(true)));
            session.step(SET_LOWER_ADDRESS, () -> setAddress(lower.index()));
        }
        if (session.state().lower().function() instanceof Card card) {
            session.step(SET_FUNCTION, () -> {
                change(VirtualFunction.of(card.number()).address(guest()), card);
                setVlan(card, card.before(), card.lent());
            });
        }
    }

    /** Devices that software made are no virtual functions. */
    private Optional<CardPorts.Function> function(Link lower) throws NetlinkException {
        return session.state().lower().exclusive() && lower.kind().isEmpty()
                ? session.host().ports().function(lower.name())
                : Optional.empty();
    }

    private Card before(CardPorts.Function function, DirectInterfaceSpec spec) throws NetlinkException {
        Link physical = session.links().get(function.physical());
        if (!physical.isUp()) { // drivers then accept what they do not apply
            throw new SystemCallException(physical.name() + ", whose virtual function is wanted, is down", Errno.ENETDOWN);
        }
        VirtualFunction now = find(physical, function.number()).orElseThrow(() -> new SystemCallException(
                physical.name() + " has no virtual function " + function.number(), Errno.ENODEV));
        // With 802.1Qbh the switch decides on the VLAN.
        boolean switched = spec.profile().type().filter(PortProfileType.QBH::equals).isPresent();
        return new Card(
                physical.name(), physical.index(), function.number(), now.address().orElse(NO_ADDRESS), false,
                vlan(now), switched ? vlan(now) : new Vlan(spec.vlan(), 0));
    }

    private static Optional<VirtualFunction> find(Link physical, int number) {
        return physical.functions().stream().filter(each -> each.number() == number).findFirst();
    }

    private static Vlan vlan(VirtualFunction function) {
        return new Vlan((int) function.vlan().orElse(0), (int) function.priority().orElse(0));
    }

    private void setAddress(int lower) throws IOException {
        try {
            session.links().setAddress(lower, guest());
        } catch (KernelException e) {
            if (!FIXED.contains(e.errno()) || !(session.state().lower().function() instanceof Card card)) {
                throw e;
            }
            session.record(session.state().lower(session.state().lower().function(card.asFixed())));
            release(card);
            session.links().setAddress(lower, guest());
        }
    }

    // ---- telling the card

    private void change(VirtualFunction.Request wanted, Card card) throws NetlinkException {
        session.links().change(LinkSpec.indexed(card.index()).functions(wanted));
    }

    private void setVlan(Card card, Vlan from, Vlan to) throws NetlinkException {
        if (from.equals(to)) {
            return;
        }
        try {
            change(VirtualFunction.of(card.number()).vlan(to.id(), to.priority()), card);
        } catch (KernelException e) {
            if (e.errno() != Errno.EPERM || to.id() != 0) { // a card without VLANs has none to clear
                throw e;
            }
        }
    }

    /** Lets the function choose its address by itself. */
    private void release(Card card) throws NetlinkException {
        setFixed(card, NO_ADDRESS);
    }

    private void setFixed(Card card, MacAddress address) throws NetlinkException {
        try {
            change(VirtualFunction.of(card.number()).address(address), card);
        } catch (KernelException e) {
            if (e.errno() != Errno.EINVAL || !address.equals(NO_ADDRESS)) {
                throw e;
            }
            change(VirtualFunction.of(card.number()).address(ALMOST_NONE), card);
        }
    }

    // ---- taking back

    /** Takes all back that is still as it was lent. If something fails, the card fixes no address: it could not be changed again. */
    void takeBack() throws IOException {
        Failures failures = new Failures();
        failures.attempt(this::releaseFunction);
        failures.attempt(this::restoreAddress);
        failures.throwFirst();
        restoreFunction();
        if (session.state().lower().lent() || session.state().lower().function() instanceof Card) {
            session.record(session.state().lower(session.state().lower().lent(false).function(LentFunction.None.NONE)));
        }
    }

    /** What the card says of the function now; empty if one of them is gone. */
    private Optional<VirtualFunction> now(Card card) throws NetlinkException {
        return session.find(card.index(), card.physical()).flatMap(physical -> find(physical, card.number()));
    }

    private void releaseFunction() throws IOException {
        if (!(session.state().lower().function() instanceof Card card)) {
            return;
        }
        Optional<VirtualFunction> now = now(card);
        boolean guests = now.flatMap(VirtualFunction::address).filter(guest()::equals).isPresent();
        boolean tagged = now.filter(function -> vlan(function).equals(card.lent())).isPresent();
        if (guests || tagged && !card.lent().equals(card.before())) {
            session.step(RELEASE_FUNCTION, () -> {
                if (tagged) {
                    setVlan(card, card.lent(), card.before());
                }
                if (guests) {
                    release(card);
                }
            });
        }
    }

    private void restoreAddress() throws IOException {
        Lower lower = session.state().lower();
        boolean lent = lower.lent()
                && session.lower().flatMap(Link::address).filter(guest()::equals).isPresent();
        if (lent) {
            session.step(RESTORE_LOWER_ADDRESS, () -> session.links().setAddress(lower.index(), lower.address()));
        }
    }

    /** Many cards follow the address of a function that is not fixed; then there is nothing to do. */
    private void restoreFunction() throws IOException {
        if (!(session.state().lower().function() instanceof Card card)) {
            return;
        }
        Optional<MacAddress> now = now(card).map(function -> function.address().orElse(NO_ADDRESS));
        Set<MacAddress> ours = Set.copyOf(List.of(
                guest(), NO_ADDRESS, ALMOST_NONE, session.state().lower().address(), card.address()));
        if (now.filter(ours::contains).isPresent() && (card.fixed() || !now.get().equals(card.address()))) {
            session.step(RESTORE_FUNCTION, () -> setFixed(card, card.address()));
        }
    }
}
