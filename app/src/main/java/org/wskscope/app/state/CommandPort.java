package org.wskscope.app.state;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.CommandMessage;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

/** Where a view leaves a user's wish. Nothing is shown as done before the log says so. FX thread. */
public interface CommandPort {
    /** The message of an outcome whose command failed inside the program; the details are in its log. */
    CommandMessage FAILED = CommandMessage.of("command.failed");

    /**
     * Takes the command to the engine without waiting. {@code onSettled} gets the answer on the FX thread, later; it is never called for a refused submission.
     */
    Submission submit(EngineCommand command, Consumer<CommandOutcome> onSettled);

    /** As {@link #submit(EngineCommand, Consumer)} for those who watch the log only. */
    default Submission submit(EngineCommand command) {
        return submit(command, outcome -> {});
    }

    /** What the demonstration client is told to do in {@code callback} of {@code socket}, as the views are shown it; null where there is none. */
    default @Nullable CallbackBehaviour behaviour(SocketId socket, WskCallback callback) {
        return null;
    }

    /** A port for sessions that take no commands. */
    static CommandPort closed() {
        return (command, onSettled) -> Submission.REFUSED_CLOSED;
    }
}
