package org.netlink4j.macvtap.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.QbgProfile;
import org.netlink4j.lldpad.QbhProfile;
import org.netlink4j.macvtap.MacvtapSpec;
import org.netlink4j.macvtap.vm.DirectInterfaceSpec;
import org.netlink4j.macvtap.vm.GuestAdapter;
import org.netlink4j.macvtap.vm.Machine;
import org.netlink4j.rtnetlink.link.Iff;
import org.netlink4j.rtnetlink.link.Ifla;
import org.netlink4j.rtnetlink.link.MacvlanMode;

class LibvirtDomainTest {
    private static final UUID ID = UUID.fromString("09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f");

    static final String DOMAIN =
            """
            <?xml version='1.0' encoding='UTF-8'?>
            <!-- made by virsh -->
            <domain type='kvm' id='7' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
              <name>web &amp; mail</name>
              <uuid>4dea22b3-1d52-d8f3-2516-782e98ab3fa0</uuid>
              <memory unit='KiB'>4194304</memory>
              <devices>
                <disk type='file'><source file='/a'/><target dev='vda'/></disk>
                <interface type='network'><mac address='52:54:00:00:00:01'/><source network='default'/></interface>
                <interface type='direct' trustGuestRxFilters='yes'>
                  <mac address='52:54:00:c7:3e:ce'/>
                  <source dev='eth0' mode='bridge'/>
                  <virtualport type='802.1Qbg'>
                    <parameters managerid='11' typeid='1193047' typeidversion='2'
                                instanceid='09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f'/>
                  </virtualport>
                  <target dev='web0'/>
                  <model type='virtio'/>
                  <driver name='vhost' queues='4'/>
                  <mtu size='1400'/>
                  <bandwidth><inbound average='1000'/></bandwidth>
                  <link state='down'/>
                  <alias name='net1'/>
                </interface>
                <interface type='direct'>
                  <source dev='eth1'/>
                  <target dev='macvtap3'/>
                  <model type='e1000'/>
                </interface>
              </devices>
              <qemu:commandline><qemu:arg value='-x'/></qemu:commandline>
            </domain>
            """;

