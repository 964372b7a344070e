package org.netlink4j.lldpad.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.lldpad.LldpadPidFile;

/**
 * Notices that lldpad is another than before: it forgets all VSIs when it is started anew and tells nobody. Goes by what is in its
 * pid file and when that was written, and by whether the process lives. For one thread at a time.
 */
public final class LldpadWatch {
    private final Path pidFile;
    private Optional<Incarnation> last = Optional.empty();

    private record Incarnation(long portId, FileTime written) {}

    /**
     * Begins to watch.
     *
     * @param pidFile the file in which lldpad left its process id
     */
    public LldpadWatch(Path pidFile) {
        this.pidFile = pidFile;
        last = look();
    }

    private Optional<Incarnation> look() {
        try {
            long portId = LldpadPidFile.parse(Files.readAllBytes(pidFile));
            return Optional.of(new Incarnation(portId, Files.getLastModifiedTime(pidFile)));
        } catch (MalformedMessageException _) {
            return last; // it is being written just now
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /**
     * Looks. A file that has gone is another, as is one that was written anew.
     *
     * @return whether lldpad is another than at the last look
     */
    public boolean isAnother() {
        Optional<Incarnation> now = look();
        boolean another = !now.equals(last);
        last = now;
        return another;
    }
}
