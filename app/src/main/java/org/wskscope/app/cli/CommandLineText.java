package org.wskscope.app.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.wskscope.app.words.Phrases;
import org.wskscope.engine.session.CommandMessage;
import org.wskscope.engine.session.CommandOutcome;

/** The sentences the command line says, in the reader's language. */
final class CommandLineText {
    private final Phrases phrases = new Phrases(Locale.getDefault(), List.of("cli", "commands", "runs"));

    /** What {@code arguments} bring of characters that no reader sees is spelled out. */
    String sentence(String key, Object... arguments) {
        Object[] plain = Arrays.stream(arguments)
                .map(argument -> argument instanceof String text ? PlainText.of(text) : argument)
                .toArray();
        return phrases.format(key, plain);
    }

    /** Why the engine did not do what was asked. */
    String refusal(CommandOutcome outcome) {
        CommandMessage message = outcome.message();
        return message.isEmpty()
                ? outcome.status().name()
                : sentence(message.key(), message.arguments().toArray());
    }
}
