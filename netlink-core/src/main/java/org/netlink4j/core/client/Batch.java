package org.netlink4j.core.client;

import static org.netlink4j.core.wire.Nlmsg.NLM_F_ACK;
import static org.netlink4j.core.wire.Nlmsg.NLM_F_REQUEST;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.netlink4j.core.KernelException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.conversation.Conversation;
import org.netlink4j.core.conversation.Exchange;
import org.netlink4j.core.socket.DatagramTransport;
import org.netlink4j.core.wire.MessageReader;

/**
 * Sends requests in datagrams of many. Only the last of a datagram asks for an acknowledgement: a refusal comes unasked, and the
 * kernel answers in order, so that acknowledgement says that those before it which were not refused were carried out.
 */
final class Batch {
    /** What an answer of the kernel takes of a receive buffer: its bytes and the kernel's bookkeeping, with words and path. */
    private static final int ANSWER_COST = 1280;

    private static final int LARGEST_WINDOW = 256;
    private static final long LARGEST_DATAGRAM = 64 * 1024;

    private final Conversation conversation;
    private final DatagramTransport transport;
    private final int peer;
    private final RequestBuffer buffer;
    private final List<Item> window;

    /** Waits for the next datagram, or for the deadline, and lets the conversation have it. */
    interface Pump {
        void pump(Request request, long deadline);
    }

    Batch(Conversation conversation, DatagramTransport transport, int peer, RequestBuffer buffer, int window) {
        this.conversation = conversation;
        this.transport = transport;
        this.peer = peer;
        this.buffer = buffer;
        this.window = new ArrayList<>(window);
        for (int i = 0; i < window; i++) {
            this.window.add(new Item());
        }
    }

    /** {@return a copy of the requests, none of which is a dump: a dump is not one step of an order} */
    static List<Request> checked(List<Request> requests) {
        List<Request> copy = List.copyOf(requests);
        for (Request request : copy) {
            if (Exchange.isDump(request.flags())) {
                throw new IllegalArgumentException("a dump in a batch: request of type " + request.type());
            }
        }
        return copy;
    }

    /** {@return how many answers, refusals with words at worst, a receive buffer holds for certain} */
    static int window(int receiveBuffer) {
        return Math.clamp(receiveBuffer / ANSWER_COST, 1, LARGEST_WINDOW);
    }

    List<BatchResult> run(List<Request> requests, BatchPolicy policy, Pump pump) {
        List<BatchResult> results = new ArrayList<>(requests.size());
        while (results.size() < requests.size()) {
            int count = fill(requests, results.size());
            send(requests, results.size(), count, pump);
            boolean lost = false;
            for (Item item : window.subList(0, count)) {
                BatchResult result = item.result();
                lost |= result instanceof BatchResult.Unknown || policy == BatchPolicy.STOP && !(result instanceof BatchResult.Done);
                results.add(result);
            }
            if (lost) {
                results.addAll(Collections.nCopies(requests.size() - results.size(), new BatchResult.NotSent()));
            }
        }
        return List.copyOf(results);
    }

    /** Puts the next datagram together and says how many requests are in it. */
    private int fill(List<Request> requests, int from) {
        buffer.clear();
        int count = 0;
        while (count < window.size() && from + count < requests.size() && buffer.length() < LARGEST_DATAGRAM) {
            Request request = requests.get(from + count);
            window.get(count).start = buffer.add(request);
            window.get(count).end = buffer.length();
            count++;
        }
        return count;
    }

    private void send(List<Request> requests, int from, int count, Pump pump) {
        Item last = window.get(count - 1);
        Request lastRequest = requests.get(from + count - 1);
        long deadline = System.nanoTime() + lastRequest.timeout().toNanos();
        for (int i = 0; i < count; i++) {
            Item item = window.get(i);
            Request request = requests.get(from + i);
            int flags = request.flags() | NLM_F_REQUEST | (item == last ? NLM_F_ACK : 0);
            conversation.begin(item.exchange, item, request.type(), flags, deadline);
            buffer.stamp(item.start, flags, item.exchange.sequence());
        }
        try {
            transport.send(buffer.memory(), buffer.length(), peer);
        } catch (NetlinkException e) {
            window.subList(0, count).forEach(item -> conversation.notSent(item.exchange, e));
        }
        while (last.exchange.isOpen()) {
            pump.pump(lastRequest, deadline);
        }
        if (last.exchange.failure().map(KernelException.class::isInstance).orElse(true)) {
            window.subList(0, count).forEach(item -> conversation.succeed(item.exchange));
        } else {
            NetlinkException why = last.exchange.failure().orElseThrow();
            window.subList(0, count).forEach(item -> conversation.cancel(item.exchange, why));
        }
    }

    /** One request of the datagram that is under way. */
    private final class Item implements Exchange.Handler {
        private final Exchange exchange = new Exchange();
        private long start;
        private long end;

        @Override
        public void answer(MessageReader message) {
            // an echo that nobody asked to see
        }

        @Override
        public byte[] request() {
            return buffer.copy(start, end);
        }

        @Override
        public void ended(Exchange exchange) {
            // the loop that sent it looks
        }

        BatchResult result() {
            return exchange.failure()
                    .<BatchResult>map(why -> why instanceof KernelException refusal
                            ? new BatchResult.Refused(refusal)
                            : new BatchResult.Unknown(why))
                    .orElseGet(BatchResult.Done::new);
        }
    }
}
