package org.wskscope.app.view.sockets;

import java.net.InetSocketAddress;
import java.util.Collection;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.projection.SocketRow;

/**
 * Stands where connections will be, as long as a listener waits for the first one: what to do, and the command of the system that connects to the port it really has. It
 * gives way to cards. FX thread.
 */
final class ConnectHint extends VBox {
    private static final double WIDTH_EM = 24;

    private final SocketText words;
    private final Label next = new Label();
    private final Label command = new Label();
    private String toCopy = "";
    private boolean wanted;

    ConnectHint(SocketText words) {
        this.words = words;
        setId("connect-hint");
        getStyleClass().add("connect-hint");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.TOP_RIGHT);
        next.setWrapText(true);
        next.setMinHeight(Region.USE_PREF_SIZE);
        command.setId("connect-command");
        command.getStyleClass().add("text-secondary");
        command.setWrapText(true);
        command.setMinHeight(Region.USE_PREF_SIZE);
        Button copy = new Button(words.text("connect.copy"));
        copy.setId("connect-copy");
        copy.getStyleClass().add("plain-button");
        copy.setFocusTraversable(false);
        copy.setOnAction(event -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(toCopy);
            Clipboard.getSystemClipboard().setContent(content);
        });
        getChildren().addAll(next, command, copy);
        setVisible(false);
    }

    /** {@code system}: whose commands are told; empty for none, when the ports are not this machine's or the past is shown. */
    void show(GraphContent content, String system) {
        SocketRow waiting = !system.isEmpty() ? waiting(content) : null;
        InetSocketAddress local = waiting == null ? null : waiting.local();
        wanted = waiting != null && local != null;
        if (waiting != null && local != null) {
            String host = local.getAddress().isAnyLocalAddress()
                    ? "127.0.0.1"
                    : local.getAddress().getHostAddress();
            String port = Integer.toString(local.getPort());
            next.setText(words.text("connect.first", waiting.name()));
            command.setText(words.text("connect.tcp." + system, host, port));
            toCopy = words.text("connect.command." + system, host, port);
        }
    }

    /** Shows itself where there is room for it beside the cards. {@code cards}: where they stand, pixels of the view. */
    void giveWay(Collection<Box> cards, double viewWidth) {
        double width = WIDTH_EM * next.getFont().getSize();
        setPrefWidth(width);
        double right = cards.stream().mapToDouble(Box::right).max().orElse(0);
        setVisible(wanted && right < viewWidth - width);
    }

    /** The listener that waits for its first connection, or null: then somebody has found out how to connect. */
    private static @Nullable SocketRow waiting(GraphContent content) {
        SocketRow found = null;
        for (SocketRow row : content.cards()) {
            if (SocketEvents.isListener(row) && row.local() != null) {
                if (row.counters().accepted() > 0) {
                    return null;
                }
                found = found == null ? row : found;
            } else if (SocketEvents.isConnection(row)) {
                return null;
            }
        }
        return found;
    }
}
