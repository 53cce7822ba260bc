package org.wskscope.engine.projection;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.Violation;

/** The rules of WSK that this engine keeps, as the views cite them. Immutable; any thread. Load it once and pass it on. */
public final class RuleBook {
    private final List<Rule> rules;
    private final List<Choice> choices;
    private final List<Misuse> misuses;
    private final Map<String, Rule> rulesById;
    private final Map<String, Choice> choicesById;
    private final Map<Integer, String> statusMeanings = new LinkedHashMap<>();

    private RuleBook() {
        rules = table("rules.tsv", row -> new Rule(row.get(0), row.get(1), row.get(2), row.get(3)));
        choices = table("choices.tsv", row -> new Choice(row.get(0), row.get(1), row.get(2)));
        misuses = table("violations.tsv", RuleBook::misuse);
        rulesById = byId(rules, Rule::id);
        List<Choice> limits = table("fidelity.tsv", row -> new Choice(row.get(0), row.get(2), row.get(1)));
        choicesById = byId(Stream.concat(choices.stream(), limits.stream()).toList(), Choice::id);
        for (List<String> row : table("statuses.tsv", row -> row)) {
            statusMeanings.put(Integer.parseUnsignedInt(row.get(1).substring(2), 16), row.get(2));
        }
    }

    /** Reads the book that is part of the engine. Throws {@link IllegalStateException} when the engine is incomplete. */
    public static RuleBook load() {
        return new RuleBook();
    }

    /** All rules, in the order of the conformance table. */
    public List<Rule> rules() {
        return rules;
    }

    public Optional<Rule> rule(String id) {
        return Optional.ofNullable(rulesById.get(id));
    }

    /** All choices, C-01 first. */
    public List<Choice> choices() {
        return choices;
    }

    /** The choice of this id, or the limit of a program beside the kernel ({@link Choice#isLimit}). */
    public Optional<Choice> choice(String id) {
        return Optional.ofNullable(choicesById.get(id));
    }

    public Misuse violation(Violation violation) {
        return misuses.get(violation.ordinal());
    }

    /** What the status means in WSK; empty for statuses WSK has no special use for. */
    public Optional<String> meaning(NtStatus status) {
        return Optional.ofNullable(statusMeanings.get(status.code()));
    }

    private static Misuse misuse(List<String> row) {
        int number = Integer.parseInt(row.get(0).substring("VIO-".length()));
        return new Misuse(
                Violation.values()[number - 1], row.get(1), List.of(row.get(2).split(" ", -1)));
    }

    private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
        Map<String, T> map = new LinkedHashMap<>();
        for (T each : all) {
            if (map.put(id.apply(each), each) != null) {
                throw new IllegalStateException("two entries are called " + id.apply(each));
            }
        }
        return map;
    }

    private static <T> List<T> table(String name, Function<List<String>, T> row) {
        List<T> rows = new ArrayList<>();
        try (BufferedReader lines = open(name)) {
            int columns = lines.readLine().split("\t", -1).length;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                List<String> cells = List.of(line.split("\t", -1));
                if (cells.size() != columns) {
                    throw new IllegalStateException(
                            name + " has a row that is not " + columns + " cells long: " + line);
                }
                rows.add(row.apply(cells));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
        return List.copyOf(rows);
    }

    private static BufferedReader open(String name) {
        InputStream stream = RuleBook.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException(name + " is missing from the engine");
        }
        return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }
}
