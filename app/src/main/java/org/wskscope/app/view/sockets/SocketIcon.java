package org.wskscope.app.view.sockets;

import java.util.Locale;
import javafx.scene.layout.Region;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.SocketState;

/** A small shape for a socket: its form tells the category, filled or hollow whether any event is enabled, dim that it is no longer of use. FX thread. */
final class SocketIcon extends Region {
    private String shown = "";

    SocketIcon() {
        getStyleClass().add("socket-icon");
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    void show(SocketRow row) {
        String classes = row.category().name().toLowerCase(Locale.ROOT)
                + (row.mask().bits() == 0 ? " hollow" : " filled")
                + (isOver(row.state()) ? " over" : "");
        if (!classes.equals(shown)) {
            shown = classes;
            getStyleClass().setAll("socket-icon");
            getStyleClass().addAll(classes.split(" "));
        }
    }

    private static boolean isOver(SocketState state) {
        return state == SocketState.DISCONNECTED
                || state == SocketState.DEAD
                || state == SocketState.CLOSING
                || state == SocketState.CLOSED;
    }
}
