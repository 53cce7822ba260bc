package org.wskscope.app.view.timeline;

import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.wskscope.app.control.LaneFrame;
import org.wskscope.app.theme.Fonts;
import org.wskscope.app.theme.Spacing;
import org.wskscope.app.theme.Token;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.wsk.SocketId;

/** Paints what stands behind and beside the lanes: lines between sockets, tracks of processors, and the column of names. FX thread. */
final class GutterRenderer {
    /** A line lower than this has no room for its name. */
    private static final double LOWEST_WITH_WORDS = 13;

    private final LaneFrame frame;
    private final GraphicsContext gc;
    private final TimelineLayout layout;
    private final Messages messages;
    private final double scale;

    GutterRenderer(LaneFrame frame, TimelineLayout layout, Messages messages) {
        this.frame = frame;
        this.gc = frame.gc();
        this.layout = layout;
        this.messages = messages;
        this.scale = frame.scale();
    }

    /** Below the bars of the sockets, or of the processors. */
    void paintBackground(Optional<SocketId> selected, boolean processors) {
        for (TimelineRow row : layout.visibleRows()) {
            if (row.lane().isProcessor() != processors) {
                continue;
            }
            double top = layout.area().topOf(row);
            if (isSelected(row, selected)) {
                gc.setFill(frame.palette().color(Token.SELECTION, 0.16));
                gc.fillRect(0, top, frame.width(), row.height() * scale);
            }
            if (row.lane().isProcessor()) {
                gc.setFill(frame.palette().color(Token.BG_2));
                gc.fillRect(frame.gutter(), layout.area().barTopOf(row), frame.width(), row.bar() * scale);
            }
            if (hasLineAbove(row)) {
                gc.setStroke(frame.palette().color(Token.LINE));
                gc.setLineWidth(frame.hairline());
                double y = frame.crisp(top);
                gc.strokeLine(0, y, frame.width(), y);
            }
        }
    }

    /** The column is its own paper, because bars may begin before the view. */
    void paintColumn() {
        gc.setFill(frame.palette().color(Token.BG_0));
        gc.fillRect(0, frame.ruler(), frame.gutter(), frame.height());
        gc.setStroke(frame.palette().color(Token.LINE, 0.6));
        gc.setLineWidth(frame.hairline());
        double x = frame.crisp(frame.gutter() - 1);
        gc.strokeLine(x, frame.ruler(), x, frame.height());
    }

    void paintNames(Optional<SocketId> selected, boolean processors) {
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.CENTER);
        for (TimelineRow row : layout.visibleRows()) {
            if (row.lane().isProcessor() == processors) {
                paintName(row, isSelected(row, selected));
            }
        }
        if (processors) {
            paintProcessorsNotice();
        } else {
            paintNotice();
        }
    }

    private void paintName(TimelineRow row, boolean selected) {
        double top = layout.area().topOf(row);
        double middle = layout.area().middleOf(row);
        if (selected) {
            gc.setFill(frame.palette().color(Token.SELECTION, 0.35));
            gc.fillRect(0, top, frame.gutter() - 1, row.height() * scale);
            gc.setFill(frame.palette().color(Token.ACCENT));
            gc.fillRect(0, top, 2 * scale, row.height() * scale);
        }
        if (row.first()) {
            gc.setFont(
                    row.collapsed() ? Fonts.ui(Spacing.TEXT_TINY * scale) : Fonts.uiBold(Spacing.TEXT_SMALL * scale));
            gc.setFill(frame.palette().color(row.collapsed() ? Token.TEXT_3 : Token.TEXT_1));
            gc.fillText(row.owner(), 12 * scale, middle, (row.lane().isProcessor() ? 120 : 44) * scale);
        }
        if (hasLineAbove(row)) {
            gc.setStroke(frame.palette().color(Token.LINE));
            double y = frame.crisp(top);
            gc.strokeLine(0, y, frame.gutter(), y);
        }
        if (!row.lane().isProcessor() && !row.collapsed()) {
            paintKind(row, middle);
        }
    }

    private void paintKind(TimelineRow row, double middle) {
        if (row.height() < LOWEST_WITH_WORDS || frame.gutter() <= TimelineRoom.SLIM_GUTTER * scale) {
            return;
        }
        boolean main = row.isMain();
        gc.setFont(Fonts.ui((main && row.height() > 18 ? Spacing.TEXT_SMALL : Spacing.TEXT_TINY) * scale));
        gc.setFill(frame.palette().color(main ? Token.TEXT_2 : Token.TEXT_3));
        double left = 58 * scale;
        boolean fold = row.lane().kind() == LaneKind.SHARED_CALLBACKS;
        String words = fold
                ? messages.format("timeline.lane.SHARED_CALLBACKS", row.connections())
                : messages.get("timeline.lane." + row.lane().kind());
        gc.fillText(words, fold ? left + 12 * scale : left, middle, frame.gutter() - left - (fold ? 16 : 4) * scale);
        if (fold) {
            double size = 4 * scale;
            gc.fillPolygon(
                    new double[] {left, left + size * 1.4, left},
                    new double[] {middle - size, middle, middle + size},
                    3);
        }
    }

    /** Hidden things announce themselves. */
    private void paintNotice() {
        double y = layout.area().yOf(TimelineRows.NOTICE_HEIGHT / 2);
        if (!layout.rows().noticed() || y < frame.ruler()) {
            return;
        }
        ShownSockets sockets = layout.rows().sockets();
        String text = sockets.hiddenOpen() > 0
                ? messages.format("timeline.openHidden", sockets.hiddenOpen())
                : sockets.hiddenClosed() > 0
                        ? messages.format("timeline.closedHidden", sockets.hiddenClosed())
                        : messages.get("timeline.closedShown");
        gc.setFont(Fonts.ui(Spacing.TEXT_TINY * scale));
        gc.setFill(frame.palette().color(Token.ACCENT_TEXT));
        gc.fillText(text, 12 * scale, y);
    }

    private void paintProcessorsNotice() {
        ProcessorRows processors = layout.rows().processors();
        if (processors.noticed()) {
            int last = processors.first() + processors.all().size();
            gc.setFont(Fonts.ui(Spacing.TEXT_TINY * scale));
            gc.setFill(frame.palette().color(Token.ACCENT_TEXT));
            gc.fillText(
                    messages.format("timeline.processorsMore", processors.first() + 1, last, processors.total()),
                    12 * scale,
                    frame.height() - ProcessorRows.NOTICE_HEIGHT / 2 * scale);
        }
    }

    /** The ruler's own line is above the very first. */
    private boolean hasLineAbove(TimelineRow row) {
        return row.first()
                && !row.lane().isProcessor()
                && (layout.rows().noticed() || !row.equals(layout.rows().all().get(0)));
    }

    private static boolean isSelected(TimelineRow row, Optional<SocketId> selected) {
        return selected.isPresent()
                && !row.lane().isProcessor()
                && row.lane().number() == selected.get().value();
    }
}
