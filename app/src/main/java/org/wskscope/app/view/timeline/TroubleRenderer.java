package org.wskscope.app.view.timeline;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.wskscope.app.control.LaneFrame;
import org.wskscope.app.theme.Fonts;
import org.wskscope.app.theme.Spacing;
import org.wskscope.app.theme.Token;
import org.wskscope.app.view.Messages;

/** Paints what stands still: sockets whose processor is kept by another one, and calls that are held off their processor. FX thread. */
final class TroubleRenderer {
    private final LaneFrame frame;
    private final GraphicsContext gc;
    private final TimelineLayout layout;
    private final TimelineViewModel model;
    private final Messages messages;
    private final TextWidths widths;
    private final double scale;
    private final Font tiny;

    TroubleRenderer(LaneFrame frame, TimelineLayout layout, TimelineViewModel model, BarText words, TextWidths widths) {
        this.frame = frame;
        this.gc = frame.gc();
        this.layout = layout;
        this.model = model;
        this.messages = words.messages();
        this.widths = widths;
        this.scale = frame.scale();
        this.tiny = Fonts.ui(Spacing.TEXT_TINY * scale);
    }

    /** Above the bars: the lanes of a blocked socket are dimmed, tied to what keeps its processor, and one sentence says so. */
    void paintBlocked(List<Blocked> blocked) {
        blocked.forEach(this::paintBlocked);
        gc.setLineDashes();
    }

    private void paintBlocked(Blocked one) {
        Optional<TimelineRow> row = layout.rows().firstOf(one.socket().id());
        if (row.isEmpty() || row.get().shared()) {
            return;
        }
        TimelineArea area = layout.area();
        double top = area.yOf(layout.rows().topOfSocket(row.get()));
        double bottom = area.yOf(layout.rows().bottomOfSocket(row.get()));
        gc.setFill(frame.palette().color(Token.BG_0, 0.55));
        gc.fillRect(0, top, frame.width(), bottom - top);
        double since = Math.max(frame.gutter(), area.xOf(one.work().startNanos()));
        if (since > frame.width()) {
            return;
        }
        tie(one, row.get(), since);
        String keeper = Optional.ofNullable(model.snapshot().socket(one.keeper()))
                .map(socket -> socket.name())
                .orElse("");
        String sentence = messages.format(
                "timeline.blocked",
                one.socket().name(),
                keeper,
                one.work().lane().number());
        double x = Math.min(since + 22 * scale, frame.width() - widths.of(sentence, tiny) - 6 * scale);
        text(sentence, Math.max(frame.gutter() + 4 * scale, x), area.middleOf(row.get()), Token.ERROR_TEXT);
    }

    /** From the blocked line to the line of the code that runs, or to its processor's. */
    private void tie(Blocked one, TimelineRow row, double since) {
        TimelineArea area = layout.area();
        Optional<TimelineRow> keeper = layout.rows()
                .firstOf(one.keeper())
                .or(() -> layout.rows().of(one.work().lane()));
        if (keeper.isEmpty() || keeper.get().equals(row)) {
            return;
        }
        double from = area.middleOf(row);
        double middle = area.middleOf(keeper.get());
        double half = keeper.get().bar() * scale / 2 + 1;
        double to = middle < from ? middle + half : middle - half;
        double x = frame.crisp(since + 12 * scale);
        double head = 4 * scale;
        double back = middle < from ? to + head * 1.3 : to - head * 1.3;
        gc.setStroke(frame.palette().color(Token.ERROR));
        gc.setFill(frame.palette().color(Token.ERROR));
        gc.setLineWidth(1.5 * scale);
        gc.setLineDashes(4 * scale, 3 * scale);
        gc.strokeLine(x, from, x, back);
        gc.setLineDashes();
        gc.fillPolygon(new double[] {x, x - head, x + head}, new double[] {to, back, back}, 3);
    }

    /** Below the bars of the processors: an empty dashed frame for as long as calls of its sockets are held elsewhere. */
    void paintHeld(Map<Integer, HeldCalls> held) {
        for (TimelineRow row : layout.rows().processors().all()) {
            HeldCalls calls = held.get(row.lane().number());
            if (calls != null) {
                paintHeld(row, calls);
            }
        }
    }

    private void paintHeld(TimelineRow row, HeldCalls calls) {
        TimelineArea area = layout.area();
        double left = Math.max(frame.gutter() - 2, area.xOf(calls.sinceNanos()));
        double right = Math.min(frame.width() + 2, area.xOf(layout.nowNanos()));
        if (right - left < 2) {
            return;
        }
        double top = area.barTopOf(row);
        double height = row.bar() * scale;
        gc.setStroke(frame.palette().color(Token.WAITING));
        gc.setLineWidth(frame.hairline());
        gc.setLineDashes(3 * scale, 3 * scale);
        gc.strokeRect(frame.crisp(left), frame.crisp(top), right - left, Math.max(2, height - 1));
        gc.setLineDashes();
        String words = calls.count() == 1
                ? messages.format("timeline.heldOff", calls.newest().name())
                : messages.format("timeline.heldMany", calls.count());
        double x = Math.max(left, frame.gutter()) + 5 * scale;
        double end = x + widths.of(words, tiny);
        boolean free = end <= right - 3 * scale
                && layout.marks().stream()
                        .noneMatch(mark ->
                                mark.row().equals(row) && mark.x() < end + 4 && mark.x() + mark.width() > x - 4);
        if (free) {
            text(words, x, top + height / 2, Token.WAITING_TEXT);
        }
    }

    private void text(String text, double x, double y, Token color) {
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        gc.setFont(tiny);
        gc.setFill(frame.palette().color(color));
        gc.fillText(text, x, y);
    }
}
