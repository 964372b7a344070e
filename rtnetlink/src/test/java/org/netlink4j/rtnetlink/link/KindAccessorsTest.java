package org.netlink4j.rtnetlink.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.netlink4j.core.Ipv4Address;
import org.netlink4j.core.Ipv6Address;
import org.netlink4j.core.MacAddress;
import org.netlink4j.rtnetlink.EtherType;

/** Every accessor of every kind gives what was set through its counterpart, and fits its table. */
class KindAccessorsTest {
    private static final List<String> NOT_ATTRIBUTES = List.of("over", "with", "flag", "truth");

    static Stream<LinkKind> kinds() {
        return LinkKindType.Known.ALL.stream().map(type -> LinkKindType.decode(type.name(), Optional.empty()));
    }

    static Stream<LinkPort> ports() {
        return Stream.of(new BridgePort(), new BondPort(), new VrfPort());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void kindsGiveWhatWasSet(LinkKind kind) throws ReflectiveOperationException {
        check(kind);
        assertEquals(kind, LinkKindType.decode(kind.kind(), Optional.of(kind.data())));
    }

    @ParameterizedTest
    @MethodSource("ports")
    void portsGiveWhatWasSet(LinkPort port) throws ReflectiveOperationException {
        check(port);
        assertEquals(port, LinkKindType.decodePort(port.kind(), Optional.of(port.data())));
    }

    private static void check(Object empty) throws ReflectiveOperationException {
        Map<String, Method> getters = new HashMap<>();
        for (Method method : methods(empty)) {
            if (method.getParameterCount() == 0 && !method.getReturnType().isInstance(empty)) {
                getters.put(method.getName(), method);
                method.invoke(empty); // fits the table, be the attribute there or not
            }
        }
        for (Method setter : methods(empty)) {
            if (setter.getParameterCount() == 1 && getters.containsKey(setter.getName())) {
                check(empty, setter, getters.get(setter.getName()));
            }
        }
    }

    private static void check(Object empty, Method setter, Method getter) throws ReflectiveOperationException {
        Object value = value(setter.getParameterTypes()[0], empty.getClass().getSimpleName().contains("6"));
        if (value != null) {
            Object got = getter.invoke(setter.invoke(empty, value));
            assertEquals(expected(value, getter.getReturnType()), got, setter::toString);
        }
    }

    private static List<Method> methods(Object of) {
        return Arrays.stream(of.getClass().getMethods())
                .filter(m -> m.getDeclaringClass().getPackage() == LinkKind.class.getPackage())
                .filter(m -> !Modifier.isStatic(m.getModifiers()) && !m.isBridge() && !NOT_ATTRIBUTES.contains(m.getName()))
                .toList();
    }

    private static Object value(Class<?> type, boolean six) {
        return switch (type.getSimpleName()) {
            case "int" -> 7;
            case "long" -> 7L;
            case "boolean" -> true;
            case "String" -> "text";
            case "IpAddress" -> six ? Ipv6Address.parse("2001:db8::7") : Ipv4Address.parse("192.0.2.7");
            case "Ipv4Address" -> Ipv4Address.parse("192.0.2.7");
            case "Ipv6Address" -> Ipv6Address.parse("2001:db8::7");
            case "MacAddress" -> new MacAddress(7);
            case "EtherType" -> new EtherType(7);
            case "LinkSpec" -> LinkSpec.named("x");
            default -> null; // lists and values of their own have their own tests
        };
    }

    private static Object expected(Object value, Class<?> as) {
        if (as == OptionalInt.class) {
            return OptionalInt.of(((Number) value).intValue());
        }
        if (as == OptionalLong.class) {
            return OptionalLong.of(((Number) value).longValue());
        }
        assertTrue(as == boolean.class || as == Optional.class, as::toString);
        return as == boolean.class ? value : Optional.of(value);
    }
}
