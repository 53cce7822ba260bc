package org.wskscope.app.view.scenarios;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.wskscope.app.control.Compactable;
import org.wskscope.app.control.LiteralMenuItem;
import org.wskscope.app.state.ScenarioProgress;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.scenario.Scenario;

/** The top bar's choice of a scenario: choosing one plays it at a pace people can follow. FX thread. */
public final class ScenarioPicker extends MenuButton implements Compactable {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    private final ScenariosViewModel model;
    private final Label name = new Label();
    private final Label what = new Label();
    private final Messages messages;
    private boolean compact;
    /** Held by this picker alone: the model outlives the session that the picker stands beside. */
    private final ChangeListener<ScenarioProgress> shown = (o, old, progress) -> show(progress);

    public ScenarioPicker(ScenariosViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        setId("scenario-picker");
        getStyleClass().add("scenario-picker");
        setAccessibleText(messages.get("scenarios.pick.explain"));
        setMinWidth(USE_PREF_SIZE);
        what.setText(messages.get("scenarios.pick"));
        what.getStyleClass().add("text-secondary");
        what.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().add("name");
        name.setWrapText(true);
        HBox face = new HBox(what, name);
        face.getStyleClass().add("face");
        setGraphic(face);
        model.scenarios().forEach(scenario -> getItems().add(item(scenario)));
        disableProperty().bind(model.playing());
        model.progressProperty().addListener(new WeakChangeListener<>(shown));
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
        Optional<Scenario> chosen = model.scenarios().stream()
                .filter(scenario -> scenario.id().equals(progress.scenarioId()))
                .findFirst();
        String none = messages.get("scenarios.pick.none");
        name.setText(chosen.map(compact ? Scenario::id : Scenario::title).orElse(none));
        String explain = messages.get("scenarios.pick.explain");
        setTooltip(new Tooltip(
                chosen.map(Scenario::title).map(title -> title + "\n" + explain).orElse(explain)));
    }

    /** With the name of the scenario in short. Either way its width is the same for every scenario. */
    @Override
    public void setCompact(boolean shorter) {
        compact = shorter;
        what.setVisible(!shorter);
        what.setManaged(!shorter);
        pseudoClassStateChanged(COMPACT, shorter);
        show(model.progressProperty().get());
    }
}
