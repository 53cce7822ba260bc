package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.wskscope.app.state.Folding;
import org.wskscope.engine.session.PeerRow;

/** The built-in peers that run, a line each; of many the first ones, and the others when asked for. FX thread. */
final class RunningPeers extends VBox {
    private final SocketText words;
    private final SocketCommandSender commands;
    private List<PeerRow> shown = List.of();
    private boolean all;

    RunningPeers(SocketText words, SocketCommandSender commands) {
        this.words = words;
        this.commands = commands;
        getStyleClass().add("running-peers");
        setId("running-peers");
        setVisible(false);
        setManaged(false);
    }

    void show(List<PeerRow> peers) {
        if (peers.equals(shown)) {
            return;
        }
        shown = peers;
        List<PeerRow> running = peers.stream().filter(PeerRow::running).toList();
        all &= running.size() > Folding.MOST_APART;
        List<Node> lines = new ArrayList<>();
        running.stream()
                .limit(all ? running.size() : Folding.MOST_APART)
                .forEach(peer -> lines.add(new PeerLine(peer, words, commands)));
        getChildren().clear();
        if (!lines.isEmpty()) {
            Label title = new Label(words.text("peer.running"));
            title.getStyleClass().add("section-name");
            getChildren().add(title);
        }
        if (all) {
            getChildren().add(scroll(lines));
        } else {
            getChildren().addAll(lines);
        }
        if (running.size() > Folding.MOST_APART) {
            getChildren().add(more(running.size() - Folding.MOST_APART));
        }
        setVisible(!lines.isEmpty());
        setManaged(!lines.isEmpty());
    }

    private Node scroll(List<Node> lines) {
        ScrollPane scroll = new ScrollPane(new VBox(lines.toArray(Node[]::new)));
        scroll.getStyleClass().add("all-peers");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    private Hyperlink more(int count) {
        Hyperlink more = new Hyperlink(all ? words.text("peer.running.fewer") : words.text("peer.running.more", count));
        more.setId("more-peers");
        more.getStyleClass().add("badge-link");
        more.setOnAction(event -> {
            all = !all;
            List<PeerRow> again = shown;
            shown = List.of();
            show(again);
            Node now = lookup("#more-peers");
            if (now != null) {
                now.requestFocus();
            }
        });
        return more;
    }
}
