package org.wskscope.engine.conformance.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Tag;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.OnlyInMemory;
import org.wskscope.engine.testkit.network.OnlyOnNetty;
import org.wskscope.engine.testkit.network.PlayedByHand;

/** Finds the tagged test methods among compiled classes. */
final class TaggedTests {
    private static final String SUFFIX = ".class";

    private TaggedTests() {}

    /** All tagged, enabled test methods below {@code classes}, in the order of their names. */
    static List<TaggedTest> in(Path classes) {
        List<TaggedTest> tests = new ArrayList<>();
        for (String name : classNames(classes)) {
            for (Method method : load(name).getDeclaredMethods()) {
                if (AnnotationSupport.isAnnotated(method, Testable.class)) {
                    add(method, tests);
                }
            }
        }
        return tests.stream().sorted().toList();
    }

    private static List<String> classNames(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(SUFFIX) && !file.endsWith("-info.class"))
                    .map(file ->
                            file.substring(0, file.length() - SUFFIX.length()).replace(java.io.File.separatorChar, '.'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the compiled tests in " + classes, e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, TaggedTests.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("cannot load the compiled test " + name, e);
        }
    }

    private static void add(Method method, List<TaggedTest> tests) {
        Set<String> ids = new TreeSet<>(tags(method));
        boolean disabled = AnnotationSupport.isAnnotated(method, Disabled.class);
        for (Class<?> type = method.getDeclaringClass(); type != null; type = type.getEnclosingClass()) {
            ids.addAll(tags(type));
            disabled |= AnnotationSupport.isAnnotated(type, Disabled.class);
        }
        if (!disabled && !ids.isEmpty()) {
            tests.add(new TaggedTest(method.getDeclaringClass().getName(), method.getName(), ids, networks(method)));
        }
    }

    /** The tags that are meant for the report: others (in lower case, such as {@code everyLocale}) choose what a run executes. */
    private static List<String> tags(AnnotatedElement element) {
        return AnnotationSupport.findRepeatableAnnotations(element, Tag.class).stream()
                .map(Tag::value)
                .filter(tag -> Character.isUpperCase(tag.charAt(0)))
                .toList();
    }

    private static String networks(Method method) {
        String found = only(method);
        for (Class<?> type = method.getDeclaringClass();
                found.isEmpty() && type != null;
                type = type.getEnclosingClass()) {
            found = only(type);
            if (found.isEmpty() && AnnotationSupport.isAnnotated(type, OnEveryNetwork.class)) {
                found = "memory, Netty";
            }
        }
        return found.isEmpty() ? "–" : found;
    }

    private static String only(AnnotatedElement element) {
        return AnnotationSupport.findAnnotation(element, OnlyInMemory.class)
                .map(only -> "memory (" + only.value() + ")")
                .or(() -> AnnotationSupport.findAnnotation(element, OnlyOnNetty.class)
                        .map(only -> "Netty (" + only.value() + ")"))
                .or(() -> AnnotationSupport.findAnnotation(element, PlayedByHand.class)
                        .map(only -> "by hand (" + only.value() + ")"))
                .orElse("");
    }
}
