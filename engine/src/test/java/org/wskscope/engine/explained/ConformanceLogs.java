package org.wskscope.engine.explained;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.testkit.BenchCalls;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnlyOnNetty;
import org.wskscope.engine.trace.TraceLog;

/** What the conformance tests leave behind: each is a situation somebody thought of. They are played here in memory only, and judged where they stand. */
final class ConformanceLogs {
    private static final String PACKAGE = "org.wskscope.engine.conformance";

    private ConformanceLogs() {}

    /** Plays every test of the package that has no parameters; gives the name and the logs of each. */
    static void play(BiConsumer<String, List<TraceLog>> reader) throws Exception {
        for (Class<?> type : tests()) {
            for (Method method : type.getDeclaredMethods()) {
                boolean played = method.isAnnotationPresent(Test.class)
                        && method.getParameterCount() == 0
                        && !method.isAnnotationPresent(OnlyOnNetty.class)
                        && !type.isAnnotationPresent(OnlyOnNetty.class);
                if (played) {
                    reader.accept(type.getSimpleName() + "." + method.getName(), logs(type, method));
                }
            }
        }
    }

    private static List<TraceLog> logs(Class<?> type, Method method) throws Exception {
        List<TraceLog> logs = new ArrayList<>();
        BenchCalls.watch(logs::add);
        try {
            Object test = made(type);
            if (test != null) {
                call(test, method);
                finish(test, type);
            }
        } finally {
            BenchCalls.watchNoMore();
        }
        return logs;
    }

    private static @org.jspecify.annotations.Nullable Object made(Class<?> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            constructor.setAccessible(true);
            Class<?>[] wants = constructor.getParameterTypes();
            if (wants.length == 0) {
                return constructor.newInstance();
            } else if (wants.length == 1 && wants[0] == Network.class) {
                return constructor.newInstance(Network.MEMORY);
            }
        }
        return null;
    }

    private static void finish(Object test, Class<?> type) throws Exception {
        for (Class<?> at = type; at != null; at = at.getSuperclass()) {
            for (Method method : at.getDeclaredMethods()) {
                if (method.isAnnotationPresent(AfterEach.class) && method.getParameterCount() == 0) {
                    call(test, method);
                }
            }
        }
    }

    private static void call(Object test, Method method) throws Exception {
        method.setAccessible(true);
        try {
            method.invoke(test);
        } catch (InvocationTargetException failed) {
            // Judged where the test stands; what it logged until then is a situation all the same.
            if (failed.getCause() instanceof VirtualMachineError error) {
                throw error;
            }
        }
    }

    private static List<Class<?>> tests() throws IOException, URISyntaxException, ClassNotFoundException {
        Path folder = Path.of(ConformanceLogs.class
                .getResource("/" + PACKAGE.replace('.', '/'))
                .toURI());
        List<Class<?>> types = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith("Test.class")) {
                    types.add(Class.forName(PACKAGE + "." + name.substring(0, name.length() - ".class".length())));
                }
            }
        }
        return types;
    }
}
