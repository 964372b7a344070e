package org.netlink4j.lldpad;

import java.nio.file.Path;
import org.netlink4j.core.MalformedMessageException;

/**
 * The file in which lldpad leaves its process id, which is also the port id of its netlink socket: decimal digits and a line
 * feed, filled up with NUL to 32 bytes.
 */
public final class LldpadPidFile {
    /** Where lldpad writes it. */
    public static final Path DEFAULT = Path.of("/run/lldpad.pid");

    private static final long LARGEST = 0xffff_ffffL;

    private LldpadPidFile() {}

    /**
     * Reads the port id.
     *
     * @param contents what is in the file
     * @return the port id, 1 to 4294967295
     * @throws MalformedMessageException if it is no number in that range, followed by white space, NUL or nothing
     */
    public static long parse(byte[] contents) throws MalformedMessageException {
        long id = 0;
        int at = 0;
        for (; at < contents.length && contents[at] >= '0' && contents[at] <= '9'; at++) {
            id = Math.min(LARGEST + 1, 10 * id + contents[at] - '0');
        }
        boolean ended = at == contents.length || contents[at] == 0 || Character.isWhitespace(contents[at]);
        if (!ended || id == 0 || id > LARGEST) {
            throw new MalformedMessageException("no process id in the first " + contents.length + " bytes of lldpad's file");
        }
        return id;
    }
}
