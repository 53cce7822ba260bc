package org.wskscope.app;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.CommandPort;
import org.wskscope.app.state.Submission;
import org.wskscope.app.view.Notices;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.CommandMessage;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

/** A command port that tells the user of a refusal nobody else would tell. FX thread. */
final class TellingCommandPort implements CommandPort {
    private final CommandPort port;
    private final Function<CommandMessage, String> sentences;
    private final PortHolder portHolder;
    private @Nullable Notices notices;

    TellingCommandPort(CommandPort port, Function<CommandMessage, String> sentences, PortHolder portHolder) {
        this.port = port;
        this.sentences = sentences;
        this.portHolder = portHolder;
    }

    /** Where refusals are told; before that they are only in the log. */
    void tellTo(Notices where) {
        notices = where;
    }

    @Override
    public Submission submit(EngineCommand command, Consumer<CommandOutcome> onSettled) {
        return port.submit(command, outcome -> onSettled.accept(portHolder.explained(command, outcome)));
    }

    @Override
    public Submission submit(EngineCommand command) {
        Submission submission = submit(command, outcome -> {
            if (!outcome.status().isSuccess()) {
                tell(outcome.status().name(), outcome.message());
            }
        });
        if (!submission.accepted()) {
            tell("", submission.message());
        }
        return submission;
    }

    @Override
    public @Nullable CallbackBehaviour behaviour(SocketId socket, WskCallback callback) {
        return port.behaviour(socket, callback);
    }

    private void tell(String code, CommandMessage message) {
        Notices where = notices;
        if (where != null) {
            where.refused(code, sentences.apply(message));
        }
    }
}
