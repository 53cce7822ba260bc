package org.wskscope.engine.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The scenarios that come with a program, in the order of their index. Immutable.
 *
 * @param scenarios all of them
 */
public record ScenarioLibrary(List<Scenario> scenarios) {
    /** Where the packaged program has them. */
    public static final String FOLDER = "/org/wskscope/assets/scenarios/";

    /** Opens a file of the library by its name; null when there is none. */
    @FunctionalInterface
    public interface Source {
        @Nullable
        InputStream open(String name) throws IOException;
    }

    public ScenarioLibrary {
        scenarios = List.copyOf(scenarios);
    }

    /** Those packaged with the program of which {@code anchor} is a class. */
    public static ScenarioLibrary packagedWith(Class<?> anchor) throws IOException, ScenarioFormatException {
        return read(name -> anchor.getResourceAsStream(FOLDER + name));
    }

    /**
     * Reads {@code index.txt} and every file it names.
     *
     * @throws IOException when a file is missing or cannot be read
     * @throws ScenarioFormatException when one is no scenario
     */
    public static ScenarioLibrary read(Source source) throws IOException, ScenarioFormatException {
        List<Scenario> scenarios = new ArrayList<>();
        for (String name : text(source, "index.txt").lines().toList()) {
            if (!name.isBlank()) {
                scenarios.add(ScenarioReader.read(name.strip(), text(source, name.strip())));
            }
        }
        return new ScenarioLibrary(scenarios);
    }

    /** The scenario with this id. */
    public Optional<Scenario> scenario(String id) {
        return scenarios.stream()
                .filter(scenario -> scenario.id().equalsIgnoreCase(id))
                .findFirst();
    }

    private static String text(Source source, String name) throws IOException {
        try (InputStream in = source.open(name)) {
            if (in == null) {
                throw new IOException("the scenario file " + name + " is missing");
            }
            return new String(in.readNBytes(ScenarioReader.longest() + 1), StandardCharsets.UTF_8);
        }
    }
}
