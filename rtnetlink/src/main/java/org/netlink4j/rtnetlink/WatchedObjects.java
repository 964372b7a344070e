package org.netlink4j.rtnetlink;

import java.util.Optional;
import java.util.function.Function;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.client.MessageDecoder;
import org.netlink4j.core.client.Request;
import org.netlink4j.core.client.Watched;
import org.netlink4j.core.wire.MessageReader;

/**
 * Objects of NETLINK_ROUTE that a {@link org.netlink4j.core.client.Watch} keeps: one message type says that an object is there,
 * the next one that it is gone.
 *
 * @param <K> what tells objects apart
 * @param <T> the objects
 * @param list the dump that lists all of them
 * @param there the message type of an object that is there, an {@code RTM_NEW*}; {@code RTM_DEL*} follows it
 * @param decoder decodes both
 * @param key tells an object from others; empty for objects that are not watched
 */
public record WatchedObjects<K, T>(Request list, int there, MessageDecoder<T> decoder, Function<T, Optional<K>> key)
        implements Watched<K, T> {
    /** Asks for the link of every namespace: the kernel answers when the changes are done that it is about. */
    public static final Request BARRIER = Request.of(Rtm.RTM_GETLINK, out -> out.zeros(4).u32(1).zeros(8));

    @Override
    public Sighting<K, T> decode(MessageReader message) throws MalformedMessageException {
        if (message.type() != there && message.type() != there + 1) {
            return new Sighting.Unrelated<>();
        }
        T object = decoder.decode(message);
        Optional<K> which = key.apply(object);
        if (which.isEmpty()) {
            return new Sighting.Unrelated<>();
        }
        return message.type() == there ? new Sighting.Present<>(which.get(), object) : new Sighting.Gone<>(which.get());
    }
}
