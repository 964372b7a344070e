package org.netlink4j.testkit;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.function.Executable;

/** Collects what is written into a log. */
public final class LogWarnings {
    private LogWarnings() {}

    /** Runs something and gives what it caused to be logged, each with its level before it. */
    public static List<String> of(String logger, Executable task) throws Throwable {
        List<String> entries = Collections.synchronizedList(new ArrayList<>());
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                Object[] values = entry.getParameters() == null ? new Object[0] : entry.getParameters();
                entries.add(entry.getLevel() + " " + MessageFormat.format(entry.getMessage(), values));
            }

            @Override
            public void flush() {
                // nothing is kept back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        Logger log = Logger.getLogger(logger);
        log.addHandler(handler);
        try {
            task.execute();
        } finally {
            log.removeHandler(handler);
        }
        return entries;
    }
}
