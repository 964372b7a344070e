package org.netlink4j.core.testing;

import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.wire.MessageReader;

/** Decides what a {@link FakeKernel} answers to a request. */
@FunctionalInterface
public interface Responder {
    /**
     * Looks at a request. Runs on the thread that sends it.
     *
     * @param request stands at the request; valid until the method returns
     * @return the answer
     * @throws MalformedMessageException if the request does not follow the format: it is refused with {@code EINVAL} then
     */
    Answer answer(MessageReader request) throws MalformedMessageException;
}
