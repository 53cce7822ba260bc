package org.wskscope.app;

import javafx.scene.control.Label;
import org.wskscope.app.control.TimeText;
import org.wskscope.app.state.Cursor;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.state.Trouble;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.view.Messages;
import org.wskscope.app.workbench.StatusBar;
import org.wskscope.engine.projection.Totals;

/** Keeps the status bar's facts about the session. FX thread. */
final class StatusFacts {
    /** The clock is for people; a step that nobody can read is not worth painting. */
    private static final long TIME_STEP_NANOS = 100_000_000;

    private final SessionModel session;
    private final Messages messages;
    private final StatusBar bar;
    private final String running;
    private final Label time;
    private final Label sockets;
    private final Label callbacks;
    private final Label irps;
    private final Label records;
    private long shownNanos = -TIME_STEP_NANOS;

    private StatusFacts(SessionModel session, Messages messages, StatusBar bar, String running) {
        this.session = session;
        this.messages = messages;
        this.bar = bar;
        this.running = running;
        time = bar.addLeft("time");
        sockets = bar.addLeft("sockets");
        callbacks = bar.addLeft("callbacks");
        irps = bar.addLeft("irps");
        records = bar.addLeft("events");
    }

    /** Adds the facts to the bar and keeps them true; {@code running} says what runs when nothing else is to be said. */
    static void show(SessionModel session, Messages messages, StatusBar bar, String running) {
        StatusFacts facts = new StatusFacts(session, messages, bar, running);
        session.snapshotProperty().addListener((o, old, now) -> facts.showFacts());
        session.clockNanosProperty().addListener((o, old, now) -> facts.showTime());
        session.travel().cursorProperty().addListener((o, old, now) -> facts.showMode());
        session.pastProperty().addListener((o, old, now) -> facts.showMode());
        session.momentProperty().addListener((o, old, now) -> facts.showTime());
        session.troubleProperty().addListener((o, old, now) -> facts.showMode());
        facts.showTime();
        facts.showFacts();
        facts.showMode();
    }

    private void showTime() {
        long nanos = session.clockNanosProperty().get();
        if (session.isPast()) {
            shownNanos = -TIME_STEP_NANOS;
            time.setText(messages.format("status.timeOf", TimeText.moment(session.nowNanos()), TimeText.moment(nanos)));
        } else if (nanos / TIME_STEP_NANOS != shownNanos / TIME_STEP_NANOS) {
            shownNanos = nanos;
            time.setText(messages.format("status.time", TimeText.of(nanos)));
        }
    }

    private void showFacts() {
        Totals totals = session.snapshot().totals();
        sockets.setText(messages.format("status.sockets", totals.openSockets()));
        callbacks.setText(
                totals.callbacksHeld() == 0
                        ? messages.format("status.callbacks", totals.callbacksInFlight())
                        : messages.format("status.callbacksHeld", totals.callbacksInFlight(), totals.callbacksHeld()));
        irps.setText(messages.format("status.irps", totals.irpsPending()));
        records.setText(messages.format("status.events", session.snapshot().playhead()));
    }

    private void showMode() {
        Trouble trouble = session.troubleProperty().get();
        if (trouble.exists()) {
            bar.showState(
                    messages.format("status.trouble." + trouble.kind(), TimeText.of(trouble.timeNanos())), Hue.ERROR);
            return;
        }
        showTime();
        Cursor cursor = session.travel().cursor();
        if (session.isPast()) {
            bar.showState(
                    messages.get(cursor.isRunning() ? "status.cursor.playing" : "status.cursor.past"), Hue.WAITING);
        } else if (!session.travel().isRunning()) {
            bar.showState(messages.get("status.cursor.stopped"), Hue.WAITING);
        } else {
            bar.showState(running, Hue.RECEIVE);
        }
    }
}
