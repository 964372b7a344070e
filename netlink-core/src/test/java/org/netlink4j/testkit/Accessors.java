package org.netlink4j.testkit;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.netlink4j.core.MalformedMessageException;
import org.netlink4j.core.schema.AttributeSet;
import org.netlink4j.core.schema.Attributes;

/** Asks a value for all that it can tell: whatever was decoded has to answer, and never with null. */
public final class Accessors {
    private static final int DEPTH = 6;
    private static final Map<Class<?>, List<Method>> METHODS = new ConcurrentHashMap<>();

    private Accessors() {}

    /** Calls every public method without parameters of a record, and of the records that these give. */
    public static void answer(Object value) {
        answer(value, DEPTH);
    }

    private static void answer(Object value, int depth) {
        switch (value) {
            case Optional<?> optional -> optional.ifPresent(inside -> answer(inside, depth));
            case Iterable<?> all -> all.forEach(one -> answer(one, depth));
            case Map<?, ?> map -> map.forEach((key, one) -> answer(one, depth));
            case Attributes attributes -> CodecProperties.everyAccessorWorks(attributes);
            case Record one when depth > 0 && isOurs(one.getClass()) -> {
                one.toString();
                for (Method method : METHODS.computeIfAbsent(one.getClass(), Accessors::methods)) {
                    answer(call(method, one), depth - 1);
                }
            }
            default -> {} // a number, a text, or what is no value
        }
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("org.netlink4j.") && Modifier.isPublic(type.getModifiers());
    }

    private static List<Method> methods(Class<?> type) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0 && method.getReturnType() != void.class)
                .filter(method -> !method.isSynthetic() && method.getReturnType() != AttributeSet.class)
                .toList();
    }

    private static Object call(Method method, Object on) {
        try {
            Object answer = method.invoke(on);
            assertNotNull(answer, method::toString);
            return answer;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof MalformedMessageException) {
                return Optional.empty(); // which the method declares: it decodes more than was decoded before
            }
            throw new AssertionError(method + " of " + on, e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
