package org.netlink4j.rtnetlink.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A table for people: one line a row, columns as wide as they need to be. */
final class TextTable {
    static final String NOTHING = "-";

    private TextTable() {}

    static void print(List<String> headings, List<List<String>> rows, PrintStream out) {
        List<List<String>> all = new ArrayList<>();
        all.add(headings);
        all.addAll(rows);
        int[] widths = new int[headings.size()];
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).repeat(" ", widths[i] - row.get(i).length() + 2);
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
