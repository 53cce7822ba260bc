package org.wskscope.engine.session;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody says about the choices of a session: some of them, and perhaps the seed. What is not said is left as it is. Immutable.
 *
 * @param values the choices that are said, also when they are the usual ones
 * @param seed the seed, when it is said
 */
public record ChoiceSettings(Map<SessionChoice, String> values, OptionalLong seed) {
    /** Says nothing. */
    public static final ChoiceSettings NONE = new ChoiceSettings(Map.of(), OptionalLong.empty());

    /** The name of the seed beside those of the choices. */
    public static final String SEED = "seed";

    /** As many digits as every long can have. */
    private static final Pattern SEED_TEXT = Pattern.compile("\\d{1,18}");

    public ChoiceSettings {
        Map<SessionChoice, String> kept = new EnumMap<>(SessionChoice.class);
        values.forEach((choice, text) -> kept.put(choice, choice.range().parse(choice.word(), text)));
        values = Collections.unmodifiableMap(kept);
    }

    /**
     * Says one thing more, or anew.
     *
     * @param name {@link SessionChoice#word}, or {@value #SEED}
     * @throws IllegalArgumentException when there is no such choice, or it cannot be that; the message is a sentence for the user
     */
    public ChoiceSettings and(String name, String value) {
        if (name.equals(SEED)) {
            if (!SEED_TEXT.matcher(value).matches()) {
                throw new IllegalArgumentException(
                        "the seed is a whole number of at most 18 digits, not \"" + value + "\"");
            }
            return new ChoiceSettings(values, OptionalLong.of(Long.parseLong(value)));
        }
        SessionChoice choice = SessionChoice.of(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no choice called \"" + name + "\"; there are "
                        + names() + NearestWord.hint(name, words())));
        Map<SessionChoice, String> said = new EnumMap<>(SessionChoice.class);
        said.putAll(values);
        said.put(choice, value);
        return new ChoiceSettings(said, seed);
    }

    /** Both; where they contradict each other the other one counts. */
    public ChoiceSettings and(ChoiceSettings other) {
        Map<SessionChoice, String> said = new EnumMap<>(SessionChoice.class);
        said.putAll(values);
        said.putAll(other.values);
        return new ChoiceSettings(said, other.seed.isPresent() ? other.seed : seed);
    }

    public boolean isEmpty() {
        return values.isEmpty() && seed.isEmpty();
    }

    /** {@code before}, with what is said here. */
    public SessionChoices over(SessionChoices before) {
        SessionChoices choices = before;
        for (Map.Entry<SessionChoice, String> said : values.entrySet()) {
            choices = choices.with(said.getKey(), said.getValue());
        }
        return choices;
    }

    /** Whether a session with these choices and this seed is as said here. */
    public boolean isMetBy(SessionChoices choices, long itsSeed) {
        return over(choices).equals(choices) && seed.orElse(itsSeed) == itsSeed;
    }

    /** For example {@code races=chaos, seed=3}; empty when nothing is said. */
    public String text() {
        StringJoiner text = new StringJoiner(", ");
        values.forEach((choice, value) -> text.add(choice.word() + "=" + value));
        seed.ifPresent(number -> text.add(SEED + "=" + number));
        return text.toString();
    }

    private static List<String> words() {
        return Stream.concat(Arrays.stream(SessionChoice.values()).map(SessionChoice::word), Stream.of(SEED))
                .toList();
    }

    private static String names() {
        return Arrays.stream(SessionChoice.values()).map(SessionChoice::word).collect(Collectors.joining(", "))
                + " and " + SEED;
    }
}
