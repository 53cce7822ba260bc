package org.wskscope.app.view.sockets;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.TextMeasure;
import org.wskscope.app.state.CommandPort;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.QuietNotices;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.trace.TraceLog;

/** Words cards for tests, in English and without a toolkit. */
final class CardLooks {
    /** Letters as wide as the bundled faces are at most on average. */
    static final TextMeasure MEASURE = (face, size, text) -> text.length() * size * 0.58;

    private CardLooks() {}

    static CardLook of(SocketRow row) {
        return of(row, null);
    }

    static CardLook of(SocketRow row, @Nullable Fold fold) {
        SessionModel session = new SessionModel(new TraceLog(10), true, 2);
        CommandContext road = new CommandContext(CommandPort.closed(), message -> "", new SimpleBooleanProperty());
        SocketCommandSender commands = new SocketCommandSender(road, new Selection(session), new QuietNotices());
        CardText words = new CardText(new SocketText(new Messages(Locale.ENGLISH)), commands);
        return words.look(new CardText.Seen(row, row.callbacks(), List.of(), fold, null, CardAnswer.NONE, null), 0);
    }
}
