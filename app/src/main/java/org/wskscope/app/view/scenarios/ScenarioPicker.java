package org.wskscope.app.view.scenarios;

import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.wskscope.app.control.LiteralMenuItem;
import org.wskscope.app.state.ScenarioProgress;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.scenario.Scenario;

/** The top bar's choice of a scenario: choosing one plays it at a pace people can follow. FX thread. */
public final class ScenarioPicker extends MenuButton {
    private final ScenariosViewModel model;
    private final Label name = new Label();
    private final Messages messages;

    public ScenarioPicker(ScenariosViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        setId("scenario-picker");
        getStyleClass().add("scenario-picker");
        setTooltip(new Tooltip(messages.get("scenarios.pick.explain")));
        setAccessibleText(messages.get("scenarios.pick.explain"));
        Label what = new Label(messages.get("scenarios.pick"));
        what.getStyleClass().add("text-secondary");
        what.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().add("name");
        HBox face = new HBox(what, name);
        face.getStyleClass().add("face");
        setGraphic(face);
        model.scenarios().forEach(scenario -> getItems().add(item(scenario)));
        disableProperty().bind(model.playing());
        model.progressProperty().addListener((o, old, progress) -> show(progress));
        show(model.progressProperty().get());
    }

    /** A variant stands indented under its scenario. */
    private MenuItem item(Scenario scenario) {
        ScenarioName is = ScenarioName.of(scenario.id());
        MenuItem item = new LiteralMenuItem(
                is.isVariant()
                        ? messages.format("scenarios.item.variant", is.variant(), scenario.title())
                        : messages.format("scenarios.item", scenario.id(), scenario.title()),
                () -> model.play(scenario));
        item.getStyleClass().add("scenario-item");
        if (is.isVariant()) {
            item.getStyleClass().add("variant");
        }
        return item;
    }

    private void show(ScenarioProgress progress) {
        String title = model.scenarios().stream()
                .filter(scenario -> scenario.id().equals(progress.scenarioId()))
                .map(Scenario::title)
                .findFirst()
                .orElse(messages.get("scenarios.pick.none"));
        name.setText(title);
    }
}
