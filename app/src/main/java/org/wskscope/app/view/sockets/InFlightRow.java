package org.wskscope.app.view.sockets;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.wskscope.app.control.EventChip;
import org.wskscope.app.control.LiteralMenuItem;
import org.wskscope.app.theme.Hue;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.WskCallback;

/** A callback in progress on a card: its name, its running clock and, while it is held, the menu that lets it return. FX thread. */
final class InFlightRow extends HBox {
    private final SocketWords words;
    private final Label clock = new Label();
    private final Button returnButton = new Button();
    private final CallbackInFlight call;

    InFlightRow(SocketRow row, CallbackInFlight call, SocketWords words, CardRequests requests) {
        this.words = words;
        this.call = call;
        Hue hue = Hue.ofLetter(call.callback().letter());
        getStyleClass().addAll("in-flight-row", hue.styleClass());
        setId("in-flight-" + row.name() + "-" + call.entered());
        Label name = new Label(call.callback().functionName());
        name.getStyleClass().add("text-strong");
        name.setMinWidth(USE_PREF_SIZE);
        clock.getStyleClass().add("text-hue");
        clock.setMinWidth(0);
        clock.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(clock, Priority.ALWAYS);
        getChildren().addAll(new EventChip(String.valueOf(call.callback().letter()), hue), name, clock, returnButton);
        returnButton.getStyleClass().addAll("small-button");
        returnButton.setMinWidth(USE_PREF_SIZE);
        returnButton.setText(words.text("call.return"));
        returnButton.setId("return-" + row.name());
        String explanation = words.text("call.return.explain", call.callback().functionName(), row.name());
        returnButton.setAccessibleText(explanation);
        returnButton.setTooltip(new Tooltip(explanation));
        returnButton.setOnAction(event -> menu(row, requests).show(returnButton, Side.BOTTOM, 0, 0));
        returnButton.setVisible(call.deferred());
        returnButton.setManaged(call.deferred());
        setAccessibleText(call.callback().functionName());
        CardRow.onPress(this, () -> requests.selectCall(row.id(), call));
    }

    long entered() {
        return call.entered();
    }

    boolean isDeferred() {
        return call.deferred();
    }

    void tick(long nowNanos) {
        clock.setText(words.inFlight(call, nowNanos));
    }

    private ContextMenu menu(SocketRow row, CardRequests requests) {
        ContextMenu menu = new ContextMenu();
        if (call.callback() == WskCallback.INSPECT) {
            for (InspectAction action : InspectAction.values()) {
                MenuItem item =
                        new LiteralMenuItem(action.name(), () -> requests.answerInspect(row.id(), call, action));
                item.setId("return-" + action.shortName());
                menu.getItems().add(item);
            }
            return menu;
        }
        for (NtStatus status : SocketEvents.permittedReturns(call.callback())) {
            MenuItem item = new LiteralMenuItem(status.name(), () -> requests.returnHeld(row.id(), call, status));
            item.setId("return-" + status.shortName());
            menu.getItems().add(item);
            if (call.callback() == WskCallback.RECEIVE && status.equals(NtStatus.STATUS_SUCCESS)) {
                MenuItem partly = new LiteralMenuItem(
                        words.text("call.return.partly"), () -> requests.returnPartly(row, call, this));
                partly.setId("return-partly");
                menu.getItems().add(partly);
            }
        }
        return menu;
    }
}
