package org.wskscope.app.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.session.ChoiceSettings;
import org.wskscope.engine.session.SessionChoice;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of commands that make a session: how it decides what the documentation of WSK leaves open. */
final class ChoiceOptions {
    private final CommandLineText words = new CommandLineText();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--choice",
            paramLabel = "NAME=VALUE",
            descriptionKey = "choice",
            completionCandidates = Candidates.class)
    private List<String> choices = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "NUMBER", descriptionKey = "seed")
    private @Nullable String seed;

    /** What the help and the shell offer: each choice with its values, the usual one first. */
    static final class Candidates implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(SessionChoice.values())
                    .map(choice -> choice.word() + "=" + values(choice))
                    .iterator();
        }

        private static String values(SessionChoice choice) {
            List<String> values = new ArrayList<>(choice.range().words());
            values.remove(choice.range().usual());
            values.add(0, choice.range().usual());
            return String.join("|", values);
        }
    }

    /** @throws ParameterException when one is not to be had; its message says why */
    ChoiceSettings settings() {
        ChoiceSettings settings = ChoiceSettings.NONE;
        try {
            for (String choice : choices) {
                int equals = choice.indexOf('=');
                if (equals < 0) {
                    throw new ParameterException(spec.commandLine(), words.sentence("badChoice", choice));
                }
                settings = settings.and(
                        choice.substring(0, equals).strip(),
                        choice.substring(equals + 1).strip());
            }
            return seed == null ? settings : settings.and(ChoiceSettings.SEED, seed);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(
                    spec.commandLine(), words.sentence("wrongChoice", String.valueOf(wrong.getMessage())));
        }
    }
}
