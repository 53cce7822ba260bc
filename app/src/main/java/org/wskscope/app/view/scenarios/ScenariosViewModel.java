package org.wskscope.app.view.scenarios;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.ScenarioPort;
import org.wskscope.app.state.ScenarioPort.PlayRequest;
import org.wskscope.app.state.ScenarioProgress;
import org.wskscope.engine.scenario.Scenario;

/** The scenarios there are and the one that plays. FX thread. */
public final class ScenariosViewModel {
    /** Rest before each step when people watch, nanoseconds. */
    static final long WATCHING_PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(900);

    private final List<Scenario> scenarios;
    private final ScenarioPort port;
    private final @Nullable ScenarioPort elsewhere;
    private final BooleanBinding playing;
    private final ReadOnlyObjectWrapper<Optional<PlayRequest>> question = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty filter = new SimpleStringProperty("");
    private @Nullable PlayRequest last;
    private final DoubleProperty scroll = new SimpleDoubleProperty();

    /** Scenarios for sessions that are made for each of them. */
    public ScenariosViewModel(List<Scenario> scenarios, ScenarioPort port) {
        this(scenarios, port, null);
    }

    /**
     * @param port plays on the session there is, if that fits
     * @param elsewhere plays each on a session of its own; null where {@code port} does
     */
    public ScenariosViewModel(List<Scenario> scenarios, ScenarioPort port, @Nullable ScenarioPort elsewhere) {
        this.scenarios = List.copyOf(scenarios);
        this.port = port;
        this.elsewhere = elsewhere;
        this.playing = Bindings.createBooleanBinding(
                () -> port.progressProperty().get().isPlaying(), port.progressProperty());
    }

    List<Scenario> scenarios() {
        return scenarios;
    }

    /** How far the scenario is that plays here, or played last. */
    public ReadOnlyObjectProperty<ScenarioProgress> progressProperty() {
        return port.progressProperty();
    }

    /** What the list is narrowed to; it outlives the window that shows it, as every run in virtual time has a new one. */
    StringProperty filterProperty() {
        return filter;
    }

    /** How far down the list is, 0 to 1; kept as long as the filter. */
    DoubleProperty scrollProperty() {
        return scroll;
    }

    BooleanBinding playing() {
        return playing;
    }

    /** The wish that waits for an answer because the session there is decides otherwise than the scenario needs it. */
    ReadOnlyObjectProperty<Optional<PlayRequest>> questionProperty() {
        return question.getReadOnlyProperty();
    }

    /** Plays what was asked about on a new session in the place of the one there is. */
    void answerInNewSession() {
        answer(port);
    }

    /** Plays what was asked about in virtual time and leaves the session there is alone. */
    void answerElsewhere() {
        answer(elsewhere == null ? port : elsewhere);
    }

    /** At a pace people can follow. */
    boolean play(Scenario scenario) {
        return play(new PlayRequest(scenario, WATCHING_PACE_NANOS, ""));
    }

    /** As fast as the log allows. */
    boolean playAtOnce(Scenario scenario) {
        return play(new PlayRequest(scenario, 0, ""));
    }

    /** At once up to a moment, which is then there to look at and to go on from by hand. */
    boolean playUntil(Scenario scenario, String mark) {
        return play(new PlayRequest(scenario, 0, mark));
    }

    /** Plays what was played last once more; false before the first, and while one plays. */
    public boolean playAgain() {
        PlayRequest again = last;
        return again != null && play(again);
    }

    void cancel() {
        port.cancel();
    }

    private boolean play(PlayRequest request) {
        last = request;
        question.set(Optional.empty());
        if (port.fits(request.scenario())) {
            return port.play(request);
        }
        question.set(Optional.of(request));
        return false;
    }

    private void answer(ScenarioPort by) {
        Optional<PlayRequest> asked = question.get();
        question.set(Optional.empty());
        asked.ifPresent(request -> by.play(request.inItsOwnSession()));
    }
}
