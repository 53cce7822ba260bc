package org.wskscope.app.cli;

import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.wskscope.engine.session.CommandMessage;
import org.wskscope.engine.session.CommandOutcome;

/** The sentences the command line says, in the reader's language. */
final class CommandWords {
    private final ResourceBundle own = ResourceBundle.getBundle("org.wskscope.app.i18n.cli");
    private final ResourceBundle commands = ResourceBundle.getBundle("org.wskscope.app.i18n.commands");

    String sentence(String key, Object... arguments) {
        return MessageFormat.format(own.getString(key), arguments);
    }

    /** Why the engine did not do what was asked. */
    String refusal(CommandOutcome outcome) {
        CommandMessage message = outcome.message();
        return message.isEmpty() ? outcome.status().name() : message.sentence(commands);
    }
}
