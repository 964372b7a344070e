package org.netlink4j.core.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.netlink4j.core.ClosedException;
import org.netlink4j.core.DumpInterruptedException;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.InterruptedCallException;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.TimedOutException;
import org.netlink4j.core.conversation.Exchange;
import org.netlink4j.core.schema.NetlinkProtocol;
import org.netlink4j.core.wire.MessageReader;

/** One call of a {@link SharedNetlinkClient}: handed from the caller's thread to the I/O thread, its outcome back. */
final class PendingCall implements Exchange.Handler {
    /** What became of it. */
    private sealed interface Outcome {
        record Said(ExtendedAck said) implements Outcome {}

        record Failed(Throwable why) implements Outcome {}

        /** The client was closed: an outcome that costs nothing, for there may be thousands at once. */
        record Closed() implements Outcome {
            static final Closed IT = new Closed();
        }
    }

    private final NetlinkProtocol protocol;
    private final Request request;
    private final int flags;
    private final long deadline;
    private final byte[] encoded;
    private final MessageConsumer consumer;
    private final Exchange exchange = new Exchange();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final SharedLoop loop;
    private boolean abandoned;

    PendingCall(
            SharedLoop loop, NetlinkProtocol protocol, Request request, int flags, long deadline, MessageConsumer consumer) {
        this.loop = loop;
        this.protocol = protocol;
        this.request = request;
        this.flags = flags;
        this.deadline = deadline;
        this.consumer = consumer;
        encoded = Encoded.encode(request);
    }

    /** {@return what the request is called} */
    String name() {
        return protocol.nameOf(encoded);
    }

    int type() {
        return request.type();
    }

    int flags() {
        return flags;
    }

    long deadline() {
        return deadline;
    }

    Exchange exchange() {
        return exchange;
    }

    @Override
    public byte[] request() {
        return encoded;
    }

    boolean isDump() {
        return Exchange.isDump(flags);
    }

    /** {@return whether the caller has gone away, so that there is no use in sending or waiting} */
    synchronized boolean isAbandoned() {
        return abandoned;
    }

    /** The caller goes away. If its consumer is at work, it is waited for: afterwards it is not called again. */
    private void abandon() {
        synchronized (this) {
            abandoned = true;
        }
        loop.abandon(this);
    }

    @Override
    public synchronized void answer(MessageReader message) throws NetlinkException {
        if (abandoned) {
            throw new InterruptedCallException("the caller has gone away");
        }
        try {
            consumer.accept(message);
        } catch (RuntimeException | Error e) { // the consumer's own mistake: it goes to the caller and to nobody else
            outcome.complete(new Outcome.Failed(e));
            throw new InterruptedCallException("the consumer failed");
        }
    }

    @Override
    public void ended(Exchange ended) {
        loop.ended(this);
    }

    /** Tells the caller the outcome of the exchange, which has ended; unless the client was closed meanwhile. */
    void wakeCaller(boolean closed) {
        if (exchange.failure().isPresent()) {
            fail(exchange.failure().get());
        } else if (exchange.isInterrupted()) {
            fail(new DumpInterruptedException(name() + ": the objects changed while they were listed"));
        } else {
            outcome.complete(closed ? Outcome.Closed.IT : new Outcome.Said(exchange.said()));
        }
    }

    private void fail(NetlinkException failure) {
        outcome.complete(new Outcome.Failed(failure));
    }

    /** Fails the call because the client is closed, if it has no outcome yet. */
    void closed() {
        outcome.complete(Outcome.Closed.IT);
    }

    /** Waits on the caller's thread. */
    ExtendedAck await() throws NetlinkException {
        Outcome became;
        try {
            became = outcome.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            abandon();
            throw new TimedOutException(name() + ": no complete answer within " + request.timeout());
        } catch (InterruptedException _) {
            abandon();
            Thread.currentThread().interrupt();
            throw new InterruptedCallException("interrupted while waiting for the answer to " + name());
        } catch (ExecutionException e) {
            throw new AssertionError(e); // it is never completed so
        }
        return switch (became) {
            case Outcome.Said(ExtendedAck said) -> said;
            case Outcome.Closed() -> throw new ClosedException("the netlink client was closed");
            case Outcome.Failed(Throwable why) -> {
                switch (why) {
                    case NetlinkException failure -> {
                        failure.addSuppressed(new CallerTrace(name()));
                        throw failure;
                    }
                    case RuntimeException failure -> throw failure;
                    case Error failure -> throw failure;
                    case Throwable other -> throw new CompletionException(other);
                }
            }
        };
    }

    /** Where the caller was: the failure itself was made on the I/O thread. */
    private static final class CallerTrace extends Exception {
        private static final long serialVersionUID = 1;

        CallerTrace(String name) {
            super("the call that asked for " + name);
        }
    }
}
