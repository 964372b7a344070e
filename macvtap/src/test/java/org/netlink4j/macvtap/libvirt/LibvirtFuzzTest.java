package org.netlink4j.macvtap.libvirt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.netlink4j.testkit.Accessors;
import org.netlink4j.testkit.FuzzTarget;

/** A document of anybody is a domain, or an error with a place. */
class LibvirtFuzzTest extends FuzzTarget {
    private static final String INTERFACE = "<interface type='direct'><source dev='e' mode='vepa'/><virtualport type='802.1Qbh'>"
            + "<parameters profileid='p'/></virtualport><mac address='52:54:00:c7:3e:ce'/></interface>";

    @Override
    protected List<byte[]> seeds() {
        return List.of(
                LibvirtDomainTest.DOMAIN.getBytes(StandardCharsets.UTF_8),
                INTERFACE.getBytes(StandardCharsets.UTF_8),
                INTERFACE.getBytes(StandardCharsets.UTF_16),
                ("<?xml version='1.0' encoding='ISO-8859-15'?>" + INTERFACE).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    protected void run(byte[] bytes) throws IOException {
        try {
            XmlText.decode(bytes);
            Accessors.answer(LibvirtDomain.parse(new ByteArrayInputStream(bytes)));
        } catch (LibvirtXmlException e) {
            e.line();
            e.column();
        }
    }
}
