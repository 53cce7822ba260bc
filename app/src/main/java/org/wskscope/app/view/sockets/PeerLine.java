package org.wskscope.app.view.sockets;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.wskscope.app.control.ByteText;
import org.wskscope.app.theme.Icons;
import org.wskscope.engine.session.PeerRow;

/** A running built-in peer: what it is, what it has moved, and the button that stops it. FX thread. */
final class PeerLine extends HBox {
    PeerLine(PeerRow peer, SocketText words, SocketCommandSender commands) {
        getStyleClass().add("peer-line");
        Label name = new Label(words.text("peer.kind." + peer.kind()));
        name.setMinWidth(USE_PREF_SIZE);
        Label moved =
                new Label(words.text("peer.moved", ByteText.of(peer.bytesSent()), ByteText.of(peer.bytesReceived())));
        moved.getStyleClass().addAll("text-hint", "text-small");
        moved.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button stop = new Button();
        stop.setGraphic(Icons.STOP.node("icon-small"));
        stop.getStyleClass().setAll("tool-button");
        stop.setId("stop-peer-line-" + peer.id());
        stop.setMinWidth(USE_PREF_SIZE);
        stop.setAccessibleText(words.text("peer.stop", peer.id()));
        stop.setTooltip(new Tooltip(words.text("peer.stop", peer.id())));
        stop.setOnAction(event -> commands.stopPeer(peer.id()));
        getChildren().addAll(name, moved, gap, stop);
    }
}
