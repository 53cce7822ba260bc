package org.wskscope.app.view.timeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.wskscope.app.control.LaneFrame;
import org.wskscope.app.control.TimeAxisRenderer;
import org.wskscope.app.control.TimeAxisRenderer.Stretch;
import org.wskscope.app.control.TimeText;
import org.wskscope.app.theme.Fonts;
import org.wskscope.app.theme.Spacing;
import org.wskscope.app.theme.Token;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.timeline.TimelineItem.BarMark;
import org.wskscope.app.view.timeline.Waits.Wait;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.wsk.SocketId;

/** Paints one frame of the timeline: lanes, bars, arrows, playhead, ruler and names, in this order. FX thread. */
final class TimelineRenderer {
    private static final double FAINT = 0.28;

    private final TimelineViewModel model;
    private final Messages messages;
    private final BarText words;
    private final TextWidths widths = new TextWidths();

    TimelineRenderer(TimelineViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        this.words = new BarText(messages);
    }

    BarText words() {
        return words;
    }

    TextWidths widths() {
        return widths;
    }

    /** {@code ahead}: what is known beyond the moment, which is painted faintly behind it. */
    @SuppressWarnings("ReferenceEquality") // the same layout when there is nothing beyond
    void paint(LaneFrame frame, TimelineLayout layout, TimelineLayout ahead, Optional<TimelineHit> hovered) {
        boolean past = ahead != layout;
        Optional<SocketId> socket = model.selection().socket();
        GutterRenderer gutter = new GutterRenderer(frame, layout, messages);
        BarRenderer bars = new BarRenderer(frame, model, words, widths);
        TroubleRenderer trouble = new TroubleRenderer(frame, layout, model, words, widths);
        double border = layout.area().pinnedTop();
        within(frame, frame.ruler(), border, () -> {
            gutter.paintBackground(socket, false);
            paintGrid(frame);
            if (past) {
                paintAhead(frame, ahead, false);
            }
            paintMarks(frame, layout, bars, hovered, false);
            LabelRenderer labels = new LabelRenderer(frame, layout, model, words, widths);
            Set<SocketId> visible = layout.visibleSockets();
            List<Wait> waits = Waits.on(model.snapshot(), visible);
            trouble.paintBlocked(Blocked.among(model.snapshot(), visible, model.nowNanos()));
            labels.paintWaits(waits);
            labels.paint(bars.wordless(), waits);
            gutter.paintColumn();
            gutter.paintNames(socket, false);
        });
        within(frame, border, frame.height(), () -> {
            paintGrid(frame);
            gutter.paintBackground(socket, true);
            trouble.paintHeld(HeldCalls.of(model.snapshot()));
            if (past) {
                paintAhead(frame, ahead, true);
            }
            paintMarks(frame, layout, bars, hovered, true);
            gutter.paintColumn();
            gutter.paintNames(socket, true);
            paintBorder(frame, border);
        });
        new LinkRenderer(frame, layout, model).paint();
        Optional<Stretch> badge = badge(frame);
        TimeMarkRenderer marks = new TimeMarkRenderer(frame, model, messages, widths, badge);
        marks.paintPoles();
        paintPlayhead(frame);
        TimeAxisRenderer.paintRuler(
                frame, Stream.concat(badge.stream(), marks.taken().stream()).toList());
        marks.paintFlags();
        badge.ifPresent(place -> paintBadge(frame, place));
    }

    /** Without lanes there are words in the middle, and nothing runs through them. */
    private void paintGrid(LaneFrame frame) {
        if (!isEmpty()) {
            TimeAxisRenderer.paintGrid(frame);
        }
    }

    private boolean isEmpty() {
        return model.known().lanes().isEmpty();
    }

    /** Nothing painted leaves these lines of pixels. They are whole ones: inside a clip that cuts a pixel, JavaFX goes on with an alpha that was restored. */
    private static void within(LaneFrame frame, double from, double to, Runnable painting) {
        GraphicsContext gc = frame.gc();
        double top = frame.pixels().edge(from);
        double bottom = frame.pixels().edge(to);
        gc.save();
        gc.beginPath();
        gc.rect(0, top, frame.pixels().edge(frame.width()), bottom - top);
        gc.clip();
        painting.run();
        gc.restore();
    }

