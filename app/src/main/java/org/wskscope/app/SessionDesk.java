package org.wskscope.app;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.feed.BackgroundTurns;
import org.wskscope.app.feed.EngineGateway;
import org.wskscope.app.feed.FramePump;
import org.wskscope.app.feed.Projector;
import org.wskscope.app.state.BackgroundWork;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.view.Messages;
import org.wskscope.app.workbench.DisplayTransport;
import org.wskscope.app.workbench.Workbench;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.session.SessionChoices;

/** One session, and what brings it to the window and the user's wishes back. Made on any thread; the rest belongs to the FX thread unless said otherwise. */
final class SessionDesk {
    private final Session session;
    private final EngineGateway gateway;
    private final Projector projector;
    private final SessionModel model;
    private final Selection selection;
    private final FramePump pump;
    private final TellingCommandPort commands;
    private final BackgroundTurns background = new BackgroundTurns();
    private final ReadOnlyObjectWrapper<SessionChoices> choices;
    private @Nullable Workbench workbench;

    SessionDesk(Session session, CommandSentences sentences) {
        this.session = session;
        gateway = new EngineGateway(session);
        projector = new Projector(session);
        model = new SessionModel(session.log(), session.commandable(), session.processorCount());
        selection = new Selection(model);
        pump = new FramePump(projector, gateway, model);
        commands = new TellingCommandPort(gateway, sentences::sentence, new PortHolder(model::snapshot));
        choices = new ReadOnlyObjectWrapper<>(session.choices());
        model.snapshotProperty().addListener((o, old, now) -> choices.set(session.choices()));
    }

    Session session() {
        return session;
    }

    SessionModel model() {
        return model;
    }

    Selection selection() {
        return selection;
    }

    TellingCommandPort commands() {
        return commands;
    }

    /** Where its views leave what costs with the number of records. */
    BackgroundWork background() {
        return background;
    }

    /** How the session decides; a command can change some of it, and every command is in the log. */
    ReadOnlyObjectProperty<SessionChoices> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    DisplayTransport transport() {
        return new DisplayTransport(model.pausedProperty(), model.speedProperty());
    }

    /** Begins to feed the views. */
    void start(Workbench shownOn, Messages messages, String running) {
        workbench = shownOn;
        commands.tellTo(shownOn.notices());
        ChoicesMark.show(this, messages, shownOn.statusBar());
        StatusFacts.show(model, messages, shownOn.statusBar(), running);
        gateway.start();
        projector.start();
        pump.start();
    }

    Workbench workbench() {
        Workbench shown = workbench;
        if (shown == null) {
            throw new IllegalStateException("the desk was not started");
        }
        return shown;
    }

    /** The views get nothing more. Afterwards {@link #end} may run on another thread. */
    void stop() {
        pump.stop();
    }

    /** Ends the threads and the session; takes some seconds at most. Any thread, after {@link #stop}. */
    void end() {
        background.close();
        projector.close();
        gateway.close();
        session.close();
    }
}
