package org.wskscope.app.view.sockets;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.wskscope.app.control.LiteralMenuItem;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.WskCallback;

/** With what a held callback may return. FX thread. */
final class ReturnMenu {
    private final SocketText words;
    private final CardRequests requests;

    ReturnMenu(SocketText words, CardRequests requests) {
        this.words = words;
        this.requests = requests;
    }

    /** {@code anchor}: beside what a form is shown. */
    ContextMenu of(SocketRow row, CallbackInFlight call, Node anchor) {
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
                        words.text("call.return.partly"), () -> requests.returnPartly(row, call, anchor));
                partly.setId("return-partly");
                menu.getItems().add(partly);
            }
        }
        return menu;
    }
}
