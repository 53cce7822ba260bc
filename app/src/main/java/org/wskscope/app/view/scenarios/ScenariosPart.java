package org.wskscope.app.view.scenarios;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.UserAction;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.ViewPart;
import org.wskscope.app.view.ViewPlace;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.scenario.Scenario;

/** The tool window "Scenarios". FX thread. */
public final class ScenariosPart implements ViewPart {
    private final ScenariosViewModel model;
    private final Messages messages;
    private final ScenariosView view;

    private ScenariosPart(ScenariosViewModel model, Messages messages, RuleBook rules) {
        this.model = model;
        this.messages = messages;
        this.view = new ScenariosView(model, messages, rules);
    }

    public static ViewDescriptor descriptor(ScenariosViewModel model, RuleBook rules) {
        return new ViewDescriptor(
                "scenarios",
                "scenarios.title",
                Icons.SCENARIOS,
                ViewPlace.LEFT_BOTTOM,
                true,
                context -> new ScenariosPart(model, context.messages(), rules));
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public List<UserAction> actions() {
        return Stream.concat(
                        model.scenarios().stream().map(this::playing),
                        Stream.of(UserAction.of(
                                "scenarios.cancel",
                                messages.get("scenarios.cancel.action"),
                                "",
                                model.playing(),
                                model::cancel)))
                .toList();
    }

    private UserAction playing(Scenario scenario) {
        return UserAction.of(
                "scenarios.play." + scenario.id(),
                messages.format("scenarios.play.explain", scenario.id(), scenario.title()),
                "",
                model.playing().not(),
                () -> model.play(scenario));
    }
}
