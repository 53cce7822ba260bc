package org.wskscope.app.view.timeline;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.HatchPaint;
import org.wskscope.app.control.LaneFrame;
import org.wskscope.app.theme.Fonts;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.theme.Spacing;
import org.wskscope.app.theme.Token;
import org.wskscope.app.theme.TokenPalette;
import org.wskscope.app.view.timeline.TimelineItem.BarMark;
import org.wskscope.app.view.timeline.TimelineItem.GroupMark;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.ScopeSnapshot;

/** Paints bars and groups of one frame. Each event has its colour and its letter; what runs is hatched, what waits is hatched the other way. FX thread. */
final class BarRenderer {
    private static final double SOFT_EDGE = 20;
    /** On a line of many sockets only a bar as wide as this has words. */
    private static final double SHARED_WORDS = 60;
    /** Work that lasts longer keeps others from the processor. */
    private static final long SHORT_WORK_NANOS = 20_000_000;

    private static final double NARROW = 6;
    /** A bar lower than this has no room for words. */
    private static final double LOWEST_WITH_WORDS = 13;

    private final LaneFrame frame;
    private final GraphicsContext gc;
    private final TokenPalette palette;
    private final double scale;
    private final double wordsFrom;
    private final TimelineViewModel model;
    private final ScopeSnapshot snapshot;
    private final BarText words;
    private final TextWidths widths;
    private final long nowNanos;
    private final Font bold;
    private final Font plain;
    private final List<BarMark> wordless = new ArrayList<>();

    BarRenderer(LaneFrame frame, TimelineViewModel model, BarText words, TextWidths widths) {
        this(frame, model, words, widths, frame.gutter());
    }

    /**
     * The same.
     *
     * @param wordsFrom words stand to the right of this x
     */
    BarRenderer(LaneFrame frame, TimelineViewModel model, BarText words, TextWidths widths, double wordsFrom) {
        this.wordsFrom = wordsFrom;
        this.frame = frame;
        this.gc = frame.gc();
        this.palette = frame.palette();
        this.scale = frame.scale();
        this.model = model;
        this.snapshot = model.snapshot();
        this.nowNanos = model.nowNanos();
        this.words = words;
        this.widths = widths;
        bold = Fonts.uiBold(Spacing.TEXT_SMALL * scale);
        plain = Fonts.ui(Spacing.TEXT_TINY * scale);
    }

    /** Bars of sockets painted so far that had no room for any of their words. */
    List<BarMark> wordless() {
        return wordless;
    }

    void paint(TimelineItem mark) {
        gc.setTextBaseline(VPos.CENTER);
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setLineWidth(frame.hairline());
        gc.setLineDashes();
        if (mark instanceof GroupMark group) {
            paintGroup(group);
        } else if (mark instanceof BarMark bar) {
            switch (bar.bar().lane().kind()) {
                case CALLBACKS, SHARED_CALLBACKS -> paintCallback(bar);
                case RETAINED -> paintRetained(bar);
                case IRPS, SHARED_IRPS -> paintRequest(bar);
                case CONTROL, SHARED_CONTROL -> paintControl(bar);
                case PROCESSOR -> paintWork(bar);
            }
            if (model.misuse().contains(bar.bar())) {
                paintMisuse(bar);
            }
        }
    }

    private void paintCallback(BarMark mark) {
        Hue hue = hue(mark.bar());
        double arc = Math.min(2 * Spacing.RADIUS * scale, mark.width() / 2);
        if (!mark.bar().isOpen() && isNarrow(mark)) {
            gc.setFill(palette.color(hue.fill()));
            gc.fillRect(mark.x(), mark.y(), mark.width(), mark.height());
            write(mark, bold, palette.color(Token.ON_FILL), null);
            return;
        }
        if (!mark.bar().isOpen()) {
            gc.setFill(palette.color(hue.fill()));
            gc.fillRoundRect(mark.x(), mark.y(), mark.width(), mark.height(), arc, arc);
            write(mark, bold, palette.color(Token.ON_FILL), null);
            return;
        }
        gc.setFill(HatchPaint.inFlight(palette, hue.fill(), scale));
        gc.fillRoundRect(mark.x(), mark.y(), mark.width(), mark.height(), arc, arc);
        boolean waits =
                !isNarrow(mark) && Waits.inside(snapshot, model.own(mark.bar())).isPresent();
        gc.setStroke(palette.color(waits ? Token.ERROR : hue.fill()));
        gc.setLineWidth(waits ? 2 : 1.5);
        gc.strokeRoundRect(mark.x() + 0.75, mark.y() + 0.75, mark.width() - 1.5, mark.height() - 1.5, arc, arc);
        softenRightEdge(mark);
        write(mark, bold, palette.color(Token.TEXT_1), palette.color(hue.soft(), 0.92));
    }

