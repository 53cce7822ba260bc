package org.wskscope.app;

import org.wskscope.app.view.Messages;
import org.wskscope.engine.session.CommandMessage;

/** Words what the engine says about a command. Any thread. */
final class CommandSentences {
    private final Messages messages;

    CommandSentences(Messages messages) {
        this.messages = messages;
    }

    String sentence(CommandMessage message) {
        return message.isEmpty()
                ? ""
                : messages.format(message.key(), message.arguments().toArray());
    }
}
