package org.netlink4j.macvtap.cli;

import java.nio.file.Path;
import org.netlink4j.core.cli.Arguments;

/** The option that names libvirt's XML, and numbers in options. */
final class XmlFile {
    static final String OPTION = "--xml";

    private XmlFile() {}

    static Path of(Arguments arguments) {
        return Path.of(arguments.value(OPTION).orElseThrow(() -> new IllegalArgumentException("want " + OPTION + " FILE")));
    }

    /** A number that is not negative. */
    static int number(String option, String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(option + " wants a number: " + text);
        }
        return Integer.parseInt(text);
    }
}
