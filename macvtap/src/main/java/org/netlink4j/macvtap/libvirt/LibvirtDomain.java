package org.netlink4j.macvtap.libvirt;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.netlink4j.macvtap.vm.DirectInterfaceSpec;
import org.netlink4j.macvtap.vm.Machine;

/**
 * What libvirt's XML says of a virtual machine's direct interfaces ({@code <interface type='direct'>}). A whole domain is
 * accepted, and its saved status, and a single interface; what does not concern direct interfaces is passed over.
 *
 * @param machine the machine; {@link Machine#UNKNOWN} if there is only an interface
 * @param interfaces its direct interfaces, in order
 * @param remarks what stands there and will not be done, each with its line
 */
public record LibvirtDomain(Machine machine, List<DirectInterfaceSpec> interfaces, List<String> remarks) {
    private static final String DOMAIN = "domain";
    private static final String INTERFACE = "interface";
    private static final int UUID_LENGTH = 36;

    /** Copies the lists. */
    public LibvirtDomain {
        interfaces = List.copyOf(interfaces);
        remarks = List.copyOf(remarks);
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return what it says
     * @throws LibvirtXmlException if it is no XML, or says what is not possible
     * @throws IOException if it cannot be read
     */
    public static LibvirtDomain read(Path file) throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) { // Files.newInputStream would load the network library
            return parse(in);
        }
    }

    /**
     * Reads a document. Document type declarations are refused, so no entity can name another file.
     *
     * @param in the document in the encoding that it names; not closed
     * @return what it says
     * @throws LibvirtXmlException if it is no XML, or says what is not possible
     * @throws IOException if it cannot be read
     */
    public static LibvirtDomain parse(InputStream in) throws IOException {
        XmlElement root = XmlElement.read(in);
        if (root.name().equals(INTERFACE)) {
            return of(Machine.UNKNOWN, List.of(root));
        }
        Optional<XmlElement> inside = root.child(DOMAIN); // of a status or a snapshot
        XmlElement domain = root.name().equals(DOMAIN) ? root : inside.orElseThrow(() -> root.error("want a domain or an interface"));
        Optional<XmlElement> devices = domain.child("devices");
        return of(machine(domain), devices.map(all -> all.all(INTERFACE).toList()).orElse(List.of()));
    }

    private static LibvirtDomain of(Machine machine, List<XmlElement> elements) throws IOException {
        List<DirectInterfaceSpec> interfaces = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (XmlElement element : elements) {
            InterfaceReader reader = new InterfaceReader(element, remarks);
            if (reader.isDirect()) {
                interfaces.add(reader.read().machine(machine));
            }
        }
        return new LibvirtDomain(machine, interfaces, remarks);
    }

    private static Machine machine(XmlElement domain) throws LibvirtXmlException {
        Optional<XmlElement> name = domain.child("name");
        Optional<XmlElement> id = domain.child("uuid");
        return new Machine(
                name.map(element -> element.text().toString().strip()).orElse(Machine.UNKNOWN.name()),
                id.isPresent() ? uuid(id.get()) : Machine.UNKNOWN.id());
    }

    private static UUID uuid(XmlElement element) throws LibvirtXmlException {
        String text = element.text().toString().strip();
        return element.convert(() -> {
            if (text.length() != UUID_LENGTH) { // Java also takes shortened ones
                throw new IllegalArgumentException("not a UUID: " + text);
            }
            return UUID.fromString(text);
        });
    }
}