    private static LibvirtDomain parse(String text) throws IOException {
        return LibvirtDomain.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static DirectInterfaceSpec direct(String inside) throws IOException {
        return parse("<interface type='direct'>" + inside + "</interface>").interfaces().getFirst();
    }

    @Test
    void everythingThatADirectInterfaceHas() throws Exception {
        LibvirtDomain domain = parse(DOMAIN);
        Machine machine = new Machine("web & mail", UUID.fromString("4dea22b3-1d52-d8f3-2516-782e98ab3fa0"));
        assertEquals(machine, domain.machine());
        assertEquals(2, domain.interfaces().size());

        DirectInterfaceSpec first = domain.interfaces().getFirst();
        assertEquals(new MacvtapSpec.Lower.Named("eth0"), first.device().lower());
        assertEquals("web0", first.device().name());
        assertEquals(MacvlanMode.BRIDGE, first.device().kind().mode().orElseThrow());
        assertEquals(MacAddress.parse("52:54:00:c7:3e:ce"), first.address().orElseThrow());
        assertEquals(1400, first.device().link().attributes().integer(Ifla.IFLA_MTU).orElseThrow());
        assertEquals(Iff.IFF_ALLMULTI, first.device().link().header().flags());
        assertEquals(new GuestAdapter("virtio", true), first.adapter());
        assertEquals(4, first.taps().queues());
        assertTrue(first.taps().vnetHeader());
        assertEquals(new QbgProfile(11, 0x123457, 2, ID), first.completeProfile().orElseThrow());
        assertEquals(machine, first.machine());

        DirectInterfaceSpec second = domain.interfaces().getLast();
        assertEquals(MacvtapSpec.DEFAULT_NAME, second.device().name(), "libvirt numbered it");
        assertEquals(MacvlanMode.VEPA, second.device().kind().mode().orElseThrow());
        assertEquals(Optional.empty(), second.address());
        assertEquals(1, second.taps().queues());
        assertFalse(second.taps().vnetHeader());
        assertEquals(Optional.empty(), second.completeProfile());
    }

    @Test
    void whatIsNotDoneIsRemarkedWithItsLine() throws Exception {
        assertEquals(
                List.of(
                        "line 9: an interface of type network is no direct one",
                        "line 21: <bandwidth> is not applied",
                        "line 22: that the guest sees no link is the virtual machine monitor's to do",
                        "line 10: the device will receive all multicast frames, not only those that the guest asks for"),
                parse(DOMAIN).remarks());
    }

    @ParameterizedTest
    @CsvSource({"vepa, 2", "private, 1", "bridge, 4", "passthrough, 8"})
    void libvirtsModes(String word, int mode) throws Exception {
        assertEquals(
                new MacvlanMode(mode),
                direct("<source dev='e' mode='" + word + "'/>").device().kind().mode().orElseThrow());
    }

    @Test
    void profileOf8021Qbh() throws Exception {
        DirectInterfaceSpec spec = direct(
                "<source dev='e'/><virtualport type='802.1Qbh'><parameters profileid='gold'/></virtualport>");
        assertEquals(new QbhProfile("gold"), spec.completeProfile().orElseThrow());
    }

    @Test
    void missingInstanceIdIsDrawnOnce() throws Exception {
        DirectInterfaceSpec spec = direct("<source dev='e'/><virtualport type='802.1Qbg'>"
                + "<parameters managerid='1' typeid='2' typeidversion='3'/></virtualport>");
        assertEquals(spec.completeProfile(), spec.completeProfile());
        assertInstanceOf(QbgProfile.class, spec.completeProfile().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "openvswitch", "midonet"})
    void row34_profilesOfOthersAreAcceptedAndNobodyIsTold(String type) throws Exception {
        DirectInterfaceSpec spec = direct("<source dev='e'/><virtualport type='" + type
                + "'><parameters interfaceid='09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f'/></virtualport>");
        assertEquals(Optional.empty(), spec.completeProfile());
    }

    @Test
    void vlanOfAVirtualFunction() throws Exception {
        assertEquals(42, direct("<source dev='e' mode='passthrough'/><vlan><tag id='42'/></vlan>").vlan());
        assertEquals(0, direct("<source dev='e' mode='passthrough'/>").vlan());
    }

    @Test
    void statusOfARunningDomainAndASnapshot() throws Exception {
        String domain = DOMAIN.substring(DOMAIN.indexOf("<domain"));
        for (String root : List.of("domstatus", "domainsnapshot")) {
            assertEquals(
                    parse(DOMAIN).interfaces().getLast(),
                    parse("<" + root + "><state/>" + domain + "</" + root + ">").interfaces().getLast());
        }
        assertEquals(List.of(), parse("<domain/>").interfaces());
        assertEquals(Machine.UNKNOWN, parse("<domain/>").machine());
    }

    @Test
    void otherEncodingsThatTheDocumentNames() throws Exception {
        for (String encoding : List.of("ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII")) {
            String text = "<?xml version='1.0' encoding='" + encoding + "'?><domain><name>x</name></domain>";
            assertEquals(
                    "x",
                    LibvirtDomain.parse(new ByteArrayInputStream(text.getBytes(Charset.forName(encoding))))
                            .machine()
                            .name());
        }
    }

    // ---- errors

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "<source mode='vepa'/>                                   | <source>: lacks dev",
        "<mac address='52:54:00:c7:3e:ce'/>                      | <interface>: lacks <source>",
        "<source dev='e'/><source dev='f'/>                      | <source>: twice in <interface>",
        "<source dev='e' mode='passthru'/>                       | mode is vepa, private, bridge or passthrough, not passthru",
        "<source dev='sixteen-letters-'/>                        | 1 to 15 bytes",
        "<source dev='e'/><target dev='a/b'/>                    | 1 to 15 bytes",
        "<source dev='e'/><mac address='1:2'/>                   | <mac>:",
        "<source dev='e'/><mac address='01:00:5e:00:00:01'/>     | no device can have the address",
        "<source dev='e'/><mac address='00:00:00:00:00:00'/>     | no device can have the address",
        "<source dev='e'/><mtu size='-1'/>                       | size is no number, or too large: -1",
        "<source dev='e'/><mtu size='99999999999'/>              | size is no number, or too large",
        "<source dev='e'/><driver queues='257'/>                 | 1 to 256 queues, not 257",
        "<source dev='e'/><driver queues='0'/>                   | 1 to 256 queues, not 0",
        "<source dev='e'/><model type='e1000'/><driver queues='2'/> | several queues are for virtio, not for e1000",
        "<source dev='e'/><model type='a,b'/>                    | not a model of a network card",
        "<source dev='e'/><vlan><tag id='42'/></vlan>            | a direct interface has no VLAN of its own",
        "<source dev='e' mode='passthrough'/><vlan/>             | a virtual function has one VLAN",
        "<source dev='e' mode='passthrough'/><vlan><tag id='1'/><tag id='2'/></vlan> | a virtual function has one VLAN",
        "<source dev='e' mode='passthrough'/><vlan trunk='yes'><tag id='1'/></vlan>  | and no trunk",
        "<source dev='e' mode='passthrough'/><vlan><tag id='4096'/></vlan>           | VLANs are 0 to 4095",
        "<source dev='e'/><virtualport/>                         | <virtualport>: lacks type",
        "<source dev='e'/><virtualport type='802.1X'/>           | no type of port profile: 802.1X",
        "<source dev='e'/><virtualport type='802.1Qbg'/>         | lacks managerid, typeid, typeidversion"
    })
    void whatIsNotPossible(String inside, String words) {
        LibvirtXmlException e = assertThrows(LibvirtXmlException.class, () -> direct(inside.strip()));
        assertTrue(e.getMessage().contains(words.strip()), e.getMessage());
        assertEquals(OptionalInt.of(1), e.line());
        assertTrue(e.column().getAsInt() > 20, e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "managerid, 256", "typeid, 0x1000000", "typeidversion, 256", "instanceid, 1-2-3-4-5",
        "profileid, gold-gold-gold-gold-gold-gold-gold-gold-",
    })
    void row74_parametersOutOfRange(String parameter, String value) {
        LibvirtXmlException e = assertThrows(
                LibvirtXmlException.class,
                () -> direct("<source dev='e'/><virtualport type='802.1Qbg'><parameters " + parameter + "='" + value
                        + "'/></virtualport>"));
        assertTrue(e.getMessage().contains("<parameters>: " + parameter), e.getMessage());
    }

    @Test
    void row75_parametersOfTheOtherTypeAreRefused() {
        for (String wrong : List.of(
                "<virtualport type='802.1Qbg'><parameters managerid='1' typeid='2' typeidversion='3' profileid='x'/></virtualport>",
                "<virtualport type='802.1Qbh'><parameters profileid='x' typeid='2'/></virtualport>")) {
            LibvirtXmlException e =
                    assertThrows(LibvirtXmlException.class, () -> direct("<source dev='e'/>" + wrong));
            assertTrue(e.getMessage().contains("cannot have"), e.getMessage());
        }
    }

    @Test
    void placeOfAnError() {
        LibvirtXmlException e = assertThrows(
                LibvirtXmlException.class,
                () -> parse("<domain>\n <devices>\n  <interface type='direct'>\n   <source/>\n</interface></devices></domain>"));
        assertEquals(OptionalInt.of(4), e.line());
        assertEquals("line 4, column " + e.column().getAsInt() + ": <source>: lacks dev", e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "x", "<domain>", "<domain></devices>", "<domain/><domain/>", "<domain a='1' a='2'/>", "<domain>&nosuch;</domain>",
                "<other/>", "<interface/>", "<n:domain xmlns:n='n'/>", "<domain><devices/><devices/></domain>",
                "<domain><uuid>1-2-3-4-5</uuid></domain>"
            })
    void whatIsNoDomain(String text) {
        LibvirtXmlException e = assertThrows(LibvirtXmlException.class, () -> parse(text));
        assertFalse(e.getMessage().contains("ParseError"), e.getMessage());
    }

    @Test
    void wrongBytesAreFoundWhereTheyAre() {
        byte[] bytes = "<domain>\n <name>\u00e9</name></domain>".getBytes(StandardCharsets.ISO_8859_1);
        LibvirtXmlException e =
                assertThrows(LibvirtXmlException.class, () -> LibvirtDomain.parse(new ByteArrayInputStream(bytes)));
        assertEquals("line 2, column 8: no XML: bytes that are no character of UTF-8", e.getMessage());
        assertThrows(LibvirtXmlException.class, () -> parse("<?xml version='1.0' encoding='nosuch'?><domain/>"));
    }

    @Test
    void failureToReadIsNoErrorInTheText(@TempDir Path directory) {
        assertThrows(FileNotFoundException.class, () -> LibvirtDomain.read(directory.resolve("nothing")));
        IOException e = assertThrows(IOException.class, () -> LibvirtDomain.parse(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        }));
        assertEquals("the disk is gone", e.getMessage());
    }

    // ---- what must not be done

    @Test
    void entitiesThatNameFilesAreNotRead(@TempDir Path directory) throws Exception {
        Path secret = Files.writeString(directory.resolve("secret"), "e");
        for (String declaration : List.of(
                "<!DOCTYPE domain [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>",
                "<!DOCTYPE domain SYSTEM '" + secret.toUri() + "'>",
                "<!DOCTYPE domain [<!ENTITY x 'y'>]>",
                "<!DOCTYPE domain>")) {
            LibvirtXmlException e = assertThrows(
                    LibvirtXmlException.class, () -> parse(declaration + "<domain><name>&x;</name></domain>"));
            assertTrue(e.getMessage().contains("document type"), e.getMessage());
        }
    }

    @Test
    void deepNestingIsNoDanger() throws Exception {
        int depth = 100_000; // which newer JDKs refuse
        assertReadOrRefused(("<domain>" + "<a>".repeat(depth) + "</a>".repeat(depth) + "</domain>").getBytes(StandardCharsets.UTF_8));
    }

    @Provide
    Arbitrary<String> damaged() {
        Arbitrary<Integer> place = Arbitraries.integers().between(0, DOMAIN.length());
        return Arbitraries.of("<", ">", "'", "&", "<a>", "</a>", "]]>", "<![CDATA[", "\0", "<?x?>", "\ud800", "direct", "256", "")
                .flatMap(piece -> place.flatMap(from -> place.map(to ->
                        DOMAIN.substring(0, Math.min(from, to)) + piece + DOMAIN.substring(Math.max(from, Math.min(to, from + 9))))));
    }

    @Property
    void damagedTextIsADomainOrAnErrorWithAPlace(@ForAll("damaged") String text) throws IOException {
        assertReadOrRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property
    void anyBytesAreADomainOrAnError(@ForAll byte[] bytes) throws IOException {
        assertReadOrRefused(bytes);
    }

    private static void assertReadOrRefused(byte[] bytes) throws IOException {
        try {
            LibvirtDomain.parse(new ByteArrayInputStream(bytes));
        } catch (LibvirtXmlException e) {
            assertTrue(e.line().isPresent(), e.getMessage());
        }
    }
}
