package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.List;
import org.wskscope.app.control.Area;
import org.wskscope.app.control.Drawing;
import org.wskscope.app.control.Drawing.Ink;
import org.wskscope.app.control.Face;
import org.wskscope.app.control.TextMeasure;
import org.wskscope.app.control.ToggleState;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.theme.Token;

/** Draws what stands for the connections of a folded listener, on its card. Pure; lengths are pixels at scale 1. */
final class FoldLayout {
    private static final double TITLE = 26;
    private static final double COUNTS = 20;
    private static final double SQUARE = 15;
    private static final double PITCH = 18;
    private static final double RATE = 30;
    private static final double CHIP = 20;
    private static final String DOT = " \u00b7 ";
    private static final double BAR = 3;
    private static final double BAR_PITCH = 4;

    private final TextMeasure measure;
    private final double width;
    private final double scale;

    FoldLayout(TextMeasure measure, double width, double scale) {
        this.measure = measure;
        this.width = width;
        this.scale = scale;
    }

    /** Pixels at scale 1. */
    double height(CardLook.FoldLook fold) {
        int shown = fold.squares().size() + (fold.rest().isEmpty() ? 0 : 1);
        int perLine = perLine(width);
        return TITLE + countLines(fold).size() * COUNTS + (shown + perLine - 1) / perLine * PITCH + RATE;
    }

    /** How many squares stand in a line of a card so wide. */
    static int perLine(double width) {
        return (int) ((width - 2 * CardLayout.EDGE + PITCH - SQUARE) / PITCH);
    }

    /** Draws from {@code y} on; answers where it ends. */
    double draw(Drawing drawing, CardLook.FoldLook fold, List<CardLook.LampLook> lamps, double y) {
        title(drawing, fold, y);
        counts(drawing, fold, y + TITLE);
        squares(drawing, fold, y + TITLE + countLines(fold).size() * COUNTS);
        double end = y + height(fold);
        rate(drawing, fold, lamps, end - RATE);
        return end;
    }

    private void title(Drawing drawing, CardLook.FoldLook fold, double y) {
        double middle = px(y + TITLE / 2 + 2);
        drawing.text(px(CardLayout.EDGE), middle, ink(Face.UI_BOLD, Token.TEXT_1), fold.title());
        double right = px(width - CardLayout.EDGE);
        double left = drawing.textUpTo(right, middle, ink(Face.UI, Token.ACCENT_TEXT), fold.open());
        drawing.area("open", new Area(left - px(4), middle - px(11), right - left + px(8), px(22)));
    }

    private void counts(Drawing drawing, CardLook.FoldLook fold, double from) {
        double y = from;
        double widest = 0;
        for (List<CardLook.Mark> line : countLines(fold)) {
            double middle = px(y + COUNTS / 2);
            double left = px(CardLayout.EDGE);
            double x = left;
            for (CardLook.Mark mark : line) {
                if (x > left) {
                    x = drawing.text(x, middle, ink(Face.UI, Token.TEXT_3), DOT);
                }
                Token colour =
                        mark.hue() == Hue.NEUTRAL ? Token.TEXT_2 : mark.hue().text();
                x = drawing.text(x, middle, ink(Face.UI, colour), mark.text());
            }
            widest = Math.max(widest, x);
            y += COUNTS;
        }
        double left = px(CardLayout.EDGE - 4);
        drawing.area("bring", new Area(left, px(from), Math.max(px(40), widest - left + px(4)), px(y - from)));
    }

    /** As many counts to a line as fit. */
    private List<List<CardLook.Mark>> countLines(CardLook.FoldLook fold) {
        List<List<CardLook.Mark>> lines = new ArrayList<>();
        double free = 0;
        for (CardLook.Mark mark : fold.counts()) {
            double needed = measure.advance(Face.UI, px(12), DOT + mark.text());
            if (lines.isEmpty() || needed > free) {
                lines.add(new ArrayList<>());
                free = px(width - 2 * CardLayout.EDGE + 8);
            }
            lines.get(lines.size() - 1).add(mark);
            free -= needed;
        }
        return lines;
    }

    private void squares(Drawing drawing, CardLook.FoldLook fold, double y) {
        int perLine = perLine(width);
        int at = 0;
        for (Fold.Square square : fold.squares()) {
            Area area = square(at++, perLine, y);
            boolean idle = square.doing() == Doing.IDLE;
            drawing.fill(
                    area,
                    px(4),
                    idle ? Token.RECEIVE_SOFT : square.doing().hue().fill());
            switch (square.doing()) {
                case IN_FLIGHT -> drawing.textInside(area, ink(Face.UI_BOLD, Token.ON_FILL), square.letter());
                case PROBLEM -> drawing.textInside(area, ink(Face.UI_BOLD, Token.ON_FILL), "!");
                case WAITING -> drawing.diamond(area.inset(px(3.5)), Token.ON_FILL);
                case IDLE -> drawing.border(area, px(4), Token.LINE, 1, false);
            }
            if (square.socket().equals(fold.selected())) {
                drawing.border(area.inset(-2), px(5), Token.ACCENT, 2, false);
            }
        }
        if (!fold.rest().isEmpty()) {
            Area area = square(at++, perLine, y);
            drawing.text(area.x() + px(2), area.middleY(), ink(Face.UI, Token.TEXT_2), fold.rest());
        }
        int lines = (at + perLine - 1) / perLine;
        drawing.area("squares", new Area(px(CardLayout.EDGE), px(y), px(perLine * PITCH), px(lines * PITCH)));
    }

    private Area square(int at, int perLine, double y) {
        double left = Math.round(px(CardLayout.EDGE + at % perLine * PITCH));
        double top = Math.round(px(y + at / perLine * PITCH));
        return new Area(left, top, Math.round(px(SQUARE)), Math.round(px(SQUARE)));
    }

    private void rate(Drawing drawing, CardLook.FoldLook fold, List<CardLook.LampLook> lamps, double y) {
        double middle = px(y + RATE / 2);
        double x = CardLayout.EDGE;
        for (CardLook.LampLook lamp : lamps) {
            Area chip = new Area(Math.round(px(x)), Math.round(middle - px(CHIP / 2)), px(CHIP), px(CHIP));
            boolean lit = lamp.lamp() != ToggleState.OFF;
            drawing.fill(chip, px(4), lit ? lamp.hue().fill() : Token.BG_3);
            drawing.textInside(
                    chip, ink(Face.UI_BOLD, lit ? Token.ON_FILL : Token.TEXT_2), String.valueOf(lamp.letter()));
            if (lamp.lamp() == ToggleState.WAITING) {
                drawing.diamond(new Area(chip.right() - px(5), chip.y() - px(3), px(8), px(8)), Token.WAITING);
            }
            drawing.area("lamp " + lamp.event(), chip);
            x += CHIP + 4;
        }
        double right = px(width - CardLayout.EDGE);
        double from = right - px(fold.course().size() * BAR_PITCH);
        for (int i = 0; i < fold.course().size(); i++) {
            double high = Math.max(1, px(12) * fold.course().get(i));
            drawing.fill(new Area(from + i * px(BAR_PITCH), middle + px(6) - high, px(BAR), high), 0, Token.TEXT_3);
        }
        drawing.textUpTo(from - px(6), middle, ink(Face.UI, Token.TEXT_2), fold.rate());
    }

    private Ink ink(Face face, Token colour) {
        return new Ink(face, px(12), colour);
    }

    private double px(double length) {
        return length * scale;
    }
}
