package org.netlink4j.rtnetlink.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.core.client.NetlinkClient;
import org.netlink4j.core.client.Request;
import org.netlink4j.rtnetlink.Rtnetlink;

/** Values of options that are not plain text. */
final class OptionValues {
    /** How long the kernel may take. */
    static final String TIMEOUT = "--timeout";

    private static final int LONGEST = 86_400;

    private OptionValues() {}

    /** The network namespace of the calling thread, with as much time as the arguments give. */
    static Rtnetlink open(Arguments arguments) throws NetlinkException {
        return Rtnetlink.over(NetlinkClient.open(Rtnetlink.PROTOCOL).within(timeout(arguments)));
    }

    static Duration timeout(Arguments arguments) {
        OptionalInt seconds = number(arguments, TIMEOUT, 1, LONGEST);
        return seconds.isPresent() ? Duration.ofSeconds(seconds.getAsInt()) : Request.DEFAULT_TIMEOUT;
    }

    /** The index of the link that an option names. */
    static OptionalInt link(Arguments arguments, String option, Rtnetlink rtnetlink) throws NetlinkException {
        Optional<String> name = arguments.value(option);
        return name.isPresent() ? OptionalInt.of(rtnetlink.links().get(name.get()).index()) : OptionalInt.empty();
    }

    /** A number in a range. */
    static OptionalInt number(Arguments arguments, String option, int least, int largest) {
        return inRange(arguments, option, least, largest).stream().mapToInt(number -> (int) number).findFirst();
    }

    /** An unsigned number of 32 bits. */
    static OptionalLong u32(Arguments arguments, String option) {
        return inRange(arguments, option, 0, 0xffff_ffffL);
    }

    private static OptionalLong inRange(Arguments arguments, String option, long least, long largest) {
        Optional<String> text = arguments.value(option);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            long number = Long.decode(text.get());
            if (number >= least && number <= largest) {
                return OptionalLong.of(number);
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new IllegalArgumentException(option + " wants a number from " + least + " to " + largest + ": " + text.get());
    }
}
