package org.netlink4j.macvtap.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.netlink4j.core.json.Printable;

/** Draws a topology: lower devices at the left, their macvtaps beside them, then what the switch was told. */
public final class Drawing {
    private static final int LINE = 18;
    private static final int WIDTH = 250;
    private static final int GAP = 70;
    private static final int MARGIN = 20;
    private static final int SPACE = 16;
    private static final int PADDING = 10;

    private static final String UP = "#1a7f37";
    private static final String DOWN = "#8c959f";
    private static final String SWITCH = "#0969da";

    private Drawing() {}

    /** A text in a box: the title in bold, then the lines. */
    private record Box(String title, List<String> lines) {
        int height() {
            return LINE * (1 + lines.size()) + PADDING;
        }

        List<String> all() {
            List<String> all = new ArrayList<>();
            all.add(title);
            all.addAll(lines);
            return all;
        }
    }

    private static Box box(Topology.Lower lower) {
        return new Box(lower.name(), lower.facts());
    }

    private static Box box(Topology.Device device) {
        return new Box(device.name(), device.facts());
    }

    private static Box vsi(Topology.Device device) {
        return new Box(device.vsi().getFirst(), device.vsi().subList(1, device.vsi().size()));
    }

    // ---- SVG

    /**
     * Draws it as a picture that stands alone.
     *
     * @param topology what to draw
     * @return an SVG document
     */
    public static String svg(Topology topology) {
        StringBuilder inside = new StringBuilder();
        int y = MARGIN;
        for (Topology.Lower lower : topology.lowers()) {
            int begin = y;
            List<Integer> middles = new ArrayList<>();
            for (Topology.Device device : lower.devices()) {
                middles.add(draw(device, y, inside));
                y += rowHeight(device) + SPACE;
            }
            int end = y - SPACE;
            int height = Math.max(box(lower).height(), 0);
            int top = Math.max(begin, (begin + end - height) / 2);
            rectangle(box(lower), MARGIN, top, lower.up() ? UP : DOWN, inside);
            for (int middle : middles) {
                line(MARGIN + WIDTH, top + height / 2, MARGIN + WIDTH + GAP, middle, lower.up() ? UP : DOWN, inside);
            }
            y = Math.max(y, top + height + SPACE) + SPACE;
        }
        if (topology.lowers().isEmpty()) {
            text("no macvtaps", MARGIN, y + LINE, false, inside);
            y += 2 * LINE;
        }
        int width = 2 * MARGIN + 3 * WIDTH + 2 * GAP;
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + y + "\" viewBox=\"0 0 " + width + " "
                + y + "\" font-family=\"monospace\" font-size=\"13\">\n"
                + "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n" + inside + "</svg>\n";
    }

    private static int rowHeight(Topology.Device device) {
        return Math.max(box(device).height(), device.vsi().isEmpty() ? 0 : vsi(device).height());
    }

    private static int draw(Topology.Device device, int y, StringBuilder out) {
        int x = MARGIN + WIDTH + GAP;
        int middle = y + rowHeight(device) / 2;
        rectangle(box(device), x, middle - box(device).height() / 2, device.up() ? UP : DOWN, out);
        if (!device.vsi().isEmpty()) {
            rectangle(vsi(device), x + WIDTH + GAP, middle - vsi(device).height() / 2, SWITCH, out);
            line(x + WIDTH, middle, x + WIDTH + GAP, middle, SWITCH, out);
        }
        return middle;
    }

    private static void rectangle(Box box, int x, int y, String colour, StringBuilder out) {
        out.append(String.format(
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"#f6f8fa\" stroke=\"%s\" stroke-width=\"2\"/>%n",
                x, y, WIDTH, box.height(), colour));
        int line = 0;
        for (String text : box.all()) {
            text(text, x + PADDING, y + LINE * ++line, line == 1, out);
        }
    }

