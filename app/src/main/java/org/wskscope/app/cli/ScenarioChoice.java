package org.wskscope.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wskscope.engine.scenario.Scenario;
import org.wskscope.engine.scenario.ScenarioFormatException;
import org.wskscope.engine.scenario.ScenarioLibrary;
import org.wskscope.engine.session.NearestWord;

/** Finds the scenario somebody means: one that comes with the program, or a file of the user's own. Any thread that may wait. */
final class ScenarioChoice {
    private final CommandLineText words;

    ScenarioChoice(CommandLineText words) {
        this.words = words;
    }

    /** There is none to be had; the message is a sentence for people. */
    static final class NoneException extends Exception {
        private static final long serialVersionUID = 1;

        /** The exit status. */
        private final int status;

        NoneException(int status, String sentence) {
            super(sentence);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** @param name an id, or the name of a file */
    Scenario named(String name) throws NoneException {
        Optional<ScenarioFile> file = ScenarioFile.meantBy(name, words);
        ScenarioLibrary library = library();
        Optional<Scenario> known = library.scenario(name);
        if (known.isPresent()) {
            return known.get();
        }
        if (file.isEmpty()) {
            List<String> ids = library.scenarios().stream().map(Scenario::id).toList();
            throw new NoneException(
                    2,
                    words.sentence(
                            "scenario.unknown",
                            name,
                            ids.stream().collect(Collectors.joining(", ")),
                            NearestWord.hint(name, ids)));
        }
        try {
            return file.get().read();
        } catch (ScenarioFormatException | ScenarioFile.UnreadableException notUsable) {
            throw new NoneException(2, words.sentence("scenario.unusable", String.valueOf(notUsable.getMessage())));
        }
    }

    private ScenarioLibrary library() throws NoneException {
        try {
            return ScenarioLibrary.packagedWith(ScenarioChoice.class);
        } catch (IOException | ScenarioFormatException broken) {
            throw new NoneException(1, words.sentence("demo.unreadable", String.valueOf(broken.getMessage())));
        }
    }
}
