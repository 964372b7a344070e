package org.netlink4j.core.client;

import java.time.Duration;
import java.util.List;
import org.netlink4j.core.ExtendedAck;
import org.netlink4j.core.NetlinkException;

/** Another requester, with one time to wait for all requests. */
record TimedRequester(Requester requester, Duration timeout) implements Requester {
    @Override
    public ExtendedAck converse(Request request, int flags, MessageConsumer consumer) throws NetlinkException {
        return requester.converse(request.timeout(timeout), flags, consumer);
    }

    /** Not by way of {@link #converse}, because the time covers all attempts. */
    @Override
    public <T> Dump<T> list(Request request, DumpPolicy policy, MessageDecoder<T> decoder) throws NetlinkException {
        return requester.list(request.timeout(timeout), policy, decoder);
    }

    @Override
    public List<BatchResult> batch(List<Request> requests, BatchPolicy policy) throws NetlinkException {
        return requester.batch(requests.stream().map(request -> request.timeout(timeout)).toList(), policy);
    }

    /** The last word counts, also if it is longer. */
    @Override
    public Requester within(Duration longest) {
        return new TimedRequester(requester, longest);
    }

    @Override
    public void close() {
        requester.close();
    }
}
