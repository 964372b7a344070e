package org.netlink4j.macvtap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.netlink4j.testkit.HeaderConstants;

/** Our numbers are those of the C headers. */
class ConstantsTest {
    @Test
    void tunFlags() {
        HeaderConstants.assertHolder(Tun.class, "linux/if_tun.h");
    }

    @Test
    void requestNumbers() throws IllegalAccessException {
        Map<String, Long> ours = new TreeMap<>();
        for (Field number : TapIoctls.class.getDeclaredFields()) { // a class that only this package can look into
            ours.put(number.getName(), number.getLong(null));
        }
        assertEquals(Set.of(), HeaderConstants.assertAgree(ours, "linux/if_tun.h", "sys/ioctl.h"));
    }

    @Test
    void vnetHeader() {
        Map<String, Long> ours = new TreeMap<>(HeaderConstants.constants(VnetHeader.class));
        ours.put("sizeof(struct virtio_net_hdr)", ours.remove("SIZE"));
        ours.put("sizeof(struct virtio_net_hdr_mrg_rxbuf)", ours.remove("SIZE_WITH_BUFFERS"));
        HeaderConstants.assertAgree(ours, "linux/virtio_net.h");
    }
}
