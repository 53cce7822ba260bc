package org.wskscope.app.view.scenarios;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.wskscope.app.control.EmptyHint;
import org.wskscope.app.control.ProgressNotice;
import org.wskscope.app.control.SearchField;
import org.wskscope.app.state.ScenarioProgress;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.RuleOpener;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.scenario.Scenario;

/** The scenarios as a list with a filter, each with the rules it shows and a way to play it; above them how far the playing one is. FX thread. */
final class ScenariosView extends VBox {
    /** As many as the list shows in a large window at first. */
    private static final int FIRST_ROWS = 5;

    private static final int PULSES_BEFORE_THE_REST = 20;

    private final ScenariosViewModel model;
    private final Messages messages;
    private final VBox notice = new VBox();
    private final RuleBook rules;
    private final RuleOpener pages;
    private final VBox list = new VBox();
    private final List<ScenarioRow> rows = new ArrayList<>();
    private final Label nothing;
    private final AnimationTimer makingTheRest = new AnimationTimer() {
        private int pulses;

        @Override
        public void handle(long now) {
            pulses++;
            if (pulses > PULSES_BEFORE_THE_REST) {
                makeRows(rows.size() + 1);
            }
            if (rows.size() >= model.scenarios().size()) {
                stop();
            }
        }
    };
    /** Held by this view alone: the model outlives the session whose views these are. */
    private final ChangeListener<ScenarioProgress> shown = this::progressed;

    ScenariosView(ScenariosViewModel model, Messages messages, RuleBook rules, RuleOpener pages) {
        this.model = model;
        this.pages = pages;
        this.messages = messages;
        this.rules = rules;
        setId("scenarios");
        getStyleClass().add("scenarios");
        notice.setId("scenario-notice");
        notice.getStyleClass().add("notice");
        notice.managedProperty().bind(Bindings.isNotEmpty(notice.getChildren()));
        nothing = new Label(messages.get("scenarios.filter.nothing"));
        nothing.setWrapText(true);
        nothing.getStyleClass().addAll("text-hint", "filter-nothing");
        SearchField field = new SearchField(messages.get("scenarios.filter"));
        field.setId("scenario-filter");
        field.textProperty().addListener((o, old, text) -> filter(text));
        field.textProperty().bindBidirectional(model.filterProperty());
        list.getStyleClass().add("list");
        list.getChildren().add(nothing);
        makeRows(FIRST_ROWS);
        filter(field.getText());
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.vvalueProperty().bindBidirectional(model.scrollProperty());
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        if (model.scenarios().isEmpty()) {
            getChildren()
                    .add(new EmptyHint(
                            Icons.WARNING, messages.get("scenarios.empty"), messages.get("scenarios.empty.next")));
        } else {
            getChildren().addAll(field, notice, scroll);
        }
        model.progressProperty().addListener(new WeakChangeListener<>(shown));
        show(ScenarioProgress.IDLE, model.progressProperty().get());
    }

    /** People see the list: the rows below those of the first picture are made now, one each pulse, so that no picture waits for all of them. */
    void start() {
        if (rows.size() < model.scenarios().size()) {
            makingTheRest.start();
        }
    }

    void stop() {
        makingTheRest.stop();
    }

    private void makeRows(int count) {
        List<Scenario> scenarios = model.scenarios();
        List<ScenarioRow> made = new ArrayList<>();
        for (int i = rows.size(); i < Math.min(count, scenarios.size()); i++) {
            made.add(new ScenarioRow(scenarios.get(i), model, messages, rules, pages));
        }
        list.getChildren().addAll(rows.size(), made);
        rows.addAll(made);
    }

    /** A filter by anything a row says; a variant is found by what its own row says. */
    private void filter(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (!wanted.isEmpty()) {
            makeRows(model.scenarios().size());
        }
        boolean any = false;
        for (ScenarioRow row : rows) {
            boolean shown = row.says(wanted);
            row.setVisible(shown);
            row.setManaged(shown);
            any |= shown;
        }
        nothing.setVisible(!any);
        nothing.setManaged(!any);
    }

    private void progressed(ObservableValue<? extends ScenarioProgress> o, ScenarioProgress old, ScenarioProgress now) {
        show(old, now);
    }

    private String playing(ScenarioProgress progress) {
        return model.scenarios().stream()
                .filter(scenario -> scenario.id().equals(progress.scenarioId()) && progress.step() > 0)
                .findFirst()
                .map(scenario -> messages.format(
                        "scenarios.playing.step",
                        scenario.id(),
                        progress.step(),
                        progress.steps(),
                        StepText.of(scenario.describe(progress.step()), messages)))
                .orElseGet(() -> messages.format("scenarios.playing", progress.scenarioId()));
    }

    private void show(ScenarioProgress old, ScenarioProgress progress) {
        if (progress.isPlaying()) {
            if (!old.isPlaying() || notice.getChildren().isEmpty()) {
                notice.getChildren()
                        .setAll(new ProgressNotice(playing(progress), messages.get("scenarios.cancel"), model::cancel));
            }
            if (notice.getChildren().get(0) instanceof ProgressNotice bar) {
                bar.progressProperty().set(progress.step() / (double) progress.steps());
                bar.whatProperty().set(playing(progress));
            }
            return;
        }
        notice.getChildren().clear();
        if (progress.stage() != ScenarioProgress.Stage.IDLE) {
            Label result = new Label(
                    messages.format("scenarios.result." + progress.stage(), progress.scenarioId(), progress.message()));
            result.setId("scenario-result");
            result.setWrapText(true);
            result.setMinHeight(USE_PREF_SIZE);
            result.getStyleClass().add(progress.stage() == ScenarioProgress.Stage.FAILED ? "failed" : "text-secondary");
            notice.getChildren().add(result);
        }
    }
}
