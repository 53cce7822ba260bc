package org.wskscope.app;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.CommandPort;
import org.wskscope.app.state.Submission;
import org.wskscope.app.view.Notices;
import org.wskscope.app.view.UserAction;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.CommandMessage;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

/** A command port that tells the user of a refusal nobody else would tell. FX thread. */
final class NotifyingCommandPort implements CommandPort {
    private final CommandPort port;
    private final Function<CommandMessage, String> sentences;
    private final Supplier<ScopeSnapshot> shown;
    private final PortHolder portHolder;
    private @Nullable Notices notices;
    private @Nullable UserAction toEnd;

    NotifyingCommandPort(CommandPort port, Function<CommandMessage, String> sentences, Supplier<ScopeSnapshot> shown) {
        this.port = port;
        this.sentences = sentences;
        this.shown = shown;
        this.portHolder = new PortHolder(shown);
    }

    /** Where refusals are told; before that they are only in the log. */
    void notifyTo(Notices where) {
        notices = where;
    }

    /** What to offer to those who act on the past. */
    void offerToEnd(UserAction action) {
        toEnd = action;
    }

    @Override
    public Submission submit(EngineCommand command, Consumer<CommandOutcome> onSettled) {
        return port.submit(command, outcome -> onSettled.accept(portHolder.explained(command, outcome)));
    }

    @Override
    public Submission submit(EngineCommand command) {
        Submission submission = submit(command, outcome -> {
            if (!outcome.status().isSuccess()) {
                report(outcome.status().name(), outcome.message());
            }
        });
        UserAction end = toEnd;
        if (submission == Submission.REFUSED_PAST && end != null && notices != null) {
            notices.ask(sentences.apply(submission.message()), List.of(end));
        } else if (!submission.accepted()) {
            report("", submission.message());
        }
        return submission;
    }

    @Override
    public @Nullable CallbackBehaviour behaviour(SocketId socket, WskCallback callback) {
        SocketRow row = shown.get().socket(socket);
        return row == null ? null : CallbackBehaviour.of(row, callback);
    }

    private void report(String code, CommandMessage message) {
        Notices where = notices;
        if (where != null) {
            where.refused(code, sentences.apply(message));
        }
    }
}
