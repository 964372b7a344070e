package org.netlink4j.macvtap.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DrawingTest {
    private static final Topology SAMPLE = new Topology(List.of(
            new Topology.Lower("eth0", List.of("index 2", "up"), true, List.of(
                    new Topology.Device("macvtap0", List.of("index 5, vepa"), true, List.of("VSI associated", "type 11/1/2")),
                    new Topology.Device("<\"&\\", List.of("down"), false, List.of()))),
            new Topology.Lower("index 7", List.of("in another namespace"), false, List.of(
                    new Topology.Device("x", List.of(), false, List.of())))));

    /** The texts of a document that an XML parser accepts. */
    private static List<String> texts(String svg) throws Exception {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(svg));
        List<String> texts = new ArrayList<>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.CHARACTERS && !reader.getText().isBlank()) {
                texts.add(reader.getText());
            }
        }
        return texts;
    }

    @Test
    void svgShowsEverythingAndIsXml() throws Exception {
        assertEquals(
                List.of("macvtap0", "index 5, vepa", "VSI associated", "type 11/1/2", "<\"&\\", "down", "eth0", "index 2", "up",
                        "x", "index 7", "in another namespace"),
                texts(Drawing.svg(SAMPLE)));
        assertEquals(List.of("no macvtaps"), texts(Drawing.svg(new Topology(List.of()))));
    }

    @Property
    void svgIsXmlWhateverANameHolds(@ForAll String name) throws Exception {
        texts(Drawing.svg(new Topology(List.of(new Topology.Lower(
                name, List.of(name), true, List.of(new Topology.Device(name, List.of(name), true, List.of(name))))))));
    }

    @Test
    void dotAndMermaid() {
        assertEquals(
                """
                digraph macvtaps {
                  rankdir=LR;
                  node [shape=box, style=rounded, fontname=monospace];
                  lower0 [label="eth0\\nindex 2\\nup", color="#1a7f37"];
                  lower0_tap0 [label="macvtap0\\nindex 5, vepa", color="#1a7f37"];
                  lower0 -> lower0_tap0 [dir=none];
                  lower0_tap0_vsi [label="VSI associated\\ntype 11/1/2", color="#0969da"];
                  lower0_tap0 -> lower0_tap0_vsi [dir=none];
                  lower0_tap1 [label="<\\"&\\\\\\ndown", color="#8c959f"];
                  lower0 -> lower0_tap1 [dir=none];
                  lower1 [label="index 7\\nin another namespace", color="#8c959f"];
                  lower1_tap0 [label="x", color="#8c959f"];
                  lower1 -> lower1_tap0 [dir=none];
                }
                """,
                Drawing.dot(SAMPLE));
        String mermaid = Drawing.mermaid(SAMPLE);
        assertTrue(mermaid.startsWith("flowchart LR\n  lower0[\"eth0<br/>index 2<br/>up\"]\n"), mermaid);
        assertTrue(mermaid.contains("#lt;#quot;#amp;\\<br/>down"), mermaid);
        assertTrue(mermaid.contains("  lower0_tap0 --- lower0_tap0_vsi\n"), mermaid);
    }
}
