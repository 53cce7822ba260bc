package org.wskscope.app.view.sockets;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Tooltip;
import org.wskscope.app.control.Area;
import org.wskscope.app.control.DisplayList;
import org.wskscope.app.control.Drawing;
import org.wskscope.app.control.Drawing.Ink;
import org.wskscope.app.control.Face;
import org.wskscope.app.control.HotSpot;
import org.wskscope.app.control.PaintedPane;
import org.wskscope.app.control.TextMeasure;
import org.wskscope.app.theme.Token;
import org.wskscope.app.theme.TokenPalette;
import org.wskscope.engine.session.PeerRow;

/** A remote end: dashed, because it is not ours; a built-in one tells what it does above its address, and can be stopped here. FX thread. */
final class PeerBox extends PaintedPane {
    private static final double STOP = 22;

    private final GraphContent.PeerEnd peer;
    private final SocketText words;
    private final HotSpot whole;
    private final HotSpot stop;

    PeerBox(GraphContent.PeerEnd peer, ObservableValue<TokenPalette> palette, GraphCards.Shared shared) {
        super(palette);
        this.peer = peer;
        this.words = shared.words();
        SocketCommandSender commands = shared.commands();
        PeerRow builtIn = peer.builtIn();
        String name = words.text(
                peer.isMany() ? "peers.accessible" : "peer.accessible", words.peerName(peer), words.peerLine(peer));
        setId(
                peer.isMany()
                        ? "peers-of-" + peer.socket().value()
                        : "peer-" + peer.address().getPort());
        whole = new HotSpot("", () -> {
            if (peer.isMany()) {
                shared.requests().openFold(peer.socket());
            } else if (builtIn == null) {
                commands.select(peer.socket());
            } else {
                commands.selectPeer(builtIn.id());
            }
        });
        whole.setAccessibleText(name);
        Tooltip.install(whole, new Tooltip(name));
        getChildren().add(whole);
        stop = new HotSpot("stop-peer-" + (builtIn == null ? "" : builtIn.id()), () -> {
            if (builtIn != null) {
                commands.stopPeer(builtIn.id());
            }
        });
        if (builtIn != null) {
            stop.named(words.text("peer.stop", builtIn.id()), words.text("peer.stop", builtIn.id()));
            getChildren().add(stop);
        }
    }

    GraphContent.PeerEnd peer() {
        return peer;
    }

    void show(TextMeasure measure, Box box, double scale) {
        draw(layout(measure, box, scale));
        whole.resizeRelocate(0, 0, box.width(), box.height());
        Area area = drawing().area("stop");
        if (area != null) {
            stop.resizeRelocate(area.x(), area.y(), area.width(), area.height());
        }
    }

    private DisplayList layout(TextMeasure measure, Box box, double scale) {
        Drawing drawing = new Drawing(measure);
        Area all = new Area(0, 0, box.width(), box.height());
        drawing.fill(all, 8 * scale, Token.BG_1);
        drawing.border(all, 8 * scale, Token.TEXT_3, 1, true);
        Ink name = new Ink(Face.UI_BOLD, 12 * scale, Token.TEXT_1);
        Ink address = new Ink(Face.MONO, 12 * scale, Token.TEXT_2);
        double x = 10 * scale;
        double most = box.width() - 2 * x - (peer.builtIn() == null ? 0 : STOP * scale);
        String who = words.peerName(peer);
        String where = words.peerLine(peer);
        if (peer.builtIn() == null
                && drawing.advance(name, who) + drawing.advance(address, where) + 8 * scale <= most) {
            double end = drawing.text(x, all.middleY(), name, who);
            drawing.text(end + 8 * scale, all.middleY(), address, where);
        } else {
            drawing.text(x, all.height() * 0.3, name, who, most);
            drawing.text(x, all.height() * 0.72, address, where, most);
        }
        if (peer.builtIn() != null) {
            Area area = new Area(
                    box.width() - (STOP + 6) * scale, all.middleY() - STOP / 2 * scale, STOP * scale, STOP * scale);
            drawing.border(area.inset(6 * scale), 1, Token.TEXT_2, Math.max(1, 1.5 * scale), false);
            drawing.area("stop", area);
        }
        return drawing.toList(box.width(), box.height());
    }
}