    private static void line(int fromX, int fromY, int toX, int toY, String colour, StringBuilder out) {
        out.append(String.format(
                "<path d=\"M%d %d C%d %d %d %d %d %d\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n",
                fromX, fromY, (fromX + toX) / 2, fromY, (fromX + toX) / 2, toY, toX, toY, colour));
    }

    private static void text(String text, int x, int y, boolean bold, StringBuilder out) {
        out.append("<text x=\"").append(x).append("\" y=\"").append(y).append('"').append(bold ? " font-weight=\"bold\"" : "")
                .append('>').append(markup(text)).append("</text>\n");
    }

    /** Names of devices may hold anything; what XML cannot hold is shown as a question mark. */
    private static String markup(String text) {
        return Printable.line(text).codePoints()
                .mapToObj(c -> switch (c) {
                    case '<' -> "&lt;";
                    case '>' -> "&gt;";
                    case '&' -> "&amp;";
                    case '"' -> "&quot;";
                    default -> c == 0xfffe || c == 0xffff ? "?" : Character.toString(c);
                })
                .collect(Collectors.joining());
    }

    // ---- text that other programs draw

    /**
     * Writes it for Graphviz.
     *
     * @param topology what to draw
     * @return a document in the language DOT
     */
    public static String dot(Topology topology) {
        StringBuilder out = new StringBuilder("digraph macvtaps {\n  rankdir=LR;\n  node [shape=box, style=rounded, fontname=monospace];\n");
        walk(topology, new Walker() {
            @Override
            public void node(String id, Box box, String colour) {
                out.append("  ").append(id).append(" [label=\"")
                        .append(box.all().stream().map(Drawing::dotText).collect(Collectors.joining("\\n")))
                        .append("\", color=\"").append(colour).append("\"];\n");
            }

            @Override
            public void edge(String from, String to) {
                out.append("  ").append(from).append(" -> ").append(to).append(" [dir=none];\n");
            }
        });
        return out.append("}\n").toString();
    }

    private static String dotText(String text) {
        return Printable.line(text).replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /**
     * Writes it for Mermaid, which Markdown often shows as a picture.
     *
     * @param topology what to draw
     * @return a flowchart
     */
    public static String mermaid(Topology topology) {
        StringBuilder out = new StringBuilder("flowchart LR\n");
        walk(topology, new Walker() {
            @Override
            public void node(String id, Box box, String colour) {
                out.append("  ").append(id).append("[\"")
                        .append(box.all().stream().map(Drawing::mermaidText).collect(Collectors.joining("<br/>")))
                        .append("\"]\n  style ").append(id).append(" stroke:").append(colour).append('\n');
            }

            @Override
            public void edge(String from, String to) {
                out.append("  ").append(from).append(" --- ").append(to).append('\n');
            }
        });
        return out.toString();
    }

    private static String mermaidText(String text) {
        return Printable.line(text)
                .replace("#", "#35;")
                .replace("&", "#amp;")
                .replace("\"", "#quot;")
                .replace("`", "#96;") // it begins Markdown
                .replace("<", "#lt;")
                .replace(">", "#gt;");
    }

    private interface Walker {
        void node(String id, Box box, String colour);

        void edge(String from, String to);
    }

    private static void walk(Topology topology, Walker walker) {
        int lowers = 0;
        for (Topology.Lower lower : topology.lowers()) {
            String lowerId = "lower" + lowers++;
            walker.node(lowerId, box(lower), lower.up() ? UP : DOWN);
            int devices = 0;
            for (Topology.Device device : lower.devices()) {
                String id = lowerId + "_tap" + devices++;
                walker.node(id, box(device), device.up() ? UP : DOWN);
                walker.edge(lowerId, id);
                if (!device.vsi().isEmpty()) {
                    walker.node(id + "_vsi", vsi(device), SWITCH);
                    walker.edge(id, id + "_vsi");
                }
            }
        }
    }
}
