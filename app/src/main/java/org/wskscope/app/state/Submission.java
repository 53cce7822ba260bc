package org.wskscope.app.state;

import org.wskscope.engine.session.CommandMessage;

/** Whether a command was taken on its way to the engine. */
public enum Submission {
    ACCEPTED(CommandMessage.NONE),
    /** Too many commands wait already. */
    REFUSED_FULL(CommandMessage.of("command.refused.queueFull")),
    /** What is shown is not what is: nothing acts on the past. */
    REFUSED_PAST(CommandMessage.of("command.refused.past")),
    /** The run was read from a file. */
    REFUSED_RECORDED(CommandMessage.of("command.refused.recorded")),
    /** The session is ending, or is one that takes no commands. */
    REFUSED_CLOSED(CommandMessage.of("command.refused.sessionClosed"));

    private final CommandMessage message;

    Submission(CommandMessage message) {
        this.message = message;
    }

    public boolean accepted() {
        return this == ACCEPTED;
    }

    /** Why not; empty when accepted. */
    public CommandMessage message() {
        return message;
    }
}
