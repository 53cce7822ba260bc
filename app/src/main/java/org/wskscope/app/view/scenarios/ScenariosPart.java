package org.wskscope.app.view.scenarios;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import org.wskscope.app.state.ScenarioPort.PlayRequest;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.Notices;
import org.wskscope.app.view.RuleOpener;
import org.wskscope.app.view.UserAction;
import org.wskscope.app.view.ViewContext;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.ViewPart;
import org.wskscope.app.view.ViewPlace;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.scenario.Scenario;

/** The tool window "Scenarios". FX thread. */
public final class ScenariosPart implements ViewPart {
    private final ScenariosViewModel model;
    private final Messages messages;
    private final Notices notices;
    private final ScenariosView view;
    private final ChangeListener<Optional<PlayRequest>> asking = (o, old, now) -> now.ifPresent(this::ask);

    private ScenariosPart(ScenariosViewModel model, ViewContext context, RuleBook rules, RuleOpener pages) {
        this.model = model;
        this.messages = context.messages();
        this.notices = context.notices();
        this.view = new ScenariosView(model, messages, rules, pages);
        model.questionProperty().addListener(asking);
    }

    public static ViewDescriptor descriptor(ScenariosViewModel model, RuleBook rules, RuleOpener pages) {
        return new ViewDescriptor(
                "scenarios",
                "scenarios.title",
                Icons.SCENARIOS,
                ViewPlace.LEFT_BOTTOM,
                true,
                context -> new ScenariosPart(model, context, rules, pages));
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
                                        model::cancel)
                                .explained(() -> messages.get("scenarios.cancel.none"))))
                .toList();
    }

    @Override
    public void shown() {
        view.start();
    }

    @Override
    public void hidden() {
        view.stop();
    }

    @Override
    public void dispose() {
        view.stop();
        model.questionProperty().removeListener(asking);
    }

    /** A scenario that needs other choices than this session has would show something else than it says. */
    private void ask(PlayRequest request) {
        Scenario scenario = request.scenario();
        notices.ask(
                messages.format(
                        "scenarios.needs", scenario.id(), scenario.choices().text()),
                List.of(
                        UserAction.of("virtual", messages.get("scenarios.needs.virtual"), "", model::answerElsewhere),
                        UserAction.of(
                                "new-session",
                                messages.get("scenarios.needs.newSession"),
                                "",
                                model::answerInNewSession)));
    }

    private UserAction playing(Scenario scenario) {
        return UserAction.of(
                        "scenarios.play." + scenario.id(),
                        messages.format("scenarios.play.explain", scenario.id(), scenario.title()),
                        "",
                        model.playing().not(),
                        () -> model.play(scenario))
                .explained(() -> messages.get("scenarios.play.busy"));
    }
}
