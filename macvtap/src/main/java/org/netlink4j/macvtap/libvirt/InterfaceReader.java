package org.netlink4j.macvtap.libvirt;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.netlink4j.core.MacAddress;
import org.netlink4j.lldpad.PortParameter;
import org.netlink4j.lldpad.PortProfileSpec;
import org.netlink4j.lldpad.PortProfileType;
import org.netlink4j.macvtap.io.RandomId;
import org.netlink4j.macvtap.vm.DirectInterfaceSpec;
import org.netlink4j.macvtap.vm.GuestAdapter;
import org.netlink4j.rtnetlink.link.LinkSpec;
import org.netlink4j.rtnetlink.link.MacvlanMode;

/** Makes a spec out of an {@code <interface>}. */
final class InterfaceReader {
    /** libvirt's words; only one differs from the kernel's. */
    private static final Map<String, MacvlanMode> MODES = Map.of(
            "vepa", MacvlanMode.VEPA,
            "private", MacvlanMode.PRIVATE,
            "bridge", MacvlanMode.BRIDGE,
            "passthrough", MacvlanMode.PASSTHRU);

    /** Names that libvirt numbered itself and does not mean when it starts the machine the next time. */
    private static final String NUMBERED = "(macvtap|macvlan)[0-9]+";

    /** What would change what the guest receives or sends. */
    private static final Set<String> NOT_DONE = Set.of("bandwidth", "filterref", "tune", "coalesce", "ip", "route", "portForward");

    /** Port profiles that are another's to negotiate: of a direct interface nobody is told about them. */
    private static final Set<String> NOT_NEGOTIATED = Set.of("none", "openvswitch", "midonet");

    private final XmlElement element;
    private final List<String> remarks;

    InterfaceReader(XmlElement element, List<String> remarks) {
        this.element = element;
        this.remarks = remarks;
    }

    private void remark(XmlElement about, String what) {
        remarks.add("line " + about.location().getLineNumber() + ": " + what);
    }

    /** Whether it is one; if not, that is remarked. */
    boolean isDirect() throws LibvirtXmlException {
        String type = element.needed("type");
        if (!type.equals("direct")) {
            remark(element, "an interface of type " + type + " is no direct one");
        }
        return type.equals("direct");
    }

    DirectInterfaceSpec read() throws IOException {
        XmlElement source = element.child("source").orElseThrow(() -> element.error("lacks <source>"));
        String lower = source.needed("dev");
        source.convert(() -> LinkSpec.named(lower));
        DirectInterfaceSpec spec = DirectInterfaceSpec.on(lower);
        MacvlanMode mode = mode(source);
        spec = spec.device(device -> device.mode(mode));
        spec = target(spec);
        spec = address(spec);
        spec = mtu(spec);
        spec = adapter(spec);
        spec = profile(spec);
        spec = vlan(spec);
        remarks();
        if (element.attribute("trustGuestRxFilters").filter("yes"::equals).isPresent()) {
            remark(element, "the device will receive all multicast frames, not only those that the guest asks for");
            spec = spec.device(device -> device.allMulticast());
        }
        return spec;
    }

    private static MacvlanMode mode(XmlElement source) throws LibvirtXmlException {
        String word = source.attribute("mode").orElse("vepa");
        return Optional.ofNullable(MODES.get(word))
                .orElseThrow(() -> source.error("mode is vepa, private, bridge or passthrough, not " + word));
    }

    private DirectInterfaceSpec target(DirectInterfaceSpec spec) throws LibvirtXmlException {
        Optional<XmlElement> target = element.child("target");
        if (target.isEmpty() || target.get().attribute("dev").isEmpty()) {
            return spec;
        }
        String name = target.get().needed("dev");
        if (name.matches(NUMBERED)) {
            return spec;
        }
        target.get().convert(() -> LinkSpec.named(name));
        return spec.device(device -> device.name(name));
    }

    private DirectInterfaceSpec address(DirectInterfaceSpec spec) throws LibvirtXmlException {
        Optional<XmlElement> mac = element.child("mac");
        if (mac.isEmpty()) {
            return spec;
        }
        String text = mac.get().needed("address");
        MacAddress address = mac.get().convert(() -> MacAddress.parse(text));
        if (address.isMulticast() || address.bits() == 0) {
            throw mac.get().error("no device can have the address " + text);
        }
        return spec.device(device -> device.address(address));
    }

