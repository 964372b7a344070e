package org.netlink4j.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a module exports to everybody can be used by everybody: no signature in it names a type of this project that is not exported. */
public final class ApiGate {
    private static final String OURS = "org.netlink4j.";
    private static final Pattern EXCLUDED = Pattern.compile("<exclude>(.+?)</exclude>");
    private static final int VISIBLE = Modifier.PUBLIC | Modifier.PROTECTED;

    private final Map<String, Set<String>> exports = new ConcurrentHashMap<>();
    private final Set<String> hidden = new TreeSet<>();

    private ApiGate() {}

    /** Checks all of a module. */
    public static void exposesNothingInternal(Class<?> anchor) throws IOException {
        ApiGate gate = new ApiGate();
        List<Class<?>> api = new ModuleClasses(anchor).all().stream().filter(gate::isVisible).toList();
        assertFalse(api.isEmpty());
        api.forEach(gate::check);
        assertEquals(Set.of(), gate.hidden);
    }

    /** The packages that the profile {@code api} leaves out are those of the module that are not exported to everybody. */
    public static void isComparedWithTheLastRelease(Class<?> anchor) throws IOException {
        Set<String> hidden = new TreeSet<>();
        new ModuleClasses(anchor).all().forEach(type -> hidden.add(type.getPackageName()));
        hidden.removeAll(ModuleClasses.exported(anchor));
        Matcher excluded = EXCLUDED.matcher(Files.readString(Path.of("..", "pom.xml")));
        Set<String> leftOut = excluded.results()
                .map(match -> match.group(1))
                .filter(name -> (name + ".").startsWith(anchor.getPackageName() + "."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(hidden, leftOut);
    }

    private boolean isVisible(Class<?> type) {
        return (type.getModifiers() & VISIBLE) != 0
                && (type.getEnclosingClass() == null || isVisible(type.getEnclosingClass()))
                && exports.computeIfAbsent(ChildJvm.root(type), _ -> ModuleClasses.exported(type)).contains(type.getPackageName());
    }

    private void check(Class<?> type) {
        want(type, type.getGenericSuperclass());
        Stream.of(type.getGenericInterfaces()).forEach(face -> want(type, face));
        Stream.of(type.getTypeParameters()).forEach(parameter -> want(type, parameter));
        for (Field field : type.getDeclaredFields()) {
            if (isOffered(field.getModifiers(), field.isSynthetic())) {
                want(field, field.getGenericType());
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isOffered(method.getModifiers(), method.isSynthetic())) {
                want(method, method.getGenericReturnType());
                check(method);
            }
        }
        Stream.of(type.getDeclaredConstructors())
                .filter(constructor -> isOffered(constructor.getModifiers(), constructor.isSynthetic()))
                .forEach(this::check);
    }

    private static boolean isOffered(int modifiers, boolean synthetic) {
        return (modifiers & VISIBLE) != 0 && !synthetic;
    }

    private void check(Executable call) {
        Stream.of(call.getGenericParameterTypes(), call.getGenericExceptionTypes(), call.getTypeParameters())
                .flatMap(Stream::of)
                .forEach(type -> want(call, type));
    }

    /** Everything that a type names has to be visible. */
    private void want(Object where, Type type) {
        switch (type) {
            case Class<?> one when one.isArray() -> want(where, one.getComponentType());
            case Class<?> one -> {
                if (one.getName().startsWith(OURS) && !isVisible(one)) {
                    hidden.add(one.getName() + " in " + where);
                }
            }
            case ParameterizedType generic -> {
                want(where, generic.getRawType());
                Stream.of(generic.getActualTypeArguments()).forEach(argument -> want(where, argument));
            }
            case GenericArrayType array -> want(where, array.getGenericComponentType());
            case WildcardType wildcard -> Stream.of(wildcard.getUpperBounds(), wildcard.getLowerBounds())
                    .flatMap(Stream::of)
                    .forEach(bound -> want(where, bound));
            case TypeVariable<?> variable when variable.getGenericDeclaration() == where -> Stream.of(variable.getBounds())
                    .forEach(bound -> want("a bound", bound));
            case null, default -> {} // a variable that is checked where it is declared; Object and interfaces have no superclass
        }
    }
}