    /** A rectangle costs a tenth of a rounded one, and so narrow nobody sees which it is. */
    private boolean isNarrow(BarMark mark) {
        return mark.width() < NARROW * scale;
    }

    /** What the client kept lasts beyond the call: an outline behind it. */
    private void paintRetained(BarMark mark) {
        double inset = mark.row().collapsed() ? 0 : 5 * scale;
        gc.setFill(palette.color(hue(mark.bar()).soft(), 0.7));
        gc.fillRect(mark.x(), mark.y() + inset, mark.width(), mark.height() - 2 * inset);
        gc.setStroke(palette.color(hue(mark.bar()).fill()));
        gc.strokeRect(frame.crisp(mark.x()), frame.crisp(mark.y() + inset), mark.width(), mark.height() - 2 * inset);
        if (mark.bar().isOpen()) {
            softenRightEdge(mark);
        }
    }

    private void paintRequest(BarMark mark) {
        boolean open = mark.bar().isOpen();
        boolean failed = !open && mark.bar().status() < 0;
        Color color = palette.color(failed ? Token.ERROR : Token.IRP);
        if (!open && isNarrow(mark)) {
            gc.setFill(color);
            gc.fillRect(mark.x(), mark.y(), mark.width(), mark.height());
            return;
        }
        double y = frame.crisp(mark.y());
        double height = Math.max(2, Math.floor(mark.height()) - 1);
        gc.setStroke(color);
        if (open) {
            gc.setLineDashes(4 * scale, 3 * scale);
        }
        gc.strokeRect(frame.crisp(mark.x()), y, mark.width(), height);
        gc.setLineDashes();
        if (!open) {
            gc.setFill(palette.color(failed ? Token.ERROR : Token.TEXT_1));
            gc.fillRect(mark.x() + mark.width() - 2 * scale, y - scale, 3 * scale, height + 2 * scale);
        }
        if (mark.height() >= LOWEST_WITH_WORDS * scale) {
            write(
                    mark,
                    plain,
                    palette.color(failed ? Token.ERROR_TEXT : Token.IRP_TEXT),
                    palette.color(Token.BG_0, 0.6));
        }
    }

    /** Whether the call did not have its effect when it was answered. */
    static boolean waited(Bar bar) {
        return bar.isOpen() || bar.status() > 0 && bar.durationNanos() > 0;
    }

    private void paintControl(BarMark mark) {
        Bar bar = mark.bar();
        boolean waited = waited(bar);
        Hue hue = waited ? Hue.WAITING : bar.status() < 0 ? Hue.ERROR : Hue.IRP;
        if (bar.isOpen()) {
            gc.setFill(HatchPaint.waiting(palette, scale));
            gc.fillRect(mark.x(), mark.y(), mark.width(), mark.height());
            gc.setStroke(palette.color(Token.WAITING));
            gc.strokeRect(frame.crisp(mark.x()), frame.crisp(mark.y()), mark.width() - 1, mark.height() - 1);
            softenRightEdge(mark);
        } else {
            gc.setFill(palette.color(hue.fill(), waited ? 0.45 : 0.85));
            double inset = mark.row().collapsed() ? 0 : 2 * scale;
            gc.fillRect(mark.x(), mark.y() + inset, mark.width(), mark.height() - 2 * inset);
        }
        if (waited && !mark.row().shared()) {
            diamond(
                    mark.x(),
                    mark.y() + mark.height() / 2,
                    Math.min(6 * scale, mark.height()),
                    palette.color(Token.WAITING));
        }
    }

    private void paintWork(BarMark mark) {
        boolean dispatch = mark.bar().code() == Irql.DISPATCH_LEVEL.ordinal();
        Token level = dispatch ? Token.DISPATCH : Token.PASSIVE;
        gc.setFill(palette.color(level));
        gc.fillRect(mark.x(), mark.y(), mark.width(), mark.height());
        if (mark.bar().isOpen()) {
            paintBusy(mark, level);
        }
        if (!mark.bar().isOpen() || nowNanos - mark.bar().startNanos() < SHORT_WORK_NANOS) {
            write(mark, plain, palette.color(Token.ON_LEVEL), null);
        }
    }

