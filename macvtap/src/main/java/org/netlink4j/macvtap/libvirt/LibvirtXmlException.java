package org.netlink4j.macvtap.libvirt;

import java.io.IOException;
import java.util.OptionalInt;
import javax.xml.stream.Location;

/** A text that is no XML, or not what libvirt takes for a domain or an interface. */
public final class LibvirtXmlException extends IOException {
    private static final long serialVersionUID = 1;

    /** From 1 on; not positive if it is not known. */
    private final int line;

    /** From 1 on; not positive if it is not known. */
    private final int column;

    LibvirtXmlException(Location at, String what) {
        super(at.getLineNumber() > 0 ? "line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ": " + what : what);
        line = at.getLineNumber();
        column = at.getColumnNumber();
    }

    private static OptionalInt known(int number) {
        return number > 0 ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /** {@return the line in which it was noticed, from 1 on; empty if it is not known} */
    public OptionalInt line() {
        return known(line);
    }

    /** {@return the column in which it was noticed, from 1 on, mostly behind what is wrong; empty if it is not known} */
    public OptionalInt column() {
        return known(column);
    }
}
