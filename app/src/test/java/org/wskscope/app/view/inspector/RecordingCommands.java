package org.wskscope.app.view.inspector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.CommandPort;
import org.wskscope.app.state.Submission;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

/** Remembers what it was told, and has the behaviours a test gives it. */
final class RecordingCommands implements CommandPort {
    final List<EngineCommand> notified = new ArrayList<>();
    final Map<WskCallback, CallbackBehaviour> behaviours = new HashMap<>();

    @Override
    public Submission submit(EngineCommand command, Consumer<CommandOutcome> onSettled) {
        notified.add(command);
        return Submission.ACCEPTED;
    }

    @Override
    public @Nullable CallbackBehaviour behaviour(SocketId socket, WskCallback callback) {
        return behaviours.get(callback);
    }
}
