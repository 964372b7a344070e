package org.netlink4j.macvtap.vm;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;
import static org.netlink4j.rtnetlink.Rtm.RTM_GETLINK;
import static org.netlink4j.rtnetlink.Rtm.RTM_SETLINK;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.netlink4j.core.Octets;
import org.netlink4j.core.client.MessageBody;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.wire.MessageWriter;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.PortRules;
import org.netlink4j.lldpad.VmOperation;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.client.VsiOutcome;
import org.netlink4j.macvtap.TapOptions;
import org.netlink4j.macvtap.TapQueue;
import org.netlink4j.macvtap.io.NameGenerator;
import org.netlink4j.macvtap.vm.InterfacePlan.Message;
import org.netlink4j.macvtap.vm.InterfacePlan.Receiver;
import org.netlink4j.macvtap.vm.InterfacePlan.Step;
import org.netlink4j.rtnetlink.Rtnetlink;
import org.netlink4j.rtnetlink.link.LinkSpec;

/** Makes a plan: carries an operation out where nothing can happen, and notes what is sent. */
final class Planning implements AutoCloseable, Steps {
    /** Of the journal, whose writing is no step of a plan. */
    private static final Set<InterfaceStep> NOT_SHOWN = Set.of(InterfaceStep.RECORD, InterfaceStep.FORGET);

    /** The name of a network card of which a virtual function is wanted. */
    private static final String PHYSICAL = "physical";

    private static final int LARGEST_MESSAGE = 4096;
    private static final int SEQUENCE = 8;
    private static final int HEADER = 16;

    private final PlannedKernel kernel;
    private final Host host;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> details = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private int seen;
    private boolean onFunction;

    Planning(InterfacePlan.Given given) {
        kernel = new PlannedKernel(given.indexes());
        host = new Host(
                NetlinkClient.over(Rtnetlink.PROTOCOL, kernel.transport),
                new NameGenerator(),
                this::ask,
                this::open,
                Journal.NONE,
                this,
                this::function,
                new Host.Settings(PortRules.CURRENT, new UUID(0, 0), given.group()),
                new InterfaceState.Place("", 0));
    }

    InterfacePlan plan(DirectInterfaceSpec spec, VmOperation operation) throws IOException {
        if (operation == VmOperation.NO_OP) {
            return new InterfacePlan(List.of(), List.of());
        }
        onFunction = spec.vlan() != 0;
        switch (operation) {
            case CREATE, RESTORE -> new Running(make(spec, operation)).start();
            case MIGRATE_IN_START -> make(spec, operation);
            case MIGRATE_IN_FINISH -> {
                Session session = made(spec, VmOperation.MIGRATE_IN_START);
                new Negotiation(session).associate(operation);
                new Running(session).start();
            }
            case SAVE, DESTROY, MIGRATE_OUT -> {
                Session session = made(spec, VmOperation.CREATE);
                new Running(session).start();
                forget();
                new Running(session).stop();
                new Teardown(session, operation).run();
            }
            case NO_OP -> throw new AssertionError("dealt with above");
        }
        collect();
        if (!messages.isEmpty()) { // a last look, after the last step
            Step last = steps.removeLast();
            messages.addAll(0, last.messages());
            steps.add(new Step(last.step(), last.details(), messages));
        }
        return new InterfacePlan(steps, assumptions(spec));
    }

    private Session make(DirectInterfaceSpec spec, VmOperation operation) throws IOException {
        return new Creation(host, spec, operation).run();
    }

    /** One that was made before what is planned begins. */
    private Session made(DirectInterfaceSpec spec, VmOperation operation) throws IOException {
        Session session = make(spec, operation);
        forget();
        return session;
    }

    private void forget() {
        collect();
        steps.clear();
        messages.clear();
        details.clear();
    }

    private List<String> assumptions(DirectInterfaceSpec spec) {
        List<String> assumptions = new ArrayList<>();
        kernel.assumed.forEach((name, index) -> assumptions.add("the index of " + name + " is " + index));
        if (NameGenerator.isTemplate(spec.device().name())) {
            assumptions.add("no number of " + spec.device().name() + " was used before");
        }
        if (spec.address().isEmpty()) {
            assumptions.add("the MAC address, which is drawn at random, is the one shown");
        }
        assumptions.add("the link group of new devices, which is drawn at random, is " + host.settings().group());
        assumptions.add(onFunction
                ? "the lower device is up, and virtual function 0 of " + PHYSICAL + ", which is up, has no VLAN and follows the function's address"
                : "the lower device is up, and neither a VLAN device nor a virtual function");
        return assumptions;
    }

    /** Only a virtual function can have a VLAN of its own. */
    private Optional<CardPorts.Function> function(String device) {
        return onFunction ? Optional.of(new CardPorts.Function(PHYSICAL, 0)) : Optional.empty();
    }

    // ---- what would happen

    @Override
    public void before(InterfaceStep step) {
        // What was sent since the step before prepares this one.
    }

    @Override
    public void after(InterfaceStep step) {
        if (!NOT_SHOWN.contains(step)) {
            collect();
            steps.add(new Step(step, details, messages));
            details.clear();
            messages.clear();
        }
    }

    /** Takes over what the kernel has been sent. */
    private void collect() {
        List<byte[]> sent = kernel.transport.sent();
        for (byte[] message : sent.subList(seen, sent.size())) {
            messages.add(new Message(Receiver.KERNEL, blank(message)));
        }
        seen = sent.size();
    }

    /** Sequence number and port id are the client's business. */
    private static Octets blank(byte[] message) {
        byte[] blank = message.clone();
        Arrays.fill(blank, SEQUENCE, HEADER, (byte) 0);
        return Octets.of(blank);
    }

    private VsiOutcome ask(VsiRequest request) {
        collect();
        messages.add(message(RTM_SETLINK, request));
        messages.add(message(RTM_GETLINK, LinkSpec.indexed(request.index())));
        details.add(request.request().words() + " VSI " + request.profile().instanceId() + " of " + request.device()
                + "; the status is asked for until the switch has answered"
                + (request.request() == PortRequest.DISASSOCIATE ? " or the VSI is gone" : ""));
        return new VsiOutcome.Done(request.request());
    }

    private static Message message(int type, MessageBody body) {
        byte[] buffer = new byte[LARGEST_MESSAGE];
        MessageWriter out = new MessageWriter().over(MemorySegment.ofArray(buffer), 0, buffer.length);
        out.begin(type, NLM_F_REQUEST | NLM_F_ACK, 0, 0);
        body.write(out);
        return new Message(Receiver.LLDPAD, Octets.of(Arrays.copyOf(buffer, (int) out.end())));
    }

    private List<TapQueue> open(String device, int index, TapOptions options) {
        details.add("/dev/tap" + index + ", or a node of our own with its device number: " + options.queues()
                + (options.queues() == 1 ? " queue" : " queues, IFF_MULTI_QUEUE") + (options.vnetHeader() ? ", IFF_VNET_HDR" : ""));
        return List.of();
    }

    @Override
    public void close() {
        host.client().close();
    }
}
