package org.wskscope.app.view.moment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.wskscope.app.state.Cursor;
import org.wskscope.app.state.Move;
import org.wskscope.app.state.Moves;
import org.wskscope.app.state.ScenarioProgress;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.state.TimeTravel;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.UserAction;
import org.wskscope.engine.wsk.SocketId;

/** What moves the moment, by name and key; the buttons run the same. FX thread. */
public final class MomentActions {
    /** Beginning of the ids. */
    static final String GROUP = "moment.";

    private final Messages messages;
    private final SessionModel model;
    private final Selection selection;
    private final List<UserAction> actions = new ArrayList<>();
    private final ObservableValue<ScenarioProgress> scenario;

    private MomentActions(
            SessionModel model, Selection selection, ObservableValue<ScenarioProgress> scenario, Messages messages) {
        this.model = model;
        this.selection = selection;
        this.scenario = scenario;
        this.messages = messages;
    }

    /** All of them; {@code scenario} is the one that is or was played on the session. */
    public static List<UserAction> of(
            SessionModel model, Selection selection, ObservableValue<ScenarioProgress> scenario, Messages messages) {
        MomentActions all = new MomentActions(model, selection, scenario, messages);
        all.add();
        return List.copyOf(all.actions);
    }

    private void add() {
        TimeTravel travel = model.travel();
        BooleanBinding canGoBack =
                Bindings.createBooleanBinding(() -> model.moment().sequence() > 0, model.momentProperty());
        BooleanBinding canGoOn = Bindings.createBooleanBinding(
                () -> model.moment().sequence() < model.tailProperty().get(),
                model.momentProperty(),
                model.tailProperty());
        BooleanBinding stands = Bindings.createBooleanBinding(
                () -> canGoOn.get() || !(travel.cursor() instanceof Cursor.Follow), canGoOn, travel.cursorProperty());
        BooleanBinding ofSocket =
                Bindings.createBooleanBinding(() -> selection.socket().isPresent(), selection.currentProperty());
        add("start", "Shortcut+Home", canGoBack, () -> travel.jump(Moves.to(0)));
        add("runBackwards", "Shortcut+Shift+Space", canGoBack, travel::runBackwards);
        add("back", "Shortcut+Left", canGoBack, () -> travel.go(Moves.by(-1)));
        actions.add(
                UserAction.of("transport.toggle", messages.get("action.transport.toggle"), "Space", travel::toggle));
        BooleanBinding canStep = Bindings.createBooleanBinding(
                () -> canGoOn.get() || model.world().canBeHeld(), canGoOn);
        add("step", "Shortcut+Right", canStep, travel::step);
        add("over", "F10 mac:F10 mac:Shortcut+Down", canGoOn, () -> travel.go(Moves.over()));
        add("out", "Shift+F11 mac:Shift+F11 mac:Shortcut+Up", canGoOn, () -> travel.go(Moves.out()));
        add("end", "Shortcut+End", stands, travel::jumpToEnd);
        add("nextOfSocket", "Shortcut+Shift+Right", ofSocket, () -> alongSocket(socket -> along(socket, 1)));
        add("previousOfSocket", "Shortcut+Shift+Left", ofSocket, () -> alongSocket(socket -> along(socket, -1)));
        BooleanBinding hasSteps =
                Bindings.createBooleanBinding(() -> !scenario.getValue().marks().isEmpty(), scenario);
        add("nextStep", KeyCode.PAGE_DOWN, hasSteps, () -> travel.go(Moves.toNextOf(marks())));
        add("previousStep", KeyCode.PAGE_UP, hasSteps, () -> travel.go(Moves.toPreviousOf(marks())));
        add(
                "toSelection",
                "Shortcut+Enter",
                hasRecord(),
                () -> selection.record().ifPresent(travel::goOnto));
    }

    private List<Long> marks() {
        return scenario.getValue().marks();
    }

    private BooleanBinding hasRecord() {
        return Bindings.createBooleanBinding(() -> selection.record().isPresent(), selection.currentProperty());
    }

    private static Move along(SocketId socket, int direction) {
        return Moves.alongSocket(socket, direction);
    }

    private void alongSocket(Function<SocketId, Move> move) {
        selection.socket().ifPresent(socket -> model.travel().go(move.apply(socket)));
    }

    /** With Ctrl: the key's name has a space, which parts keys. */
    private void add(String name, KeyCode key, ObservableBooleanValue enabled, Runnable run) {
        String id = GROUP + name;
        actions.add(new UserAction(
                        id,
                        messages.get("action." + id),
                        List.of(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN)),
                        enabled,
                        run)
                .explained(() -> messages.get("moment.whyNot." + name)));
    }

    private void add(String name, String keys, ObservableBooleanValue enabled, Runnable run) {
        String id = GROUP + name;
        actions.add(UserAction.of(id, messages.get("action." + id), keys, enabled, run)
                .explained(() -> messages.get("moment.whyNot." + name)));
    }
}
