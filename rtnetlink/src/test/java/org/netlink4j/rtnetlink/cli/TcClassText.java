package org.netlink4j.rtnetlink.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code tc -details -statistics class show} prints of a class, made of our JSON of it. */
final class TcClassText {
    private static final String[] UNITS = {"", "K", "M", "G", "T"};

    private TcClassText() {}

    static List<String> lines(Map<?, ?> listed) {
        List<String> lines = new ArrayList<>();
        StringBuilder first = new StringBuilder("class " + listed.get("class") + " " + listed.get("handle"));
        first.append(listed.containsKey("root") ? " root" : " parent " + listed.get("parent"));
        if (listed.containsKey("leaf")) {
            first.append(" leaf ").append(listed.get("leaf"));
        }
        Map<?, ?> options = (Map<?, ?>) listed.get("options");
        if (listed.get("class").equals("htb")) {
            first.append(htb(options));
        }
        lines.add(first.toString());
        if (listed.containsKey("bytes")) {
            lines.add("Sent %s bytes %s pkt (dropped %s, overlimits %s requeues %s)".formatted(
                    listed.get("bytes"), listed.get("packets"), listed.get("drops"), listed.get("overlimits"), listed.get("requeues")));
            String rate = listed.containsKey("pps") ? "rate " + rate(listed.get("rate")) + " " + listed.get("pps") + "pps " : "";
            lines.add(rate + "backlog %sb %sp requeues %s".formatted(listed.get("backlog"), listed.get("qlen"), listed.get("requeues")));
        }
        if (listed.containsKey("lended")) {
            lines.add("lended: %s borrowed: %s giants: %s".formatted(listed.get("lended"), listed.get("borrowed"), listed.get("giants")));
            lines.add("tokens: %s ctokens: %s".formatted(listed.get("tokens"), listed.get("ctokens")));
        }
        return lines;
    }

    private static String htb(Map<?, ?> options) {
        StringBuilder text = new StringBuilder();
        if (options.containsKey("prio")) {
            text.append(" prio ").append(options.get("prio")).append(" quantum ").append(options.get("quantum"));
        }
        text.append(" rate ").append(rate(options.get("rate")));
        if (options.containsKey("overhead")) {
            text.append(" overhead ").append(options.get("overhead"));
        }
        return text + " ceil " + rate(options.get("ceil")) + " linklayer " + options.get("linklayer")
                + " burst " + options.get("burst") + " mpu " + options.get("mpu") + "b cburst " + options.get("cburst")
                + " mpu " + options.get("mpu") + "b level " + options.get("level");
    }

    /** Bytes a second in bits a second, in larger units where tc takes them. */
    private static String rate(Object bytes) {
        long rate = 8 * ((Number) bytes).longValue();
        int unit = 0;
        while (unit < UNITS.length - 1 && rate >= 1000 && (rate % 1000 == 0 || rate >= 1_000_000)) {
            rate /= 1000;
            unit++;
        }
        return rate + UNITS[unit] + "bit";
    }
}
