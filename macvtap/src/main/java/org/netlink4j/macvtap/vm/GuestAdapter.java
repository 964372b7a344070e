package org.netlink4j.macvtap.vm;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The network card that the guest sees.
 *
 * @param model its model as libvirt names it, for example {@code "virtio"} or {@code "e1000e"}
 * @param vhost whether the kernel, and not the virtual machine monitor, moves the frames; for virtio only
 */
public record GuestAdapter(String model, boolean vhost) {
    /** The model that guests with a driver for it handle fastest. */
    public static final String VIRTIO = "virtio";

    /** Those that hand unfinished frames on, which need a {@link org.netlink4j.macvtap.VnetHeader}. */
    private static final Set<String> WITH_HEADER = Set.of("e1000e", "igb", "vmxnet3");

    /** What can stand in an argument of QEMU as it is. */
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

    /** A virtio card whose frames the virtual machine monitor moves. */
    public static final GuestAdapter DEFAULT = new GuestAdapter(VIRTIO, false);

    /** Checks the model. */
    public GuestAdapter {
        if (!MODEL.matcher(Objects.requireNonNull(model)).matches()) {
            throw new IllegalArgumentException("not a model of a network card: \"" + model + "\"");
        }
        if (vhost && !isVirtio(model)) {
            throw new IllegalArgumentException("vhost is for virtio, not for " + model);
        }
    }

    private static boolean isVirtio(String model) {
        return model.startsWith(VIRTIO);
    }

    /** {@return whether the guest drives it by virtio, of whichever generation} */
    public boolean isVirtio() {
        return isVirtio(model);
    }

    /** {@return whether its tap queues need a {@link org.netlink4j.macvtap.VnetHeader} before every frame} */
    public boolean needsVnetHeader() {
        return isVirtio() || WITH_HEADER.contains(model);
    }
}