    /** What runs keeps its processor: hatched like everything in flight, and framed in red when it will not end by itself. */
    private void paintBusy(BarMark mark, Token level) {
        boolean stuck = words.isStuck(mark.bar(), snapshot);
        gc.setFill(HatchPaint.inFlight(palette, level, scale));
        gc.fillRect(mark.x(), mark.y(), mark.width(), mark.height());
        if (nowNanos - mark.bar().startNanos() >= SHORT_WORK_NANOS) {
            gc.setStroke(palette.color(stuck ? Token.ERROR : level));
            gc.setLineWidth(stuck ? 2 : frame.hairline());
            gc.strokeRect(mark.x() + 1, mark.y() + 1, mark.width() - 2, mark.height() - 2);
            gc.setLineWidth(frame.hairline());
            write(mark, plain, palette.color(Token.ON_LEVEL), palette.color(level, 0.92));
        }
    }

    /** A finding has a shape of its own: a triangle on the bar's corner. */
    private void paintMisuse(BarMark mark) {
        double size = 9 * scale;
        double x = Math.max(mark.x(), frame.gutter());
        gc.setFill(palette.color(Token.ERROR));
        gc.fillPolygon(
                new double[] {x - size / 2, x, x + size / 2},
                new double[] {mark.y() + size / 2, mark.y() - size / 2, mark.y() + size / 2},
                3);
    }

    private void paintGroup(GroupMark mark) {
        gc.setFill(groupColor(mark));
        boolean stripes = mark.row().shared() || mark.row().lane().isProcessor();
        double inset = mark.row().collapsed() || stripes ? 0 : 2 * scale;
        gc.fillRect(mark.x(), mark.y() + inset, mark.width(), mark.height() - 2 * inset);
        double dot = 2 * scale;
        if (stripes || mark.width() < 8 * dot) {
            return; // between many stripes dots tell nothing: the window's header does
        }
        double first = mark.x() + mark.width() / 2 - 2.5 * dot;
        gc.setFill(palette.color(Token.TEXT_2));
        for (int i = 0; i < 3; i++) {
            gc.fillRect(first + i * 2 * dot, mark.y() - dot / 2, dot, dot);
        }
    }

    private Color groupColor(GroupMark mark) {
        LaneKind kind = mark.kind();
        int code = Integer.numberOfTrailingZeros(mark.codes());
        if (kind == LaneKind.PROCESSOR) {
            boolean dispatch = (mark.codes() & 1 << Irql.DISPATCH_LEVEL.ordinal()) != 0;
            return palette.color(dispatch ? Token.DISPATCH : Token.PASSIVE);
        }
        if (!BarText.hasEvent(kind)) {
            return palette.color(Token.IRP);
        }
        return palette.color(Hue.ofLetter(BarText.callback(code).letter()).fill());
    }

    /** Open bars have no end yet, and look so. */
    private void softenRightEdge(BarMark mark) {
        double width = Math.min(SOFT_EDGE * scale, mark.width() / 2);
        double right = mark.x() + mark.width();
        Color background = palette.color(Token.BG_0);
        gc.setFill(new LinearGradient(
                right - width,
                0,
                right,
                0,
                false,
                CycleMethod.NO_CYCLE,
                new Stop(0, palette.color(Token.BG_0, 0)),
                new Stop(1, background)));
        gc.fillRect(right - width, mark.y() - 1, width + 1, mark.height() + 2);
    }

    /** What is still to come of a bar has words of its own, where those beside it would stand. */
    private boolean goesOnFaintly(BarMark mark) {
        return model.isPast() && mark.bar().isOpen();
    }

    private void write(BarMark mark, Font font, Color color, @Nullable Color backing) {
        double left = Math.max(mark.x(), wordsFrom) + 5 * scale;
        double right = Math.min(mark.x() + mark.width(), frame.width()) - 3 * scale;
        if (mark.row().collapsed() || mark.row().shared() && right - left < SHARED_WORDS * scale) {
            return;
        }
        String text = right - left < 7 * scale
                ? ""
                : widths.fitting(font, right - left, words.labels(model.own(mark.bar()), snapshot, nowNanos));
        if (text.isEmpty()) {
            if (!mark.row().shared() && !goesOnFaintly(mark)) {
                wordless.add(mark);
            }
            return;
        }
        double middle = mark.y() + mark.height() / 2;
        if (backing != null) {
            gc.setFill(backing);
            double inset = mark.height() > 16 * scale ? 3 * scale : 1;
            gc.fillRect(
                    left - 3 * scale, mark.y() + inset, widths.of(text, font) + 6 * scale, mark.height() - 2 * inset);
        }
        gc.setFont(font);
        gc.setFill(color);
        gc.fillText(text, left, middle);
    }

    private void diamond(double x, double y, double radius, Color color) {
        gc.setFill(color);
        gc.fillPolygon(new double[] {x - radius, x, x + radius, x}, new double[] {y, y - radius, y, y + radius}, 4);
    }

    private static Hue hue(Bar bar) {
        return Hue.ofLetter(BarText.callback(bar.code()).letter());
    }
}
