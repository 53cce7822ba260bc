package org.wskscope.app;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.wskscope.app.control.SegmentedControl;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.UserAction;

/** The top bar's choice between the live session and virtual time. It shows the kind it was made for whenever its workbench is shown. FX thread. */
final class SessionKindChoice extends HBox {
    private final Messages messages;
    private final Consumer<SessionKind> switchTo;

    SessionKindChoice(SessionKind own, Messages messages, Consumer<SessionKind> switchTo) {
        this.messages = messages;
        this.switchTo = switchTo;
        SegmentedControl<SessionKind> control =
                new SegmentedControl<>(List.of(SessionKind.values()), kind -> messages.get(kind.key()));
        control.setId("session-kind");
        control.valueProperty().set(own);
        control.valueProperty().addListener((o, old, now) -> {
            if (now != own) {
                switchTo.accept(now);
            }
        });
        sceneProperty().addListener((o, old, now) -> {
            if (now != null) {
                control.valueProperty().set(own);
            }
        });
        for (SessionKind kind : SessionKind.values()) {
            Tooltip.install(control.getChildren().get(kind.ordinal()), new Tooltip(messages.get(kind.explainKey())));
        }
        setAlignment(Pos.CENTER_LEFT);
        getChildren().add(control);
    }

    List<UserAction> actions() {
        return Arrays.stream(SessionKind.values())
                .map(kind ->
                        UserAction.of(kind.key(), messages.get(kind.explainKey()), "", () -> switchTo.accept(kind)))
                .toList();
    }
}
