package org.netlink4j.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.netlink4j.core.schema.AttributeSet;

/** No codec of a module goes without properties: the tables get theirs here, the others must be named by a test that has some. */
public final class CodecGate {
    private static final String DECODE = "decode";

    private CodecGate() {}

    /**
     * What is true of every table holds for each table that is in a static field of the module.
     *
     * @param lookup of a test of the module, for the fields that are not public
     */
    public static void everyTableHolds(Class<?> anchor, MethodHandles.Lookup lookup) throws Throwable {
        int tables = 0;
        for (Class<?> one : new ModuleClasses(anchor).all()) {
            for (Field field : one.getDeclaredFields()) {
                if (field.getType() == AttributeSet.class && Modifier.isStatic(field.getModifiers())) {
                    CodecProperties.hold((AttributeSet) MethodHandles.privateLookupIn(one, lookup).unreflectGetter(field).invoke());
                    tables++;
                }
            }
        }
        assertTrue(tables > 0);
    }

    /**
     * Every class of the module that has a static method {@code decode...} is named by a test with properties, or by such a class
     * that is.
     *
     * @param test one of the module's tests
     */
    public static void everyDecoderHasProperties(Class<?> anchor, Class<?> test) throws IOException {
        Set<Class<?>> wanting = new ModuleClasses(anchor).all().stream().filter(CodecGate::decodes).collect(Collectors.toCollection(HashSet::new));
        assertFalse(wanting.isEmpty());
        Deque<Class<?>> naming = new ArrayDeque<>();
        new ModuleClasses(test).all().stream().filter(one -> hasProperties(one.getNestHost())).forEach(naming::add);
        while (!naming.isEmpty()) {
            String names = ModuleClasses.bytes(naming.pop());
            List<Class<?>> named = wanting.stream().filter(codec -> names.contains(constant(codec))).toList();
            wanting.removeAll(named);
            naming.addAll(named);
        }
        assertEquals(Set.of(), wanting, "no test with properties names these, nor does a codec that one names");
    }

    private static boolean decodes(Class<?> one) {
        return Stream.of(one.getDeclaredMethods())
                .anyMatch(method -> method.getName().startsWith(DECODE) && Modifier.isStatic(method.getModifiers()) && !method.isSynthetic()
                        && !Modifier.isPrivate(method.getModifiers()));
    }

    private static boolean hasProperties(Class<?> test) {
        return FuzzTarget.class.isAssignableFrom(test)
                || Stream.of(test.getDeclaredMethods()).anyMatch((Method method) -> method.isAnnotationPresent(Property.class));
    }

    /** How a class file names a class that it uses: CONSTANT_Utf8_info, a tag, a length of two bytes, the name. */
    private static String constant(Class<?> one) {
        String name = one.getName().replace('.', '/');
        return "\u0001" + (char) (name.length() >>> 8) + (char) (name.length() & 0xff) + name;
    }
}
