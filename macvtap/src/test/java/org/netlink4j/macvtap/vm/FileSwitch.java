package org.netlink4j.macvtap.vm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.netlink4j.lldpad.PortRequest;
import org.netlink4j.lldpad.VsiRequest;
import org.netlink4j.lldpad.client.VsiOutcome;

/** A switch that outlives a process: a file for each VSI. */
record FileSwitch(Path directory) implements VsiAssociator {
    @Override
    public VsiOutcome request(VsiRequest request) {
        Path file = directory.resolve(request.profile().instanceId().toString());
        try {
            if (request.request() == PortRequest.DISASSOCIATE) {
                Files.deleteIfExists(file);
            } else {
                Files.writeString(file, request.request().name());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new VsiOutcome.Done(request.request());
    }
}
