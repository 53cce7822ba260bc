package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import org.wskscope.app.view.UserAction;
import org.wskscope.app.view.ViewPart;
import org.wskscope.engine.session.PeerKind;

/** The tool window with the socket tree. FX thread. */
final class SocketsPart implements ViewPart {
    private final SocketTreeView view;
    private final SocketText words;

    SocketsPart(SocketTreeView view, SocketText words) {
        this.view = view;
        this.words = words;
    }

    @Override
    public Node node() {
        return view;
    }

    @Override
    public List<Node> headerActions() {
        return view.headerActions();
    }

    @Override
    public void shown() {
        view.start();
    }

    @Override
    public void hidden() {
        view.stop();
    }

    @Override
    public void dispose() {
        view.stop();
    }

    @Override
    public List<UserAction> actions() {
        List<UserAction> actions = new ArrayList<>();
        actions.add(UserAction.of("sockets.create", words.text("tree.add"), "Shortcut+N", view::createSocket));
        for (PeerKind kind : PeerKind.values()) {
            actions.add(UserAction.of(
                    "peers.start." + kind.name().toLowerCase(Locale.ROOT),
                    words.text("peer.startKind", words.text("peer.kind." + kind)),
                    "",
                    () -> view.startPeer(kind)));
        }
        return actions;
    }
}
