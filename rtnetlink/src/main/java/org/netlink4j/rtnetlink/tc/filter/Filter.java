package org.netlink4j.rtnetlink.tc.filter;

import java.util.List;
import java.util.Objects;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.Attributes;
import org.netlink4j.core.wire.MessageReader;
import org.netlink4j.rtnetlink.EtherType;
import org.netlink4j.rtnetlink.tc.Tca;
import org.netlink4j.rtnetlink.tc.TcHeader;
import org.netlink4j.rtnetlink.tc.action.Action;

/**
 * A filter as the kernel describes it: {@code RTM_NEWTFILTER}. All that the kernel said is in {@link #attributes}. Filters of one
 * priority in a chain are of one kind; in a list, the kernel says that kind first, in an entry of its own without options and, of
 * most kinds, without handle.
 *
 * @param header the fixed header
 * @param attributes attributes of {@link TcaFilter}
 */
public record Filter(TcHeader header, Attributes attributes) implements FilterObject {
    /** Checks the table. */
    public Filter {
        Objects.requireNonNull(header);
        FilterKindType.require(TcaFilter.ATTRIBUTES, attributes);
    }

    /**
     * Decodes a message.
     *
     * @param message a reader at an {@code RTM_NEWTFILTER} or {@code RTM_DELTFILTER}
     * @return the filter, which keeps nothing of the reader
     * @throws MalformedMessageException if a length does not fit, or a known attribute has the wrong width
     */
    public static Filter decode(MessageReader message) throws MalformedMessageException {
        return new Filter(
                TcHeader.decode(message), Attributes.decode(TcaFilter.ATTRIBUTES, message.attributes(Tca.TCMSG.size())));
    }

    private FilterInfo info() {
        return FilterInfo.of(header.info());
    }

    /** {@return the priority, u16, the lowest comes first} */
    public int priority() {
        return info().priority();
    }

    /** {@return of which packets it is asked} */
    public EtherType protocol() {
        return info().protocol();
    }

    /** {@return whether it is only the entry that says the kind of a priority} */
    public boolean isOnlyKind() {
        return !attributes.has(Tca.TCA_OPTIONS);
    }

    /** {@return its kind} */
    public FilterKind<?> kind() {
        return FilterKindType.decode(kindName().orElse(""), this);
    }

    /** {@return what is done to packets that match, in order} */
    public List<Action> actions() {
        return kind().actions();
    }
}
