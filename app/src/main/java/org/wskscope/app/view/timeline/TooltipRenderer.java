package org.wskscope.app.view.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.wskscope.app.control.LaneFrame;
import org.wskscope.app.control.TimeText;
import org.wskscope.app.theme.Fonts;
import org.wskscope.app.theme.Spacing;
import org.wskscope.app.theme.Token;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.SocketId;

/** Paints what is under the pointer in words, with exact times. FX thread. */
final class TooltipRenderer {
    private final TimelineViewModel model;
    private final Messages messages;
    private final BarText words;
    private final TextWidths widths;

    TooltipRenderer(TimelineViewModel model, Messages messages, TimelineRenderer renderer) {
        this.model = model;
        this.messages = messages;
        this.words = renderer.words();
        this.widths = renderer.widths();
    }

    /** What there is to say about the hit; empty for nothing. */
    List<String> lines(TimelineHit hit) {
        List<String> lines = new ArrayList<>();
        if (hit instanceof TimelineHit.OnBar onBar) {
            Bar bar = model.own(onBar.bar());
            lines.add(ownerOf(onBar.bar(), bar) + words.title(bar, model.snapshot()));
            lines.add(words.times(bar, model.nowNanos()));
            lines.add(words.records(bar));
        } else if (hit instanceof TimelineHit.OnFold fold) {
            lines.add(messages.format("timeline.fold", fold.connections()));
            lines.add(messages.get("timeline.foldOpen"));
        } else if (hit instanceof TimelineHit.OnGroup group) {
            lines.add(messages.format("timeline.group", group.count()));
            lines.add(messages.format(
                    "timeline.fromTo",
                    TimeText.moment(group.startNanos()),
                    TimeText.moment(group.endNanos()),
                    TimeText.of(group.endNanos() - group.startNanos())));
            lines.add(messages.get("timeline.groupZoom"));
        }
        return lines;
    }

    /** On a line of many sockets one must be told whose it is. */
    private String ownerOf(Bar painted, Bar own) {
        SocketRow socket = painted.lane().isShared()
                ? model.snapshot().socket(new SocketId(own.lane().number()))
                : null;
        return socket == null ? "" : socket.name() + " · ";
    }

    void paint(LaneFrame frame, TimelineHit hit, double pointerX, double pointerY) {
        List<String> lines = lines(hit);
        if (lines.isEmpty()) {
            return;
        }
        double scale = frame.scale();
        Font bold = Fonts.uiBold(Spacing.TEXT_SMALL * scale);
        Font mono = Fonts.mono(Spacing.TEXT_TINY * scale);
        double line = 17 * scale;
        double width = 16 * scale;
        for (int i = 0; i < lines.size(); i++) {
            width = Math.max(width, widths.of(lines.get(i), i == 0 ? bold : mono) + 20 * scale);
        }
        double height = lines.size() * line + 10 * scale;
        double x = Math.max(0, Math.min(frame.width() - width - 4, pointerX + 14 * scale));
        double y =
                pointerY + 18 * scale + height > frame.height() ? pointerY - height - 8 * scale : pointerY + 18 * scale;
        GraphicsContext gc = frame.gc();
        gc.setFill(frame.palette().color(Token.BG_2));
        gc.fillRoundRect(x, y, width, height, 8, 8);
        gc.setStroke(frame.palette().color(Token.LINE));
        gc.setLineWidth(frame.hairline());
        gc.strokeRoundRect(frame.crisp(x), frame.crisp(y), width, height, 8, 8);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < lines.size(); i++) {
            gc.setFont(i == 0 ? bold : mono);
            gc.setFill(frame.palette().color(i == 0 ? Token.TEXT_1 : Token.TEXT_2));
            gc.fillText(lines.get(i), x + 10 * scale, y + 5 * scale + (i + 0.5) * line);
        }
    }
}
