package org.wskscope.app.view.sockets;

import java.util.List;
import javafx.scene.layout.VBox;
import org.wskscope.engine.projection.SocketRow;

/** The part of a card that lists the waits inside the socket's code. FX thread. */
final class WaitRows extends VBox {
    private final SocketWords words;
    private final CardRequests requests;
    private List<ShownWait> shown = List.of();

    WaitRows(SocketWords words, CardRequests requests) {
        this.words = words;
        this.requests = requests;
    }

    void show(SocketRow row, List<ShownWait> waits, double scale) {
        if (!waits.equals(shown)) {
            shown = waits;
            getChildren().clear();
            waits.forEach(wait -> getChildren().add(new WaitRow(row, wait, words, requests)));
        }
        getChildren().forEach(child -> CardMetrics.fix((WaitRow) child, CardMetrics.CALL * scale));
    }

    void tick(long nowNanos) {
        getChildren().forEach(child -> ((WaitRow) child).tick(nowNanos));
    }
}
