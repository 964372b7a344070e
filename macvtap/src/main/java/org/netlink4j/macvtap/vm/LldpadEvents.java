package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import org.netlink4j.core.NetlinkException;
import org.netlink4j.lldpad.PortEntry;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.VsiNotice;
import org.netlink4j.lldpad.client.LldpadClient;
import org.netlink4j.lldpad.client.LldpadConfig;

/** What lldpad does without being asked. Its file is written by every new lldpad. */
final class LldpadEvents implements SwitchEvents {
    private final LldpadClient client;
    private final LldpadConfig config;
    private final Queue<SwitchEvent> waiting = new ArrayDeque<>();
    private Optional<FileTime> seen;

    LldpadEvents(LldpadClient client, LldpadConfig config) {
        this.client = Objects.requireNonNull(client);
        this.config = config;
        seen = writtenAt();
    }

    private Optional<FileTime> writtenAt() {
        try {
            return Optional.of(Files.getLastModifiedTime(config.pidFile()));
        } catch (IOException _) {
            return Optional.empty(); // it is not running
        }
    }

    @Override
    public Optional<SwitchEvent> next(Duration wait) throws NetlinkException {
        if (waiting.isEmpty()) {
            Optional<FileTime> now = writtenAt();
            if (now.isPresent() && !now.equals(seen)) {
                seen = now;
                return Optional.of(new SwitchEvent.Restarted());
            }
            client.notice(wait).ifPresent(this::read);
        }
        return Optional.ofNullable(waiting.poll());
    }

    private void read(VsiNotice notice) {
        for (PortEntry entry : notice.entries()) {
            if (entry.request().filter(PortRequest.DISASSOCIATE::equals).isPresent()) {
                entry.instanceId().ifPresent(instance -> entry.vsiType().ifPresent(type ->
                        waiting.add(new SwitchEvent.Ended(instance, type, notice.device().orElse("")))));
            }
        }
    }
}
