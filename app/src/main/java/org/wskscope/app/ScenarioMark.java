package org.wskscope.app;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.wskscope.app.state.ScenarioProgress;
import org.wskscope.app.state.ScenarioProgress.Stage;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.scenarios.StepText;
import org.wskscope.app.workbench.StatusBar;
import org.wskscope.engine.scenario.Scenario;

/**
 * The status bar's line about the scenario that plays: its title, which step of how many, and what the step does; afterwards how it ended. It stays until it is dismissed or
 * another one begins. FX thread.
 */
final class ScenarioMark {
    private final List<Scenario> scenarios;
    private final Messages messages;
    private final Label line;
    private final Button dismiss = new Button();
    private final ChangeListener<ScenarioProgress> follow = (o, old, now) -> show(now);
    private ScenarioProgress dismissed = ScenarioProgress.IDLE;
    private ScenarioProgress shown = ScenarioProgress.IDLE;

    private ScenarioMark(List<Scenario> scenarios, Messages messages, Label line) {
        this.scenarios = scenarios;
        this.messages = messages;
        this.line = line;
        // The facts keep their room; this line has what they leave, and its tooltip the rest.
        line.setMinWidth(0);
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        line.getStyleClass().add("scenario-mark");
        line.setContentDisplay(ContentDisplay.RIGHT);
        line.setTooltip(new Tooltip());
        dismiss.setId("status-scenario-dismiss");
        dismiss.setGraphic(Icons.CLOSE.node("icon-small"));
        dismiss.getStyleClass().setAll("tool-button");
        dismiss.setAccessibleText(messages.get("scenarios.status.dismiss"));
        dismiss.setTooltip(new Tooltip(messages.get("scenarios.status.dismiss")));
        dismiss.setOnAction(event -> {
            dismissed = shown;
            show(shown);
        });
    }

    /** Adds the line to the bar and keeps it true as long as the bar is used: who plays outlives the bars that tell of it. */
    static void show(
            ReadOnlyObjectProperty<ScenarioProgress> progress,
            List<Scenario> scenarios,
            Messages messages,
            StatusBar bar) {
        ScenarioMark mark = new ScenarioMark(scenarios, messages, bar.addLeft("scenario"));
        mark.line.getProperties().put(ScenarioMark.class, mark);
        progress.addListener(new WeakChangeListener<>(mark.follow));
        mark.show(progress.get());
    }

    private void show(ScenarioProgress progress) {
        shown = progress;
        Optional<Scenario> scenario = scenarios.stream()
                .filter(each -> each.id().equals(progress.scenarioId()))
                .findFirst();
        boolean said = scenario.isPresent() && progress.stage() != Stage.IDLE && !progress.equals(dismissed);
        line.setVisible(said);
        line.setManaged(said);
        if (said) {
            line.setText(text(scenario.get(), progress));
            line.getTooltip().setText(line.getText());
            line.setGraphic(progress.isPlaying() ? null : dismiss);
        }
    }

    private String text(Scenario scenario, ScenarioProgress progress) {
        if (!progress.isPlaying()) {
            return messages.format(
                    "scenarios.status." + progress.stage(), scenario.title(), progress.steps(), progress.step());
        }
        int step = Math.max(1, progress.step());
        return messages.format(
                "scenarios.status.playing",
                scenario.title(),
                step,
                progress.steps(),
                StepText.of(scenario.describe(step), messages));
    }
}
