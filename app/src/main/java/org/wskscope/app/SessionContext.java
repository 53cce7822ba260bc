package org.wskscope.app;

import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.feed.BackgroundTurns;
import org.wskscope.app.feed.EngineGateway;
import org.wskscope.app.feed.FramePump;
import org.wskscope.app.feed.Projector;
import org.wskscope.app.feed.Seeker;
import org.wskscope.app.state.BackgroundWork;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.view.Messages;
import org.wskscope.app.workbench.DisplayTransport;
import org.wskscope.app.workbench.Workbench;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.session.SessionChoices;
import org.wskscope.engine.session.WorldGate;
import org.wskscope.engine.trace.TraceReader;

/** One session, and what brings it to the window and the user's wishes back. Made on any thread; the rest belongs to the FX thread unless said otherwise. */
final class SessionContext {
    private final Session session;
    private final EngineGateway gateway;
    private final Projector projector;
    private final Seeker seeker;
    private final SessionModel model;
    private final Selection selection;
    private final FramePump pump;
    private final NotifyingCommandPort commands;
    private final BackgroundTurns background = new BackgroundTurns();
    private final ReadOnlyObjectWrapper<SessionChoices> choices;
    private @Nullable Workbench workbench;

    SessionContext(Session session, CommandSentences sentences) {
        this.session = session;
        gateway = new EngineGateway(session);
        projector = new Projector(session);
        seeker = new Seeker(projector);
        model = new SessionModel(session.log(), session.commandable(), session.processorCount());
        selection = new Selection(model);
        pump = new FramePump(projector, seeker, gateway, model);
        commands = new NotifyingCommandPort(new PresentPort(gateway, model), sentences::sentence, model::snapshot);
        choices = new ReadOnlyObjectWrapper<>(atFirst(session.log()));
        model.snapshotProperty().addListener((o, old, now) -> showChoices(old, now));
    }

    /** As the first record of a session has them, so that nobody sees others until the first snapshot comes. */
    private static SessionChoices atFirst(TraceReader log) {
        ScopeFold first = new ScopeFold(log);
        first.foldTo(Math.min(1, log.size()));
        return SessionChoices.parse(first.snapshot().environment().choices());
    }

    private void showChoices(ScopeSnapshot old, ScopeSnapshot now) {
        String toNotify = now.environment().choices();
        if (!toNotify.equals(old.environment().choices())) {
            choices.set(SessionChoices.parse(toNotify));
        }
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

    NotifyingCommandPort commands() {
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
        return new DisplayTransport(model.speedProperty());
    }

    /** What its world is held by; {@code driven} says whether a scenario lets it go on. Before {@link #start}. */
    void drivenBy(BooleanSupplier driven) {
        session.gate().ifPresent(gate -> model.setWorld(new GatedWorld(gate, driven, gateway::stepWorld)));
    }

    /** Begins to feed the views. */
    void start(Workbench shownOn, Messages messages, String running) {
        workbench = shownOn;
        commands.notifyTo(shownOn.notices());
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
        session.gate().ifPresent(gate -> gate.go(WorldGate.AS_FAST_AS_POSSIBLE));
        background.close();
        seeker.close();
        projector.close();
        gateway.close();
        session.close();
    }
}
