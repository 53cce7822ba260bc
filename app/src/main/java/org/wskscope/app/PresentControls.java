package org.wskscope.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.wskscope.app.control.TimeText;
import org.wskscope.app.state.Cursor;
import org.wskscope.app.state.Moment;
import org.wskscope.app.state.Moves;
import org.wskscope.app.state.ScenarioProgress;
import org.wskscope.app.state.ScenarioProgress.Stage;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.callbacks.EventsPart;
import org.wskscope.app.view.inspector.RecordReasons;
import org.wskscope.app.view.scenarios.StepText;
import org.wskscope.app.workbench.PresentContent;
import org.wskscope.engine.scenario.Scenario;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;

/** What a presentation of a session says: of the scenario that is or was played on it step by step, of anything else record by record. FX thread. */
final class PresentControls implements PresentContent {
    private static final long NO_RECORD = -1;

    private final SessionModel model;
    private final Selection selection;
    private final SessionKind kind;
    private final ObservableValue<ScenarioProgress> scenario;
    private final List<Scenario> scenarios;
    private final Messages messages;
    private final RecordReasons reasons;
    /** Called after those that follow each record, which would select another one. */
    private final ChangeListener<Object> onChange = (o, old, now) -> present();

    private Consumer<Slide> screen = slide -> {};
    private Slide shown = Slide.NOTHING;

    private PresentControls(
            SessionContext desk,
            SessionKind kind,
            ObservableValue<ScenarioProgress> scenario,
            Library library,
            Messages messages) {
        model = desk.model();
        selection = desk.selection();
        this.kind = kind;
        this.scenario = scenario;
        scenarios = library.scenarios();
        this.messages = messages;
        reasons = new RecordReasons(model, library.rules(), messages);
    }

    /** Lets the workbench that shows the session be presented; {@code scenario} is the one that is or was played on it. */
    static PresentContent of(
            SessionContext desk,
            SessionKind kind,
            ObservableValue<ScenarioProgress> scenario,
            Library library,
            Messages messages) {
        return new PresentControls(desk, kind, scenario, library, messages);
    }

    @Override
    public void begin(Consumer<Slide> to) {
        screen = to;
        model.momentProperty().addListener(onChange);
        model.tailProperty().addListener(onChange);
        scenario.addListener(onChange);
        present();
    }

    @Override
    public void end() {
        model.momentProperty().removeListener(onChange);
        model.tailProperty().removeListener(onChange);
        scenario.removeListener(onChange);
        shown = Slide.NOTHING;
    }

    @Override
    public boolean settled() {
        return !marks().isEmpty()
                && (!scenario.getValue().isPlaying() || model.travel().cursor() instanceof Cursor.At);
    }

    @Override
    public void next() {
        if (marks().isEmpty()) {
            model.travel().step();
        } else if (scenario.getValue().isPlaying()
                && model.moment().sequence() >= model.tailProperty().get()) {
            // It goes on by itself, and the picture with it.
            model.travel().follow();
        } else {
            model.travel().go(Moves.toNextOf(places()));
        }
    }

    @Override
    public void previous() {
        model.travel().go(marks().isEmpty() ? Moves.by(-1) : Moves.toPreviousOf(places()));
    }

    @Override
    public void first() {
        model.travel().go(Moves.to(marks().isEmpty() ? 0 : marks().get(0)));
    }

    @Override
    public void last() {
        model.travel().follow();
    }

    private void present() {
        Slide next = slide();
        if (!next.equals(shown)) {
            shown = next;
            if (model.travel().cursor() instanceof Cursor.At) {
                selection.accompany(recordTold());
            }
            screen.accept(next);
        }
    }

    private Slide slide() {
        Moment moment = model.moment();
        Optional<Scenario> played = played();
        boolean stepwise = played.isPresent() && !marks().isEmpty();
        String progress = stepwise
                ? messages.format(
                        "present.step", begun(), Math.max(scenario.getValue().steps(), marks().size()))
                : messages.format(
                        "present.record",
                        moment.sequence(),
                        model.tailProperty().get());
        Sentence told = told(moment);
        Optional<String> step = played.flatMap(this::step);
        return new Slide(
                played.map(Scenario::title).orElseGet(() -> messages.get("present.session." + kind)),
                progress,
                messages.format(
                        "present.place." + kind,
                        played.map(Scenario::id).orElse(""),
                        TimeText.moment(moment.timeNanos())),
                step.orElse(told.happened()),
                step.isEmpty() || told.why().isEmpty()
                        ? told.why()
                        : messages.format("present.detail", told.happened(), told.why()),
                told.rules());
    }

    /** A record, in words. */
    private record Sentence(String happened, String why, String rules) {}

    private Sentence told(Moment moment) {
        long record = recordTold();
        if (record == NO_RECORD) {
            return new Sentence(messages.get("present.nothingYet"), "", "");
        }
        RecordReasons.Reason reason = reasons.of(moment.snapshot().log(), record);
        return new Sentence(
                EventsPart.sentence(messages, moment.snapshot(), record), reason.sentence(), reason.rules());
    }

    /** What the step that has happened does; empty before the first. */
    private Optional<String> step(Scenario played) {
        int begun = begun();
        return begun == 0 || begun > played.length()
                ? Optional.empty()
                : Optional.of(StepText.of(played.describe(begun), messages));
    }

    /** How many steps have begun. */
    private int begun() {
        long sequence = model.moment().sequence();
        return (int) marks().stream().filter(mark -> mark < sequence).count();
    }

    /** The record that the moment is told by: the last one of the step that is more than a command and its answer. */
    private long recordTold() {
        long last = model.moment().sequence() - 1;
        int begun = begun();
        if (begun == 0) {
            return last;
        }
        TraceReader log = model.snapshot().log();
        for (long record = last; record >= marks().get(begun - 1); record--) {
            RecordKind of = log.kind(record);
            if (of != RecordKind.COMMAND_ISSUED && of != RecordKind.COMMAND_SETTLED) {
                return record;
            }
        }
        return NO_RECORD;
    }

    private Optional<Scenario> played() {
        ScenarioProgress progress = scenario.getValue();
        return progress.stage() == Stage.IDLE
                ? Optional.empty()
                : scenarios.stream()
                        .filter(each -> each.id().equals(progress.scenarioId()))
                        .findFirst();
    }

    private List<Long> marks() {
        return scenario.getValue().marks();
    }

    /** Where one step ends and the next begins. */
    private List<Long> places() {
        List<Long> places = new ArrayList<>(marks());
        places.add(model.tailProperty().get());
        return places;
    }
}
