package org.wskscope.app.view.scenarios;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.wskscope.app.state.ScenarioPort;
import org.wskscope.app.state.ScenarioProgress;
import org.wskscope.engine.scenario.Scenario;

/** The scenarios there are and the one that plays. FX thread. */
public final class ScenariosViewModel {
    /** Rest before each step when people watch, nanoseconds. */
    static final long WATCHING_PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(900);

    private final List<Scenario> scenarios;
    private final ScenarioPort port;
    private final BooleanBinding playing;
    private final StringProperty filter = new SimpleStringProperty("");
    private final DoubleProperty scroll = new SimpleDoubleProperty();

    public ScenariosViewModel(List<Scenario> scenarios, ScenarioPort port) {
        this.scenarios = List.copyOf(scenarios);
        this.port = port;
        this.playing = Bindings.createBooleanBinding(
                () -> port.progressProperty().get().isPlaying(), port.progressProperty());
    }

    List<Scenario> scenarios() {
        return scenarios;
    }

    ReadOnlyObjectProperty<ScenarioProgress> progressProperty() {
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

    /** At a pace people can follow. */
    boolean play(Scenario scenario) {
        return port.play(new ScenarioPort.Wish(scenario, WATCHING_PACE_NANOS, ""));
    }

    /** As fast as the log allows. */
    boolean playAtOnce(Scenario scenario) {
        return port.play(new ScenarioPort.Wish(scenario, 0, ""));
    }

    /** At once up to a moment, which is then there to look at and to go on from by hand. */
    boolean playUntil(Scenario scenario, String mark) {
        return port.play(new ScenarioPort.Wish(scenario, 0, mark));
    }

    void cancel() {
        port.cancel();
    }
}
