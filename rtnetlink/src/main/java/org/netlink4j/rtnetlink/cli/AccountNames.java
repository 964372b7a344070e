package org.netlink4j.rtnetlink.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.netlink4j.rtnetlink.link.AccountId;

/** Names of users and of their groups, from the lines of {@code passwd} and {@code group}: name, password, number, others. */
final class AccountNames {
    private static final String SEPARATOR = ":";

    private final Supplier<List<String>> passwd;
    private final Supplier<List<String>> group;

    /** Null until a user is asked for; for most lists of links none is. */
    private Map<String, String> users;

    private Map<String, String> groups;

    AccountNames(Supplier<List<String>> passwd, Supplier<List<String>> group) {
        this.passwd = passwd;
        this.group = group;
    }

    static AccountNames ofSystem() {
        return new AccountNames(() -> lines("/etc/passwd"), () -> lines("/etc/group"));
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return List.of(); // numbers are shown
        }
    }

    private Map<String, String> users() {
        if (users == null) {
            users = byNumber(passwd.get());
        }
        return users;
    }

    private Map<String, String> groups() {
        if (groups == null) {
            groups = byNumber(group.get());
        }
        return groups;
    }

    /** Of several names the first counts. */
    private static Map<String, String> byNumber(List<String> lines) {
        return lines.stream()
                .map(line -> line.split(SEPARATOR, -1))
                .filter(words -> words.length >= 3)
                .collect(Collectors.toMap(words -> words[2], words -> words[0], (first, _) -> first));
    }

    /** The name of a user or a group, or else its number. */
    Object name(AccountId account) {
        String name = (account.isGroup() ? groups() : users()).get(account.toString());
        return name == null ? (Object) account.value() : name;
    }
}
