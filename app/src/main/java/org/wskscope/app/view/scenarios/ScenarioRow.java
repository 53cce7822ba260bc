package org.wskscope.app.view.scenarios;

import java.util.Locale;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wskscope.app.control.LiteralMenuItem;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.RuleOpener;
import org.wskscope.engine.projection.Choice;
import org.wskscope.engine.projection.Rule;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.scenario.Scenario;

/** One scenario of the list: its name, what happens, the rules it shows, and the way to play it. A variant stands indented under its scenario. FX thread. */
final class ScenarioRow extends VBox {
    private final ScenariosViewModel model;
    private final Messages messages;
    private final RuleBook rules;
    private final RuleOpener pages;
    private final String words;

    ScenarioRow(Scenario scenario, ScenariosViewModel model, Messages messages, RuleBook rules, RuleOpener pages) {
        this.model = model;
        this.messages = messages;
        this.rules = rules;
        this.pages = pages;
        words = String.join(
                        " ",
                        scenario.id(),
                        scenario.title(),
                        String.join(" ", scenario.rules()),
                        scenario.choices().text())
                .toLowerCase(Locale.ROOT);
        setId("scenario-" + scenario.id());
        getStyleClass().add("scenario");
        Label title = new Label(scenario.title());
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        title.getStyleClass().add("title");
        FlowPane shown = new FlowPane();
        shown.getStyleClass().add("rules");
        scenario.rules().forEach(rule -> shown.getChildren().add(badge(rule)));
        getChildren().addAll(head(scenario), title, shown);
        if (!scenario.choices().isEmpty()) {
            getChildren().add(needs(scenario));
        }
    }

    /** No stop of the keyboard, for a row has many: there the button's menu leads to the rules. */
    private Hyperlink badge(String rule) {
        Hyperlink badge = new Hyperlink(rule);
        badge.getStyleClass().addAll("badge", "badge-link", "mono");
        badge.setFocusTraversable(false);
        badge.setAccessibleText(messages.format("rule.link", rule));
        badge.setOnAction(event -> pages.open(rule, badge));
        rules.rule(rule)
                .map(Rule::sentence)
                .or(() -> rules.choice(rule).map(Choice::decision))
                .ifPresent(sentence -> {
                    badge.setTooltip(new Tooltip(sentence));
                    badge.setAccessibleHelp(sentence);
                });
        return badge;
    }

    private Label needs(Scenario scenario) {
        Label needs = new Label(
                messages.format("scenarios.with", scenario.choices().text()), Icons.INSPECTOR.node("icon-small"));
        needs.setWrapText(true);
        needs.setMinHeight(USE_PREF_SIZE);
        needs.getStyleClass().add("needs");
        needs.setTooltip(new Tooltip(messages.get("scenarios.with.explain")));
        return needs;
    }

    /** Whether name, title, rules or choices say {@code text}, in small letters. */
    boolean says(String text) {
        return words.contains(text);
    }

    private HBox head(Scenario scenario) {
        ScenarioName name = ScenarioName.of(scenario.id());
        Label id = new Label(name.scenario());
        id.getStyleClass().addAll("mono", "text-hint");
        id.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(id);
        if (name.isVariant()) {
            getStyleClass().add("variant");
            Label variant = new Label(name.variant());
            variant.getStyleClass().addAll("variant-name", "mono");
            variant.setMinWidth(USE_PREF_SIZE);
            head.getChildren().add(variant);
        }
        head.getChildren().addAll(gap, playButton(scenario));
        head.getStyleClass().add("head");
        return head;
    }

    private SplitMenuButton playButton(Scenario scenario) {
        SplitMenuButton play = new SplitMenuButton();
        play.setId("play-" + scenario.id());
        play.setText(messages.get("scenarios.play"));
        play.setGraphic(Icons.RUN.node());
        play.getStyleClass().add("small-button");
        play.setMinWidth(USE_PREF_SIZE);
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
        for (String rule : scenario.rules()) {
            play.getItems()
                    .add(new LiteralMenuItem(
                            messages.format("scenarios.readRule", rule), () -> pages.open(rule, play)));
        }
        play.disableProperty().bind(model.playing());
        return play;
    }
}
