package org.wskscope.app.view.scenarios;

import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.wskscope.app.control.EmptyHint;
import org.wskscope.app.control.LiteralMenuItem;
import org.wskscope.app.control.ProgressNotice;
import org.wskscope.app.state.ScenarioProgress;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.projection.Rule;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.scenario.Scenario;

/** The scenarios as a list, each with the rules it shows and a way to play it; above them how far the playing one is. FX thread. */
final class ScenariosView extends VBox {
    private final ScenariosViewModel model;
    private final Messages messages;
    private final RuleBook rules;
    private final VBox notice = new VBox();

    ScenariosView(ScenariosViewModel model, Messages messages, RuleBook rules) {
        this.model = model;
        this.messages = messages;
        this.rules = rules;
        setId("scenarios");
        getStyleClass().add("scenarios");
        notice.setId("scenario-notice");
        notice.getStyleClass().add("notice");
        VBox list = new VBox();
        list.getStyleClass().add("list");
        for (Scenario scenario : model.scenarios()) {
            list.getChildren().add(row(scenario));
        }
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        if (model.scenarios().isEmpty()) {
            getChildren()
                    .add(new EmptyHint(
                            Icons.WARNING, messages.get("scenarios.empty"), messages.get("scenarios.empty.next")));
        } else {
            getChildren().addAll(notice, scroll);
        }
        model.progressProperty().addListener((o, old, progress) -> show(old, progress));
        show(ScenarioProgress.IDLE, model.progressProperty().get());
    }

    private VBox row(Scenario scenario) {
        Label id = new Label(scenario.id());
        id.getStyleClass().addAll("mono", "text-hint");
        Label title = new Label(scenario.title());
        title.setWrapText(true);
        title.getStyleClass().add("title");
        FlowPane shown = new FlowPane();
        shown.getStyleClass().add("rules");
        for (String rule : scenario.rules()) {
            Label badge = new Label(rule);
            badge.getStyleClass().addAll("badge", "mono");
            rules.rule(rule).map(Rule::sentence).ifPresent(sentence -> badge.setTooltip(new Tooltip(sentence)));
            shown.getChildren().add(badge);
        }
        SplitMenuButton play = playButton(scenario);
        HBox head = new HBox(id, spring(), play);
        head.getStyleClass().add("head");
        VBox row = new VBox(head, title, shown);
        row.getStyleClass().add("scenario");
        return row;
    }

    private SplitMenuButton playButton(Scenario scenario) {
        SplitMenuButton play = new SplitMenuButton();
        play.setId("play-" + scenario.id());
        play.setText(messages.get("scenarios.play"));
        play.setGraphic(Icons.RUN.node());
        play.getStyleClass().add("small-button");
        play.setAccessibleText(messages.format("scenarios.play.explain", scenario.id(), scenario.title()));
        play.setTooltip(new Tooltip(messages.format("scenarios.play.explain", scenario.id(), scenario.title())));
        play.setOnAction(event -> model.play(scenario));
        play.getItems()
                .add(new LiteralMenuItem(messages.get("scenarios.playAtOnce"), () -> model.playAtOnce(scenario)));
        for (String mark : scenario.marks()) {
            play.getItems()
                    .add(new LiteralMenuItem(
                            messages.format("scenarios.stopAt", mark), () -> model.playUntil(scenario, mark)));
        }
        play.disableProperty().bind(model.playing());
        return play;
    }

    private static HBox spring() {
        HBox spring = new HBox();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    private void show(ScenarioProgress old, ScenarioProgress progress) {
        if (progress.isPlaying()) {
            if (!old.isPlaying() || notice.getChildren().isEmpty()) {
                notice.getChildren()
                        .setAll(new ProgressNotice(
                                messages.format("scenarios.playing", progress.scenarioId()),
                                messages.get("scenarios.cancel"),
                                model::cancel));
            }
            if (notice.getChildren().get(0) instanceof ProgressNotice bar) {
                bar.progressProperty().set(progress.step() / (double) progress.steps());
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