    /** What is still to come, from the moment on. */
    private void paintAhead(LaneFrame frame, TimelineLayout ahead, boolean processors) {
        GraphicsContext gc = frame.gc();
        double now = frame.xOf(model.nowNanos());
        gc.save();
        gc.beginPath();
        double left = frame.pixels().edge(now);
        gc.rect(
                left,
                0,
                Math.max(0, frame.pixels().edge(frame.width()) - left),
                frame.pixels().edge(frame.height()));
        gc.clip();
        gc.setGlobalAlpha(FAINT);
        BarRenderer bars = new BarRenderer(frame, model, words, widths, Math.max(frame.gutter(), now));
        ahead.marks().stream()
                .filter(mark -> mark.row().lane().isProcessor() == processors)
                .forEach(bars::paint);
        gc.restore();
    }

    private void paintMarks(
            LaneFrame frame,
            TimelineLayout layout,
            BarRenderer bars,
            Optional<TimelineHit> hovered,
            boolean processors) {
        layout.marks().stream()
                .filter(mark -> mark.row().lane().isProcessor() == processors)
                .forEach(bars::paint);
        model.selectedBar()
                .filter(bar -> bar.lane().isProcessor() == processors)
                .ifPresent(bar -> outline(frame, layout, bar));
        hovered.ifPresent(hit -> outlineHovered(frame, layout, hit));
    }

    private static void paintBorder(LaneFrame frame, double border) {
        frame.gc().setStroke(frame.palette().color(Token.LINE));
        frame.gc().setLineWidth(frame.hairline());
        frame.gc().strokeLine(0, frame.crisp(border), frame.width(), frame.crisp(border));
    }

    private static void outline(LaneFrame frame, TimelineLayout layout, Bar bar) {
        layout.markOf(bar).ifPresent(mark -> {
            GraphicsContext gc = frame.gc();
            gc.setStroke(frame.palette().color(Token.ACCENT));
            gc.setLineWidth(2 * frame.scale());
            strokeAround(gc, mark, 2 * frame.scale());
        });
    }

    private static void outlineHovered(LaneFrame frame, TimelineLayout layout, TimelineHit hit) {
        if (hit instanceof TimelineHit.OnBar onBar) {
            layout.markOf(onBar.bar()).ifPresent(mark -> {
                frame.gc().setStroke(frame.palette().color(Token.TEXT_1, 0.6));
                frame.gc().setLineWidth(frame.hairline());
                strokeAround(frame.gc(), mark, 1);
            });
        }
    }

    private static void strokeAround(GraphicsContext gc, BarMark mark, double distance) {
        gc.strokeRoundRect(
                mark.x() - distance,
                mark.y() - distance,
                mark.width() + 2 * distance,
                mark.height() + 2 * distance,
                6,
                6);
    }

    private void paintPlayhead(LaneFrame frame) {
        if (isEmpty()) {
            return;
        }
        double x = frame.crisp(frame.xOf(model.nowNanos()));
        if (x >= frame.gutter() && x <= frame.width()) {
            frame.gc().setStroke(frame.palette().color(Token.ERROR));
            frame.gc().setLineWidth(1.5 * frame.scale());
            frame.gc().strokeLine(x, frame.ruler() / 2, x, frame.height());
        }
    }

    /** Dark or light, whichever stands out more: the badge is pale in one theme and deep in another. */
    private static Color readableOn(LaneFrame frame, Token fill) {
        boolean pale = frame.palette().color(fill).grayscale().getRed() > 0.45;
        return frame.palette().color(pale ? Token.ON_FILL : Token.ON_LEVEL);
    }

    /** Where the badge with the playhead's time stands. */
    private Optional<Stretch> badge(LaneFrame frame) {
        double x = frame.xOf(model.nowNanos());
        if (isEmpty() || x < frame.gutter() || x > frame.width()) {
            return Optional.empty();
        }
        Font font = Fonts.uiBold(Spacing.TEXT_TINY * frame.scale());
        double width = widths.of(TimeText.of(model.nowNanos()), font) + 12 * frame.scale();
        double left = Math.max(frame.gutter(), Math.min(frame.width() - width, x - width / 2));
        return Optional.of(new Stretch(left, left + width));
    }

    private void paintBadge(LaneFrame frame, Stretch place) {
        GraphicsContext gc = frame.gc();
        double width = place.to() - place.from();
        double height = 16 * frame.scale();
        double top = (frame.ruler() - height) / 2;
        gc.setFill(frame.palette().color(Token.ERROR));
        gc.fillRoundRect(place.from(), top, width, height, 6, 6);
        gc.setFill(readableOn(frame, Token.ERROR));
        gc.setFont(Fonts.uiBold(Spacing.TEXT_TINY * frame.scale()));
        gc.setTextAlign(TextAlignment.CENTER);
        gc.setTextBaseline(VPos.CENTER);
        gc.fillText(TimeText.of(model.nowNanos()), place.from() + width / 2, top + height / 2);
        gc.setTextAlign(TextAlignment.LEFT);
    }
}
