package org.wskscope.engine.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The functions and callbacks of {@code wsk.h} against the types that stand for them: each has its method, and each parameter in C is one in Java, in the same order, unless
 * the list says where else it went. {@code :p} is part of a parameter object, {@code :>} comes back with the IRP, {@code :reserved} belongs to a member that is NULL, and
 * {@code :-} is not offered, of which {@code docs/limits.md} says why.
 */
class HeaderNamesTest {
    private static final String LIST = "/conformance/wsk-header.tsv";
    private static final String PACKAGE = "org.wskscope.engine.wsk.Wsk";
    /** The interface itself stands for it. */
    private static final Set<String> OBJECTS = Set.of("Client", "Socket");

    static Stream<Entry> entries() throws IOException {
        String text =
                new String(HeaderNamesTest.class.getResourceAsStream(LIST).readAllBytes(), StandardCharsets.UTF_8);
        return text.lines().map(line -> {
            String[] cells = line.split("\t", -1);
            return new Entry(cells[0], cells[1], List.of(cells[2].split(" ")));
        });
    }

    @ParameterizedTest
    @MethodSource("entries")
    void hasItsParametersInTheirOrder(Entry entry) {
        Method method = entry.method();

        List<String> own = entry.parameters().stream()
                .filter(parameter -> !parameter.contains(":") && !OBJECTS.contains(parameter))
                .toList();
        boolean grouped = entry.parameters().stream().anyMatch(parameter -> parameter.endsWith(":p"));
        assertThat(method.getParameterCount()).as("%s", method).isEqualTo(own.size() + (grouped ? 1 : 0));
        if (own.contains("Irp")) {
            Class<?>[] types = method.getParameterTypes();
            assertThat(types[types.length - 1].getSimpleName()).isEqualTo("Irp");
        }
    }

    @Test
    void everyMethodOfTheTablesIsInTheHeader() throws IOException {
        Set<String> listed = entries().map(Entry::where).collect(Collectors.toCollection(TreeSet::new));
        for (String table : List.of(
                "Provider",
                "ProviderBasicDispatch",
                "ProviderListenDispatch",
                "ProviderDatagramDispatch",
                "ProviderConnectionDispatch",
                "ProviderStreamDispatch")) {
            for (Method method : type(table).getDeclaredMethods()) {
                if (!method.isSynthetic() && !method.getName().equals("version")) {
                    assertThat(listed).contains(table + "." + method.getName());
                }
            }
        }
    }

    @Test
    void whatIsNotOfferedHasItsLine() throws IOException {
        String limits = Files.readString(Path.of("..", "docs", "limits.md"));
        Set<String> missing = entries()
                .flatMap(entry -> entry.parameters().stream())
                .filter(parameter -> parameter.endsWith(":-"))
                .map(parameter -> parameter.substring(0, parameter.indexOf(':')))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(missing).isNotEmpty().allSatisfy(name -> assertThat(limits).contains("| `" + name + "` |"));
        assertThat(limits).contains("| `WskSendEx` |", "| `WskReceiveEx` |", "| `WskReceiveExEvent` |");
    }

    @Test
    void aReservedMemberIsThereAndTakesNothing() {
        for (String name : List.of("sendEx", "receiveEx")) {
            assertThatCode(() -> type("ProviderConnectionDispatch").getMethod(name))
                    .doesNotThrowAnyException();
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(PACKAGE + name);
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(missing);
        }
    }

    record Entry(String name, String where, List<String> parameters) {
        /** The one with most parameters: others leave some out. */
        Method method() {
            String[] parts = where.split("\\.");
            Optional<Method> found = new ArrayList<>(
                            Arrays.asList(type(parts[0]).getDeclaredMethods()))
                    .stream()
                            .filter(method -> method.getName().equals(parts[1]))
                            .max(Comparator.comparingInt(Method::getParameterCount));
            return found.orElseThrow(() -> new AssertionError(where + " is not there"));
        }

        @Override
        public String toString() {
            return name + " as " + where;
        }
    }
}
