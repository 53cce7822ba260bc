package org.wskscope.app;

import java.util.function.Consumer;
import org.wskscope.app.state.CommandPort;
import org.wskscope.app.state.Cursor;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.state.Submission;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;

/** Refuses commands while the views show what was: nothing acts on the past. Who acts at the end of a run that stands sees what comes of it. FX thread. */
final class PresentPort implements CommandPort {
    private final CommandPort port;
    private final SessionModel model;

    PresentPort(CommandPort port, SessionModel model) {
        this.port = port;
        this.model = model;
    }

    @Override
    public Submission submit(EngineCommand command, Consumer<CommandOutcome> onSettled) {
        if (!model.commandable()) {
            return Submission.REFUSED_RECORDED;
        }
        if (model.isPast()) {
            return Submission.REFUSED_PAST;
        }
        if (model.travel().cursor() instanceof Cursor.At) {
            model.travel().follow();
        }
        return port.submit(command, onSettled);
    }
}
