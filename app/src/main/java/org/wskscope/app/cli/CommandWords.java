package org.wskscope.app.cli;

import java.util.List;
import java.util.Locale;
import org.wskscope.app.words.Phrases;
import org.wskscope.engine.session.CommandMessage;
import org.wskscope.engine.session.CommandOutcome;

/** The sentences the command line says, in the reader's language. */
final class CommandWords {
    private final Phrases phrases = new Phrases(Locale.getDefault(), List.of("cli", "commands"));

    String sentence(String key, Object... arguments) {
        return phrases.format(key, arguments);
    }

    /** Why the engine did not do what was asked. */
    String refusal(CommandOutcome outcome) {
        CommandMessage message = outcome.message();
        return message.isEmpty()
                ? outcome.status().name()
                : phrases.format(message.key(), message.arguments().toArray());
    }
}
