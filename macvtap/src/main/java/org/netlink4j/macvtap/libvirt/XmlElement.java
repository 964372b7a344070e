package org.netlink4j.macvtap.libvirt;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element with all that is in it. What has a namespace of its own is left out: it is none of libvirt's.
 *
 * @param name its name
 * @param attributes its attributes
 * @param children the elements in it
 * @param text the text in it, without that of its children
 * @param location where it begins
 */
record XmlElement(
        String name, Map<String, String> attributes, List<XmlElement> children, StringBuilder text, Location location) {
    /** What a change to an element may throw; converted to an error with a place. */
    interface Conversion<T> {
        T run();
    }

    /** Reads a document. Document type declarations, and with them all entities but XML's own five, are refused. */
    static XmlElement read(InputStream in) throws IOException {
        String text = XmlText.decode(in.readAllBytes());
        try {
            return read(factory().createXMLStreamReader(new StringReader(text)));
        } catch (XMLStreamException e) {
            throw new LibvirtXmlException(e.getLocation(), "no XML: " + words(e));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((_, system, _, _) -> {
            throw new XMLStreamException("external entities are not read: " + system);
        });
        return factory;
    }

    /** The parser's words without its own place. */
    private static String words(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        return message.substring(message.indexOf("Message: ") < 0 ? 0 : message.indexOf("Message: ") + 9).strip();
    }

    private static XmlElement read(XMLStreamReader reader) throws XMLStreamException, LibvirtXmlException {
        Deque<Optional<XmlElement>> open = new ArrayDeque<>(); // empty for one that is left out
        while (true) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD ->
                    throw new LibvirtXmlException(reader.getLocation(), "a document type declaration is not accepted");
                case XMLStreamConstants.START_ELEMENT -> {
                    boolean known = reader.getNamespaceURI() == null && (open.isEmpty() || open.peek().isPresent());
                    Optional<XmlElement> element = known ? Optional.of(begin(reader)) : Optional.empty();
                    if (!open.isEmpty() && element.isPresent()) {
                        open.peek().orElseThrow().children.add(element.get());
                    }
                    open.push(element);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.peek().ifPresent(element -> element.text.append(reader.getText()));
                case XMLStreamConstants.END_ELEMENT -> {
                    Optional<XmlElement> ended = open.pop();
                    if (open.isEmpty()) {
                        return untilTheEnd(reader, ended);
                    }
                }
                default -> {} // comments and the like
            }
        }
    }

    /** What follows the root element must be XML, too. */
    private static XmlElement untilTheEnd(XMLStreamReader reader, Optional<XmlElement> root)
            throws XMLStreamException, LibvirtXmlException {
        while (reader.hasNext()) {
            reader.next();
        }
        return root.orElseThrow(() -> new LibvirtXmlException(reader.getLocation(), "no element of libvirt"));
    }

    private static XmlElement begin(XMLStreamReader reader) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeNamespace(i) == null) {
                attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
            }
        }
        return new XmlElement(
                reader.getLocalName(), attributes, new ArrayList<>(), new StringBuilder(), reader.getLocation());
    }

    LibvirtXmlException error(String what) {
        return new LibvirtXmlException(location, "<" + name + ">: " + what);
    }

    /** Runs a conversion; that it refuses what stands here becomes an error with a place. */
    <T> T convert(Conversion<T> conversion) throws LibvirtXmlException {
        try {
            return conversion.run();
        } catch (IllegalArgumentException e) {
            throw error(e.getMessage());
        }
    }

    Stream<XmlElement> all(String child) {
        return children.stream().filter(element -> element.name.equals(child));
    }

    /** A child that may stand once or not at all. */
    Optional<XmlElement> child(String child) throws LibvirtXmlException {
        List<XmlElement> found = all(child).toList();
        if (found.size() > 1) {
            throw found.get(1).error("twice in <" + name + ">");
        }
        return found.stream().findFirst();
    }

    Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    String needed(String attribute) throws LibvirtXmlException {
        return attribute(attribute).orElseThrow(() -> error("lacks " + attribute));
    }

    /** A number without sign. */
    int number(String attribute) throws LibvirtXmlException {
        String text = needed(attribute);
        if (!text.matches("[0-9]{1,9}")) {
            throw error(attribute + " is no number, or too large: " + text);
        }
        return Integer.parseInt(text);
    }
}
