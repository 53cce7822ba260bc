package org.wskscope.app.view.sockets;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.theme.Icons;
import org.wskscope.engine.projection.SocketRow;

/** A wait inside a socket's code on its card: what it waits for, for how long, why it cannot end, and the way out (C-32). FX thread. */
final class WaitRow extends HBox {
    private final SocketWords words;
    private final ShownWait shown;
    private final Label clock = new Label();

    WaitRow(SocketRow row, ShownWait shown, SocketWords words, CardRequests requests) {
        this.words = words;
        this.shown = shown;
        Hue hue = shown.open().isStuck() ? Hue.ERROR : Hue.WAITING;
        getStyleClass().addAll("in-flight-row", "wait-row", hue.styleClass());
        setId("wait-" + row.name() + "-" + shown.open().began());
        String what = words.waitsFor(shown.open());
        Label text = new Label(what);
        text.getStyleClass().addAll("text-strong", "text-hue");
        text.setMinWidth(USE_PREF_SIZE);
        Tooltip reason = new Tooltip(shown.reason().isEmpty() ? words.text("wait.explain") : shown.reason());
        text.setTooltip(reason);
        text.setAccessibleHelp(reason.getText());
        clock.getStyleClass().add("text-hue");
        clock.setTooltip(reason);
        clock.setMinWidth(0);
        clock.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(clock, Priority.ALWAYS);
        Button end = new Button(words.text("wait.end"));
        end.setId("end-wait-" + row.name());
        end.getStyleClass().add("small-button");
        end.setMinWidth(USE_PREF_SIZE);
        end.setTooltip(new Tooltip(words.text("wait.end.explain")));
        end.setAccessibleText(words.text("wait.end.accessible", row.name(), what));
        end.setOnAction(event -> requests.endWaits());
        getChildren().addAll(Icons.CLOCK.node("icon-small", "wait-icon"), text, clock, end);
        setAccessibleText(what);
        setAccessibleHelp(reason.getText());
        CardRow.onPress(this, () -> requests.selectWait(shown.open()));
    }

    ShownWait shown() {
        return shown;
    }

    void tick(long nowNanos) {
        clock.setText(words.waiting(shown.open(), nowNanos));
    }
}
