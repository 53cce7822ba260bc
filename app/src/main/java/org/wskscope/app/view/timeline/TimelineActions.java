package org.wskscope.app.view.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.UserAction;

/** The timeline's actions with their keys. */
final class TimelineActions {
    private final Messages messages;
    private final List<UserAction> actions = new ArrayList<>();

    private TimelineActions(Messages messages) {
        this.messages = messages;
    }

    static List<UserAction> of(TimelineView view, TimelineMoves moves, TimelineViewModel model, Messages messages) {
        TimelineActions all = new TimelineActions(messages);
        all.add("nextOnLane", key(KeyCode.PERIOD), () -> model.stepOnLane(1));
        all.add("previousOnLane", key(KeyCode.COMMA), () -> model.stepOnLane(-1));
        all.add("cause", key(KeyCode.OPEN_BRACKET), model::selectCause);
        all.add("effect", key(KeyCode.CLOSE_BRACKET), model::selectEffect);
        all.add("nextOfSocket", shift(KeyCode.RIGHT), () -> model.stepOnSocket(1));
        all.add("previousOfSocket", shift(KeyCode.LEFT), () -> model.stepOnSocket(-1));
        all.add("fit", key(KeyCode.F), moves::fitSelection);
        all.add("everything", key(KeyCode.DIGIT0), moves::showEverything);
        all.add("follow", key(KeyCode.END), moves::follow);
        all.add("mark", key(KeyCode.M), view::toggleMark);
        all.add("find", key(KeyCode.SLASH), view::find);
        all.add("goTo", key(KeyCode.G), view::goTo);
        return all.actions;
    }

    private void add(String name, KeyCombination shortcut, Runnable run) {
        String id = "timeline." + name;
        actions.add(new UserAction(
                id, messages.get("action." + id), List.of(shortcut), new SimpleBooleanProperty(true), run));
    }

    private static KeyCombination key(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    private static KeyCombination shift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN);
    }
}
