package org.wskscope.app.view.moment;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.UserAction;

/** The buttons that move the moment: to the start, back, run, step, over, to the end. FX thread. */
public final class TransportButtons extends HBox {
    private final Messages messages;

    /** {@code actions}: those of {@link MomentActions}. */
    public TransportButtons(SessionModel model, List<UserAction> actions, Messages messages) {
        this.messages = messages;
        setId("transport");
        getStyleClass().add("transport-buttons");
        Button toggle = button(find(actions, "transport.toggle"), Icons.PAUSE);
        toggle.setId("transport-toggle");
        toggle.getStyleClass().add("transport");
        getChildren()
                .addAll(
                        button(find(actions, "moment.start"), Icons.TO_START),
                        button(find(actions, "moment.runBackwards"), Icons.RUN_BACKWARDS),
                        counted(button(find(actions, "moment.back"), Icons.STEP_BACK)),
                        toggle,
                        counted(button(find(actions, "moment.step"), Icons.STEP)),
                        button(find(actions, "moment.over"), Icons.STEP_OVER),
                        button(find(actions, "moment.out"), Icons.STEP_OUT),
                        button(find(actions, "moment.end"), Icons.TO_END));
        Runnable show = () -> {
            boolean runs = model.travel().isRunning();
            toggle.setGraphic((runs ? Icons.PAUSE : Icons.RUN).node());
            String what = messages.get(runs ? "transport.pause" : "transport.resume");
            toggle.setAccessibleText(what);
            toggle.setTooltip(new Tooltip(what));
        };
        model.travel().cursorProperty().addListener(o -> show.run());
        show.run();
    }

    private static UserAction find(List<UserAction> actions, String id) {
        return actions.stream()
                .filter(action -> action.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no action " + id));
    }

    private Button button(UserAction action, Icons icon) {
        Button button = new Button();
        button.setId("button-" + action.id().replace('.', '-'));
        button.setGraphic(icon.node());
        button.getStyleClass().setAll("tool-button");
        button.setMinWidth(USE_PREF_SIZE);
        button.disableProperty().bind(javafx.beans.binding.Bindings.not(action.enabled()));
        button.setOnAction(event -> action.run().run());
        button.setAccessibleText(action.title());
        String key = action.shortcuts().stream()
                .findFirst()
                .map(KeyCombination::getDisplayText)
                .orElse("");
        button.setTooltip(
                new Tooltip(key.isEmpty() ? action.title() : messages.format("moment.tip", action.title(), key)));
        return button;
    }

    /** One record: said beside the sign, which alone could be any step. */
    private Node counted(Button button) {
        button.setText(messages.get("moment.one"));
        button.setContentDisplay(ContentDisplay.LEFT);
        return button;
    }
}