    private DirectInterfaceSpec mtu(DirectInterfaceSpec spec) throws LibvirtXmlException {
        Optional<XmlElement> mtu = element.child("mtu");
        if (mtu.isEmpty()) {
            return spec;
        }
        int bytes = mtu.get().number("size");
        return spec.device(device -> device.mtu(bytes));
    }

    private DirectInterfaceSpec adapter(DirectInterfaceSpec spec) throws LibvirtXmlException {
        Optional<XmlElement> model = element.child("model");
        Optional<XmlElement> driver = element.child("driver");
        String type = model.flatMap(present -> present.attribute("type")).orElse(GuestAdapter.VIRTIO);
        boolean vhost = driver.flatMap(present -> present.attribute("name")).filter("vhost"::equals).isPresent();
        GuestAdapter adapter = model.orElse(element).convert(() -> new GuestAdapter(type, vhost));
        DirectInterfaceSpec with = spec.adapter(adapter);
        if (driver.isEmpty() || driver.get().attribute("queues").isEmpty()) {
            return with;
        }
        int queues = driver.get().number("queues");
        if (queues > 1 && !adapter.isVirtio()) {
            throw driver.get().error("several queues are for virtio, not for " + type);
        }
        return driver.get().convert(() -> with.taps(taps -> taps.queues(queues)));
    }

    /** Without it the guest would be where it must not be. */
    private DirectInterfaceSpec vlan(DirectInterfaceSpec spec) throws LibvirtXmlException {
        Optional<XmlElement> vlan = element.child("vlan");
        if (vlan.isEmpty()) {
            return spec;
        }
        if (spec.device().kind().mode().filter(MacvlanMode.PASSTHRU::equals).isEmpty()) {
            throw vlan.get().error(
                    "a direct interface has no VLAN of its own unless its mode is passthrough; use a VLAN device as its source");
        }
        List<XmlElement> tags = vlan.get().all("tag").toList();
        if (tags.size() != 1 || vlan.get().attribute("trunk").filter("yes"::equals).isPresent()) {
            throw vlan.get().error("a virtual function has one VLAN, and no trunk");
        }
        int id = tags.getFirst().number("id");
        return tags.getFirst().convert(() -> spec.vlan(id));
    }

    // ---- the port profile

    private DirectInterfaceSpec profile(DirectInterfaceSpec spec) throws IOException {
        Optional<XmlElement> port = element.child("virtualport");
        Optional<String> type = port.flatMap(present -> present.attribute("type"));
        if (port.isEmpty()) {
            return spec;
        }
        if (type.filter(NOT_NEGOTIATED::contains).isPresent()) {
            remark(port.get(), "nobody is told about a port profile of type " + type.get());
            return spec;
        }
        PortProfileSpec profile = port.get().convert(() -> ofType(type.orElseThrow(() -> new IllegalArgumentException("lacks type"))));
        for (XmlElement parameters : port.get().all("parameters").toList()) {
            profile = with(profile, parameters);
        }
        PortProfileSpec all = identified(profile);
        port.get().convert(all::complete);
        return spec.profile(all);
    }

    private static PortProfileSpec ofType(String word) {
        return PortProfileSpec.of(PortProfileType.of(word)
                .orElseThrow(() -> new IllegalArgumentException("no type of port profile: " + word)));
    }

    private static PortProfileSpec with(PortProfileSpec profile, XmlElement parameters) throws LibvirtXmlException {
        PortProfileSpec result = profile;
        for (PortParameter parameter : PortParameter.values()) {
            Optional<String> text = parameters.attribute(parameter.word());
            if (text.isPresent()) {
                PortProfileSpec before = result;
                result = parameters.convert(() -> before.with(parameter, text.get()));
            }
        }
        return result;
    }

    /** A missing instance id is drawn here and once, so that all that follows names the same instance. */
    private static PortProfileSpec identified(PortProfileSpec profile) throws IOException {
        boolean lacks = profile.type().filter(PortProfileType.QBG::equals).isPresent()
                && profile.parameter(PortParameter.INSTANCE_ID).isEmpty();
        return lacks ? profile.with(PortParameter.INSTANCE_ID, RandomId.draw().toString()) : profile;
    }

    // ---- what is not done

    private void remarks() throws LibvirtXmlException {
        element.children().stream()
                .filter(child -> NOT_DONE.contains(child.name()))
                .forEach(child -> remark(child, "<" + child.name() + "> is not applied"));
        Optional<XmlElement> link = element.child("link");
        if (link.flatMap(present -> present.attribute("state")).filter("down"::equals).isPresent()) {
            remark(link.get(), "that the guest sees no link is the virtual machine monitor's to do");
        }
    }
}
