package org.wskscope.app;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.view.Messages;
import org.wskscope.app.words.SystemKind;
import org.wskscope.app.workbench.StatusBar;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.EchoServer;

/**
 * The status bar's line about the ports the example servers really have, as long as they have them: a second copy of the program, or one beside another server, has others
 * than the usual. Its tooltip has the commands to connect by. FX thread.
 */
final class PortsMark {
    private final SessionModel model;
    private final Messages messages;
    private final EchoServers servers;
    private final Label line;
    private List<EchoServer> listed = List.of();

    private PortsMark(SessionModel model, Messages messages, EchoServers servers, Label line) {
        this.model = model;
        this.messages = messages;
        this.servers = servers;
        this.line = line;
    }

    static void show(SessionModel model, Messages messages, EchoServers servers, StatusBar bar) {
        PortsMark mark = new PortsMark(model, messages, servers, bar.addLeft("ports"));
        if (!servers.notes().isEmpty()) {
            mark.line.getStyleClass().addAll("text-hue", Hue.WAITING.styleClass());
        }
        model.snapshotProperty().addListener((o, old, now) -> mark.refresh());
        mark.show(mark.running());
    }

    private void refresh() {
        List<EchoServer> running = running();
        if (!running.equals(listed)) {
            show(running);
        }
    }

    private List<EchoServer> running() {
        return Stream.of(servers.tcp(), servers.udp()).filter(this::isOpen).toList();
    }

    private boolean isOpen(EchoServer server) {
        if (server.local() == null || server.socket() == null) {
            return false;
        }
        SocketRow row = model.snapshot().socket(server.socket());
        // A row that is not there yet is one that is coming: the server was started before the window.
        return row == null || !row.isClosed();
    }

    private void show(List<EchoServer> running) {
        listed = running;
        List<String> ports = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (EchoServer server : running) {
            InetSocketAddress local = server.local();
            if (local == null) {
                continue;
            }
            String protocol = server.equals(servers.tcp()) ? "tcp" : "udp";
            String port = Integer.toString(local.getPort());
            ports.add(messages.format("status.port." + protocol, port));
            sentences.add(messages.format(
                    "connect." + protocol + "." + SystemKind.ofThisSystem(),
                    local.getAddress().getHostAddress(),
                    port));
        }
        for (EchoServers.Note note : servers.notes()) {
            sentences.add(note.sentence(messages));
        }
        line.setText(String.join(" \u00b7 ", ports));
        line.setTooltip(new Tooltip(String.join("\n", sentences)));
        line.setVisible(!ports.isEmpty());
        line.setManaged(!ports.isEmpty());
    }
}
