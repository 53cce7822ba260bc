package org.wskscope.app.view.sockets;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wskscope.app.theme.Icons;
import org.wskscope.engine.session.PeerRow;

/** A remote end: dashed, because it is not ours; a built-in one tells what it does above its address, and can be stopped here. FX thread. */
final class PeerBox extends HBox {
    PeerBox(GraphContent.PeerEnd peer, SocketWords words, SocketCommands commands) {
        setId("peer-" + peer.address().getPort());
        getStyleClass().add("peer-box");
        Label name = new Label(words.peerName(peer));
        name.getStyleClass().add("text-strong");
        Label address = new Label(SocketWords.peerAddress(peer));
        address.getStyleClass().addAll("mono", "text-secondary");
        name.setMinWidth(USE_PREF_SIZE);
        address.setMinWidth(USE_PREF_SIZE);
        PeerRow builtIn = peer.builtIn();
        if (builtIn == null) {
            getChildren().addAll(name, address);
        } else {
            VBox lines = new VBox(name, address);
            lines.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(lines);
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            Button stop = new Button();
            stop.setGraphic(Icons.STOP.node("icon-small"));
            stop.getStyleClass().setAll("tool-button");
            stop.setId("stop-peer-" + builtIn.id());
            stop.setAccessibleText(words.text("peer.stop", builtIn.id()));
            stop.setTooltip(new Tooltip(words.text("peer.stop", builtIn.id())));
            stop.setOnAction(event -> commands.stopPeer(builtIn.id()));
            stop.setMinWidth(USE_PREF_SIZE);
            getChildren().addAll(gap, stop);
        }
        setAccessibleText(words.text("peer.accessible", name.getText(), address.getText()));
        Tooltip.install(this, new Tooltip(getAccessibleText()));
        CardRow.onPress(this, () -> {
            if (builtIn == null) {
                commands.select(peer.socket());
            } else {
                commands.selectPeer(builtIn.id());
            }
        });
    }
}
