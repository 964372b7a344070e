package org.netlink4j.rtnetlink.cli;

import java.util.Optional;
import java.util.OptionalInt;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.core.cli.Arguments;
import org.netlink4j.rtnetlink.Rtnetlink;

/** Values of options that are not plain text. */
final class OptionValues {
    private OptionValues() {}

    /** The index of the link that an option names. */
    static OptionalInt link(Arguments arguments, String option, Rtnetlink rtnetlink) throws NetlinkException {
        Optional<String> name = arguments.value(option);
        return name.isPresent() ? OptionalInt.of(rtnetlink.links().get(name.get()).index()) : OptionalInt.empty();
    }

    /** A number in a range. */
    static OptionalInt number(Arguments arguments, String option, int least, int largest) {
        Optional<String> text = arguments.value(option);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.decode(text.get());
            if (number >= least && number <= largest) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException _) {
            // said below
        }
        throw new IllegalArgumentException(option + " wants a number from " + least + " to " + largest + ": " + text.get());
    }
}
